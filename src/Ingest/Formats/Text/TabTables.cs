using Plans.Ingest.Building;
using Plans.Ingest.Layout;

namespace Plans.Ingest.Formats.Text;

/// <summary>Finds tables whose cells are parted by tabs, as recognisers and spreadsheets write them.</summary>
internal static class TabTables
{
    /// <summary>The table that begins at a line, as rows of cells, or null. Empty lines inside, before a repeated heading, do not end it.</summary>
    /// <param name="end">The first line that is no longer part of it.</param>
    public static IReadOnlyList<RawRow>? At(IReadOnlyList<SourceLine> lines, int start, out int end)
    {
        end = start;
        if (Tabs(lines[start]) == 0 || IsTitle(lines[start]))
        {
            return null;
        }

        var strong = 0;
        var rows = new List<RawRow>();
        var columns = 0;
        for (; end < lines.Count; end++)
        {
            var line = lines[end];
            var tabs = Tabs(line);
            if (tabs == 0 || (rows.Count > 0 && line.AfterBlank && !Continues(lines, start, end, columns)) || (rows.Count > 0 && BeginsAnother(lines, start, end)))
            {
                break;
            }

            strong += tabs >= 2 ? 2 : HasInnerTab(line) ? 1 : 0;
            var row = Row(line);
            columns = Math.Max(columns, row.Cells.Count);
            rows.Add(row);
        }

        // Two lines with many tabs make a table; lines with one tab need to be three in a row, since a letterhead has one or two such.
        return rows.Count >= 2 && (strong >= 4 || (strong >= 3 && rows.Count >= 3)) && columns >= 2 ? rows : null;
    }

    private static int Tabs(SourceLine line) => line.Raw.Count(c => c == '\t') is var all && HasInnerTab(line) ? all : line.Raw.TrimStart('\t').Length > 0 && all >= 2 ? all : 0;

    /// <summary>A tab after the first word; tabs before it may be mere indentation.</summary>
    private static bool HasInnerTab(SourceLine line) => line.Raw.TrimStart().Contains('\t');

    /// <summary>One filled cell only, and that the first: a title over a table, not its first row.</summary>
    private static bool IsTitle(SourceLine line) => line.Raw.Split('\t').Count(cell => !string.IsNullOrWhiteSpace(cell)) < 2;

    private static bool Continues(IReadOnlyList<SourceLine> lines, int start, int at, int columns)
    {
        var cells = lines[at].Raw.Split('\t').Length;
        return cells == columns && (TableHeadings.Same(Row(lines[start]), Row(lines[at])) || !TableHeadings.IsNumberHeading(Row(lines[at])));
    }

    /// <summary>A new heading row of other columns, or the title over one, begins another table.</summary>
    private static bool BeginsAnother(IReadOnlyList<SourceLine> lines, int start, int at)
    {
        var head = at;
        while (head < lines.Count && IsTitle(lines[head]) && head - at < 3)
        {
            head++;
        }

        return head < lines.Count && TableHeadings.IsNumberHeading(Row(lines[head])) && (head > at ? lines[at].AfterBlank : true)
            && !TableHeadings.Same(Row(lines[start]), Row(lines[head]));
    }

    private static RawRow Row(SourceLine line) =>
        new(line.Page, line.Raw.Split('\t').Select((cell, column) => new RawCell(column, InlineTags.Paragraphs(cell))).ToList());
}
