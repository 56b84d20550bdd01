using Plans.Corpus.Rendering.Typesetting;

namespace Plans.Corpus.Rendering.Word;

/// <summary>Shares a table's width among its columns: room for each column's longest word, the rest by how much is written in it.</summary>
internal static class ColumnWidths
{
    /// <summary>Of one letter and of the blank around a cell, in twentieths of a point, at 12 points.</summary>
    private const int Letter = 150;
    private const int Padding = 240;

    public static IReadOnlyList<int> Of(Grid grid, int width)
    {
        var cells = grid.Rows.SelectMany(row => row).Where(cell => cell.ColumnSpan == 1).ToLookup(cell => cell.Column);
        var least = new double[grid.Columns];
        var wish = new double[grid.Columns];
        for (var column = 0; column < grid.Columns; column++)
        {
            var texts = cells[column].Select(cell => string.Join(' ', cell.Lines)).DefaultIfEmpty("").ToList();
            least[column] = Padding + (Letter * texts.Max(text => text.Split(' ').Max(word => word.Length)));
            wish[column] = Math.Sqrt(texts.Max(text => text.Length) * texts.Average(text => text.Length + 1));
        }

        var shrink = Math.Min(1, width / least.Sum());
        var rest = width - (least.Sum() * shrink);
        var widths = least.Select((one, i) => (int)((one * shrink) + (rest * wish[i] / wish.Sum()))).ToList();
        widths[^1] += width - widths.Sum();
        return widths;
    }
}
