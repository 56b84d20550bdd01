using System.Text;
using System.Text.RegularExpressions;
using Plans.Ingest.Building;
using Plans.Ingest.Layout;

namespace Plans.Ingest.Formats.Text;

/// <summary>Finds Markdown's tables: a row of cells between bars, a row of dashes, more rows.</summary>
internal static partial class PipeTables
{
    /// <summary>The table that begins at a line, or null. A table with the same headings after an empty line is its continuation on the next page.</summary>
    public static IReadOnlyList<RawRow>? At(IReadOnlyList<SourceLine> lines, int start, out int end)
    {
        end = start;
        if (!Begins(lines, start))
        {
            return null;
        }

        var heading = Row(lines[start]);
        var rows = new List<RawRow> { heading };
        for (end = start + 2; end < lines.Count && lines[end].Raw.Contains('|'); end++)
        {
            if (lines[end].AfterBlank && !(Begins(lines, end) && TableHeadings.Same(heading, Row(lines[end]))))
            {
                break;
            }

            if (!Dashes().IsMatch(lines[end].Raw))
            {
                rows.Add(Row(lines[end], heading.Cells.Count));
            }
        }

        return rows;
    }

    private static bool Begins(IReadOnlyList<SourceLine> lines, int at) =>
        at + 1 < lines.Count && lines[at].Raw.Contains('|') && Dashes().IsMatch(lines[at + 1].Raw);

    private static RawRow Row(SourceLine line, int columns = 0)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var raw = line.Raw.Trim();
        for (var i = raw.StartsWith('|') ? 1 : 0; i < raw.Length; i++)
        {
            if (raw[i] == '\\' && i + 1 < raw.Length && raw[i + 1] == '|')
            {
                cell.Append(raw[++i]);
            }
            else if (raw[i] == '|')
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(raw[i]);
            }
        }

        if (!raw.EndsWith('|'))
        {
            cells.Add(cell.ToString());
        }

        while (cells.Count < columns)
        {
            cells.Add("");
        }

        return new RawRow(line.Page, cells.Select((text, column) => new RawCell(column, InlineTags.Paragraphs(text))).ToList());
    }

    [GeneratedRegex(@"^\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Dashes();
}
