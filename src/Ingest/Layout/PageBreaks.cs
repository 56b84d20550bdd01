using System.Text.RegularExpressions;
using Plans.Ingest.Building;

namespace Plans.Ingest.Layout;

/// <summary>Mends a table where a page break cut it: a row in two, or a merged cell, which then goes on empty.</summary>
internal static partial class PageBreaks
{
    /// <summary>Adds the first row after a page break to the rows before it.</summary>
    public static void Mend(List<RawRow> rows, RawRow next)
    {
        if (rows.Count == 0)
        {
            rows.Add(next);
        }
        else if (IsContinuation(rows, next))
        {
            var last = rows[^1];
            foreach (var cell in next.Cells)
            {
                Grow(rows, rows.Count - 1, cell, cell.RowSpan - 1);
            }

            rows[^1] = last with { Cells = last.Cells.Select(cell => next.At(cell.Column) is { } below ? Joined(cell, below) with { RowSpan = below.RowSpan } : cell).ToList() };
        }
        else
        {
            var merged = next.Cells.Where(cell => cell.IsEmpty && IsMergedInto(rows, cell)).ToList();
            merged.ForEach(cell => Grow(rows, rows.Count - 1, cell, cell.RowSpan));
            rows.Add(next with { Cells = next.Cells.Except(merged).ToList() });
        }
    }

    /// <summary>The row goes on with the last one: it has no number, and a cell above is visibly unfinished.</summary>
    private static bool IsContinuation(List<RawRow> rows, RawRow next)
    {
        var last = rows[^1];
        if (next.Cells.Count < 2 || next.At(0) is not { } first || (!first.IsEmpty && !char.IsLower(first.Text[0]))
            || next.Cells.Any(cell => !cell.IsEmpty && (last.At(cell.Column) is not { } above || above.ColumnSpan != cell.ColumnSpan || IsComplete(above, cell))))
        {
            return false;
        }

        return next.Cells.Where(cell => !cell.IsEmpty && (cell.Column > 0 || char.IsLower(cell.Text[0]))).Any(below => last.At(below.Column) is { IsEmpty: false } above
            && (Unfinished().IsMatch(above.Text) || (char.IsLower(below.Text[0]) && !SentenceEnd().IsMatch(above.Text))));
    }

    /// <summary>A number is never cut, and nobody writes the same words twice into one cell.</summary>
    private static bool IsComplete(RawCell above, RawCell below) =>
        !above.IsEmpty && ((IsNumber(above.Text) && IsNumber(below.Text)) || string.Equals(above.Text, below.Text, StringComparison.Ordinal));

    private static bool IsNumber(string text) => text.Any(char.IsDigit) && !text.Any(char.IsLetter);

    /// <summary>The cell above spans rows down to the break, and this one, without a word of its own, stands right below it.</summary>
    private static bool IsMergedInto(List<RawRow> rows, RawCell cell) =>
        Covering(rows, cell.Column) is var (row, above) && above.ColumnSpan == cell.ColumnSpan && !above.IsEmpty && (row < rows.Count - 1 || cell.RowSpan > 1);

    private static (int Row, RawCell Cell)? Covering(List<RawRow> rows, int column)
    {
        for (var row = rows.Count - 1; row >= 0; row--)
        {
            if (rows[row].At(column) is { } cell)
            {
                return row + cell.RowSpan >= rows.Count ? (row, cell) : null;
            }
        }

        return null;
    }

    private static void Grow(List<RawRow> rows, int last, RawCell below, int by)
    {
        if (by > 0 && Covering(rows, below.Column) is var (row, above) && (row < last || below.IsEmpty))
        {
            rows[row] = rows[row] with { Cells = rows[row].Cells.Select(cell => cell == above ? above with { RowSpan = above.RowSpan + by } : cell).ToList() };
        }
    }

    private static RawCell Joined(RawCell above, RawCell below) => above with
    {
        Paragraphs = Joined(above.Paragraphs, below.Paragraphs),
        Words = [.. above.Words, .. PlacedWord.Shifted(below.Words, above.IsEmpty ? 0 : above.Text.Length + 1)],
    };

    private static IReadOnlyList<string> Joined(IReadOnlyList<string> above, IReadOnlyList<string> below)
    {
        if (above.Count == 0 || below.Count == 0 || SentenceEnd().IsMatch(above[^1]))
        {
            return [.. above, .. below];
        }

        return [.. above.SkipLast(1), above[^1] + " " + below[0], .. below.Skip(1)];
    }

    [GeneratedRegex(@"(?:^|\s)(?:và|&|của|với|cho)$|[,(]$", RegexOptions.NonBacktracking)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"[.;:!?…][""”’)]?$", RegexOptions.NonBacktracking)]
    private static partial Regex SentenceEnd();
}
