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
                if (i + 1 < rows.Count && IsContinuation(whole[^1], rows[i + 1]))
                {
                    whole[^1] = Joined(whole[^1], rows[++i]);
                }
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

        var rows = IsContinuation(table.Rows[^1], next.Rows[repeated])
            ? table.Rows.SkipLast(1).Append(Joined(table.Rows[^1], next.Rows[repeated])).Concat(next.Rows.Skip(repeated + 1))
            : table.Rows.Concat(next.Rows.Skip(repeated));
        return table with { Rows = rows.ToList(), HeaderRows = table.HeaderRows ?? repeated };
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

    /// <summary>A row goes on with the one above: it has no number, and a cell above is visibly unfinished.</summary>
    public static bool IsContinuation(RawRow last, RawRow next)
    {
        if (next.Cells.Count != last.Cells.Count || next.At(0) is not { IsEmpty: true })
        {
            return false;
        }

        return last.Cells.Zip(next.Cells).Skip(1).Any(pair => !pair.First.IsEmpty && !pair.Second.IsEmpty
            && (Unfinished().IsMatch(pair.First.Text)
                || (char.IsLower(pair.Second.Text[0]) && !SentenceEnd().IsMatch(pair.First.Text))));
    }

    public static RawRow Joined(RawRow last, RawRow next) =>
        last with { Cells = last.Cells.Zip(next.Cells, (a, b) => a with { Paragraphs = Joined(a.Paragraphs, b.Paragraphs) }).ToList() };

    private static IReadOnlyList<string> Joined(IReadOnlyList<string> above, IReadOnlyList<string> below)
    {
        if (above.Count == 0 || below.Count == 0 || SentenceEnd().IsMatch(above[^1]))
        {
            return [.. above, .. below];
        }

        return [.. above.SkipLast(1), above[^1] + " " + below[0], .. below.Skip(1)];
    }

    /// <summary>A recogniser may glue "3.8" to the text of the next cell, which it then leaves empty.</summary>
    private static RawRow WithNumberApart(RawRow row)
    {
        if (row.Cells.Count < 3 || row.Cells[0].Paragraphs is not [var glued] || !row.Cells[1].IsEmpty || row.Cells[0].ColumnSpan > 1
            || GluedNumber().Match(glued) is not { Success: true } match)
        {
            return row;
        }

        return row with
        {
            Cells =
            [
                row.Cells[0] with { Paragraphs = [match.Groups["number"].Value] },
                row.Cells[1] with { Paragraphs = [match.Groups["text"].Value] },
                .. row.Cells.Skip(2),
            ],
        };
    }

    [GeneratedRegex(@"(?:^|\s)(?:và|&|của|với|cho)$|[,(]$", RegexOptions.NonBacktracking)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"[.;:!?…][""”’)]?$", RegexOptions.NonBacktracking)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"^(?<number>\d{1,2}(?:\.\d{1,2})*\.?|[A-ZĐ]|[IVX]+)\s+(?<text>\p{Lu}.*\s.*)$", RegexOptions.NonBacktracking)]
    private static partial Regex GluedNumber();
}
