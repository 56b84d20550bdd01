using System.Text.RegularExpressions;
using Plans.Ingest.Building;

namespace Plans.Ingest.Layout;

/// <summary>
/// Makes a table whole that page breaks cut: repeated headings go, and a row whose cells were cut in two becomes one again.
/// </summary>
internal static partial class TableStitcher
{
    public static RawTable Stitch(IReadOnlyList<RawRow> rows, bool ruled, int? headerRows = null)
    {
        rows = rows.Where(row => !row.IsEmpty).Select(WithNumberApart).ToList();
        var repeated = Repeated(rows);
        var header = headerRows ?? (repeated > 0 ? repeated : rows.Count > 0 ? TableHeadings.Count(rows) : null);
        var whole = new List<RawRow>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (i > 0 && repeated > 0 && TableHeadings.Same(rows[0], rows[i]))
            {
                i += repeated - 1;
                if (i + 1 < rows.Count)
                {
                    PageBreaks.Mend(whole, rows[++i]);
                }
            }
            else if (i > 0 && rows[i].Page > rows[i - 1].Page)
            {
                PageBreaks.Mend(whole, rows[i]);
            }
            else
            {
                whole.Add(rows[i]);
            }
        }

        return new RawTable(whole, ruled, header);
    }

    /// <summary>The table with the rows of the next one, if that begins with the same headings; else null.</summary>
    public static RawTable? TryAppend(RawTable table, RawTable next)
    {
        var headings = table.HeaderRows ?? 1;
        var repeated = 0;
        while (repeated < headings && repeated < table.Rows.Count && repeated < next.Rows.Count
            && TableHeadings.Same(table.Rows[repeated], next.Rows[repeated]))
        {
            repeated++;
        }

        if (repeated == 0 || table.Role != next.Role || repeated == next.Rows.Count)
        {
            return null;
        }

        var rows = table.Rows.ToList();
        PageBreaks.Mend(rows, next.Rows[repeated]);
        rows.AddRange(next.Rows.Skip(repeated + 1));
        return table with { Rows = rows, HeaderRows = table.HeaderRows ?? repeated };
    }

    /// <summary>How many rows at the top come again further down; 0 if none.</summary>
    private static int Repeated(IReadOnlyList<RawRow> rows)
    {
        for (var i = 1; i < rows.Count; i++)
        {
            if (TableHeadings.Same(rows[0], rows[i]))
            {
                var count = 1;
                while (count < i && i + count < rows.Count && TableHeadings.Same(rows[count], rows[i + count]))
                {
                    count++;
                }

                return count;
            }
        }

        return 0;
    }

    /// <summary>A recogniser may glue "3.8" to the text of the next cell, which it then leaves empty.</summary>
    private static RawRow WithNumberApart(RawRow row)
    {
        if (row.Cells.Count < 3 || row.Cells[0].Paragraphs is not [var glued] || !row.Cells[1].IsEmpty || row.Cells[0].ColumnSpan > 1
            || GluedNumber().Match(glued) is not { Success: true } match)
        {
            return row;
        }

        var text = match.Groups["text"];
        return row with
        {
            Cells =
            [
                row.Cells[0] with { Paragraphs = [match.Groups["number"].Value], Words = row.Cells[0].Words.Where(word => word.Start < text.Index).ToList() },
                row.Cells[1] with
                {
                    Paragraphs = [text.Value],
                    Words = PlacedWord.Shifted(row.Cells[0].Words.Where(word => word.Start >= text.Index), -text.Index),
                },
                .. row.Cells.Skip(2),
            ],
        };
    }

    [GeneratedRegex(@"^(?<number>\d{1,2}(?:\.\d{1,2})*\.?|[A-ZĐ]|[IVX]+)\s+(?<text>\p{Lu}.*\s.*)$", RegexOptions.NonBacktracking)]
    private static partial Regex GluedNumber();
}
