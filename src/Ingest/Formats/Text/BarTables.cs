using Plans.Ingest.Building;
using Plans.Ingest.Encodings;
using Plans.Ingest.Layout;

namespace Plans.Ingest.Formats.Text;

/// <summary>Finds tables that are drawn with bars and dashes: cells of one row may run over several lines.</summary>
internal static class BarTables
{
    private const int FewestWithoutRules = 3;
    private const string Bars = "|│║¦";

    /// <summary>The table that begins at a line, or null.</summary>
    /// <param name="end">The first line that is no longer part of it.</param>
    public static IReadOnlyList<RawRow>? At(IReadOnlyList<SourceLine> lines, int start, out int end)
    {
        end = start;
        var groups = new List<List<(int Page, IReadOnlyList<string> Cells)>> { new() };
        var rules = 0;
        var at = start;
        var isSpaced = IsSpaced(lines, start);
        for (; at < lines.Count && (at == start || !lines[at].AfterBlank || (isSpaced && IsRowLike(lines, start, at))); at++)
        {
            if (RuleLines.IsRule(lines[at].Raw))
            {
                rules++;
                groups.Add([]);
            }
            else if (Cells(lines[at].Raw) is { } cells)
            {
                groups[^1].Add((lines[at].Page, cells));
            }
            else
            {
                break;
            }
        }

        groups.RemoveAll(group => group.Count == 0);
        var all = groups.SelectMany(group => group).ToList();
        if (all.Count < (rules > 0 ? 2 : FewestWithoutRules) || all[0].Cells.Count < 2 || all.Exists(row => row.Cells.Count != all[0].Cells.Count))
        {
            return null;
        }

        end = at;
        return [.. groups.SelectMany((group, i) => (i == 0 && groups.Count > 1) || IsOneRow(group) ? [Row(group)] : Rows(group))];
    }

    /// <summary>Copies of web pages put a blank line between rows: the second row stands after one, and so do all others.</summary>
    private static bool IsSpaced(IReadOnlyList<SourceLine> lines, int start) =>
        start + 1 < lines.Count && lines[start + 1].AfterBlank && IsRowLike(lines, start, start + 1);

    private static bool IsRowLike(IReadOnlyList<SourceLine> lines, int start, int at) =>
        Cells(lines[start].Raw) is { } first && Cells(lines[at].Raw) is { } cells && cells.Count == first.Count;

    /// <summary>Between bars; null without bars at both ends of the line or two inside.</summary>
    private static IReadOnlyList<string>? Cells(string raw)
    {
        var line = raw.Trim();
        var isClosed = line.Length > 1 && Bars.Contains(line[0]) && Bars.Contains(line[^1]);
        var cells = (isClosed ? line[1..^1] : line).Split([.. Bars]).Select(CleanText.Squeeze).ToList();
        return cells.Count >= (isClosed ? 2 : 3) ? cells : null;
    }

    /// <summary>Only the first line has a number or name; what follows goes on with it.</summary>
    private static bool IsOneRow(List<(int Page, IReadOnlyList<string> Cells)> group) => group.Skip(1).All(line => line.Cells[0].Length == 0);

    private static RawRow Row(List<(int Page, IReadOnlyList<string> Cells)> group) => new(group[0].Page,
        [.. Enumerable.Range(0, group[0].Cells.Count).Select(column => Cell(column, CleanText.Squeeze(string.Join(' ', group.Select(line => line.Cells[column])))))]);

    private static List<RawRow> Rows(List<(int Page, IReadOnlyList<string> Cells)> group)
    {
        var rows = new List<RawRow>();
        foreach (var (page, cells) in group)
        {
            PageBreaks.Mend(rows, new RawRow(page, [.. cells.Select((text, column) => Cell(column, text))]));
        }

        return rows;
    }

    private static RawCell Cell(int column, string text) => new(column, text.Length == 0 ? [] : [text]);
}
