using System.Globalization;
using Plans.Ingest.Layout;
using Plans.Ingest.Layout.Pages;

namespace Plans.Ingest.Ocr;

/// <summary>
/// Sets right the row numbers of tables: a recogniser has no context for a lonely figure ("V/" for 7) nor for "TT" above it. Rows are numbered
/// in order, so the numbers before and after tell what stands between.
/// </summary>
internal static class RowNumbers
{
    private const int FewestNumbers = 3;

    /// <summary>The share of numbers that may be out of order; more are several series in one column.</summary>
    private const double MostMisread = 0.25;
    private const int LongestNumber = 6;
    private const int LongestLabel = 10;

    /// <summary>Below this, what stands for the label or a first number is not what was printed.</summary>
    private const double Unsure = 0.6;

    /// <summary>A cell of the first column.</summary>
    private sealed record NumberCell(Box Box, List<PageWord> Words)
    {
        public string Text { get; } = string.Join(' ', Words.OrderBy(word => word.Line).ThenBy(word => word.Box.X0).Select(word => word.Text));

        public int? Number => int.TryParse(Text.TrimEnd('.'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

        public bool IsUnsure => Words.Count > 0 && Words.Min(word => word.Confidence) < Unsure;
    }

    public static IReadOnlyList<PageWord> Repaired(IReadOnlyList<PageWord> words, IReadOnlyList<Grid> tables)
    {
        var all = words.ToList();
        foreach (var (cell, text) in tables.SelectMany(table => Changes(Cells(table, words))))
        {
            all.RemoveAll(cell.Words.Contains);
            all.Add(cell.Words.Count > 0
                ? cell.Words[0] with { Text = text }
                : new PageWord(text, cell.Box, words.Max(word => word.Line) + 1 + all.Count, words.Max(word => word.Block) + 1 + all.Count, 0));
        }

        return all;
    }

    /// <summary>The places of the most numbers that rise from one to the next, by one where there is a choice; the others were misread.</summary>
    private static List<int> Rising(List<(int Place, int Number)> read)
    {
        var (length, before) = (new int[read.Count], new int[read.Count]);
        for (var i = 0; i < read.Count; i++)
        {
            before[i] = -1;
            for (var j = 0; j < i; j++)
            {
                var isLonger = length[j] + 1 > length[i] || (length[j] + 1 == length[i] && read[j].Number == read[i].Number - 1);
                (length[i], before[i]) = read[j].Number < read[i].Number && isLonger ? (length[j] + 1, j) : (length[i], before[i]);
            }
        }

        var rising = new List<int>();
        for (var at = read.Count == 0 ? -1 : Array.IndexOf(length, length.Max()); at >= 0; at = before[at])
        {
            rising.Insert(0, read[at].Place);
        }

        return rising;
    }

    private static List<NumberCell> Cells(Grid table, IReadOnlyList<PageWord> words)
    {
        var cells = Enumerable.Range(0, table.Cells.Count).Where(i => table.Cells[i].Left == 0 && table.Cells[i].Right < table.Columns).ToDictionary(i => i, _ => new List<PageWord>());
        foreach (var word in words)
        {
            var (x, y) = ((word.Box.X0 + word.Box.X1) / 2, (word.Box.Y0 + word.Box.Y1) / 2);
            if (table.Contains(x, y) && cells.TryGetValue(table.CellAt(x, y), out var inside))
            {
                inside.Add(word);
            }
        }

        return cells.OrderBy(cell => table.Cells[cell.Key].Top)
            .Select(cell => new NumberCell(Around(table, table.Cells[cell.Key]), cell.Value)).ToList();
    }

    /// <summary>The place of a line of text at the top of the cell.</summary>
    private static Box Around(Grid table, GridCell cell) => new(table.Xs[cell.Left] + 2, table.Ys[cell.Top] + 2, table.Xs[cell.Right] - 2, Math.Min(table.Ys[cell.Bottom] - 2, table.Ys[cell.Top] + 14));

    private static IEnumerable<(NumberCell Cell, string Text)> Changes(List<NumberCell> cells)
    {
        var read = Enumerable.Range(0, cells.Count).Where(i => cells[i].Number is not null).ToList();
        var numbered = Rising(read.ConvertAll(i => (i, cells[i].Number!.Value)));
        if (numbered.Count < FewestNumbers || read.Count - numbered.Count > MostMisread * read.Count)
        {
            yield break;
        }

        if (numbered[0] > 0 && cells[0] is { IsUnsure: true } label && label.Text.Length <= LongestLabel && !TableHeadings.IsNumberLabel(label.Text))
        {
            yield return (label, "TT");
        }

        if (numbered[0] > 1 && cells[numbered[0]].Number == 2 && cells[numbered[0] - 1] is { IsUnsure: true } first && first.Text.Length <= LongestNumber)
        {
            yield return (first, "1");
        }

        foreach (var (before, after) in numbered.Zip(numbered.Skip(1)))
        {
            var (from, missing) = (cells[before].Number!.Value, cells[after].Number!.Value - cells[before].Number!.Value - 1);
            var between = cells[(before + 1)..after];
            var filled = between.Where(cell => cell.Words.Count > 0).ToList();
            var wrong = filled.Count == missing && filled.TrueForAll(cell => cell.Text.Length <= LongestNumber) ? filled : filled.Count == 0 && between.Count == missing ? between : [];
            for (var i = 0; i < wrong.Count; i++)
            {
                yield return (wrong[i], (from + 1 + i).ToString(CultureInfo.InvariantCulture));
            }
        }
    }
}
