using Plans.Ingest.Building;
using Plans.Ingest.Formats.Pdf;

namespace Plans.Ingest.Layout.Pages;

/// <summary>Makes rows and cells of all that stands in a box: by the lines that are drawn, else by the gaps that run through all lines.</summary>
internal static class BoxCells
{
    /// <summary>A grid that holds fewer of the words than this is not what the box is about.</summary>
    private const double MostWords = 0.6;

    /// <summary>Lines that may bridge a gap between columns, such as a heading over several of them.</summary>
    private const double BridgingLines = 0.25;

    /// <summary>Width of a gap between columns, in heights of a line: blanks are narrower.</summary>
    private const double Gap = 0.8;

    public static BoxTable Of(PageContent content)
    {
        var words = content.Words;
        if (words.Count == 0)
        {
            return new BoxTable([], false, content.IsRecognised);
        }

        var grid = Grid.All(content.Rulings).MaxBy(grid => words.Count(word => IsIn(grid, word)));
        var inside = grid is null ? [] : words.Where(word => IsIn(grid, word)).ToList();
        return grid is not null && inside.Count >= MostWords * words.Count
            ? new BoxTable([.. GridTable.Rows(grid, content, inside).Select(row => Cells(row, grid.Columns))], true, content.IsRecognised)
            : new BoxTable(ByGaps(content), false, content.IsRecognised);
    }

    private static bool IsIn(Grid grid, PageWord word) => grid.Contains((word.Box.X0 + word.Box.X1) / 2, (word.Box.Y0 + word.Box.Y1) / 2);

    /// <summary>A merged cell's text stands in its first column, the others are empty.</summary>
    private static string[] Cells(RawRow row, int columns)
    {
        var cells = Enumerable.Repeat("", columns).ToArray();
        foreach (var cell in row.Cells)
        {
            cells[cell.Column] = cell.Text;
        }

        return cells;
    }

    private static IReadOnlyList<IReadOnlyList<string>> ByGaps(PageContent content)
    {
        var lines = LineFinder.InColumn(content.Number, content.Words, content.IsRecognised);
        var borders = Borders(lines);
        return
        [
            .. lines.Select(line => (IReadOnlyList<string>)
            [
                .. Enumerable.Range(0, borders.Count + 1).Select(column => string.Join(' ', line.Words
                    .Where(word => borders.Count(border => (word.Box.X0 + word.Box.X1) / 2 > border) == column)
                    .Select(word => line.Text.Substring(word.Start, word.Length)))),
            ]),
        ];
    }

    /// <summary>The middles of the gaps that nearly all lines leave.</summary>
    private static List<double> Borders(IReadOnlyList<TextLine> lines)
    {
        var height = lines.Average(line => line.Height);
        var edges = lines.SelectMany(line => line.Words).SelectMany(word => new[] { word.Box.X0, word.Box.X1 }).Distinct().Order().ToList();
        var borders = new List<double>();
        var (start, end) = (double.NaN, double.NaN);
        foreach (var (from, to) in edges.Zip(edges.Skip(1)))
        {
            var middle = (from + to) / 2;
            var bridged = lines.Count(line => line.Words.Any(word => word.Box.X0 < middle && word.Box.X1 > middle));
            if (bridged <= BridgingLines * lines.Count)
            {
                (start, end) = (double.IsNaN(start) ? from : start, to);
                continue;
            }

            Close();
        }

        return borders;

        void Close()
        {
            if (end - start > Gap * height)
            {
                borders.Add((start + end) / 2);
            }

            start = double.NaN;
        }
    }
}
