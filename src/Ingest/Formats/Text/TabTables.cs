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
            var tabs = Tabs(lines[end]);
            if (tabs == 0 || (rows.Count > 0 && EndsBefore(lines, start, end, columns)))
            {
                break;
            }

            strong += tabs >= 2 ? 2 : 1;
            var row = Row(lines[end]);
            columns = Math.Max(columns, row.Cells.Count);
            rows.Add(row);
        }

        // Two lines with many tabs make a table; lines with one tab need to be three in a row, since a letterhead has one or two such.
        return rows.Count >= 2 && (strong >= 4 || (strong >= 3 && rows.Count >= 3)) && columns >= 2 ? rows : null;
    }

    private static bool EndsBefore(IReadOnlyList<SourceLine> lines, int start, int at, int columns) =>
        (lines[at].AfterBlank && !Continues(lines, start, at, columns)) || BeginsAnother(lines, start, at);

    /// <summary>How many tabs part cells in the line; 0 where the only one indents it.</summary>
    private static int Tabs(SourceLine line)
    {
        var all = line.Raw.Count(c => c == '\t');
        return HasInnerTab(line) || all >= 2 ? all : 0;
    }

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
