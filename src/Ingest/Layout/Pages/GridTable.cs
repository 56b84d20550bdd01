using Plans.Ingest.Building;

namespace Plans.Ingest.Layout.Pages;

/// <summary>Fills a drawn grid with the words that stand in its cells; each word is in the one cell around its middle.</summary>
internal static class GridTable
{
    public static IReadOnlyList<RawRow> Rows(Grid grid, PageContent page, IReadOnlyList<PageWord> words)
    {
        var inCell = new List<PageWord>[grid.Cells.Count];
        foreach (var word in words)
        {
            var cell = grid.CellAt((word.Box.X0 + word.Box.X1) / 2, (word.Box.Y0 + word.Box.Y1) / 2);
            (inCell[cell] ??= []).Add(word);
        }

        var filled = grid.Cells.Select((cell, i) => (Cell: cell, Words: inCell[i] ?? [])).ToList();
        // A row in which nothing begins exists only as a trace of uneven lines, and one without any words is mere space.
        var kept = Enumerable.Range(0, grid.Rows).Where(row => filled.Exists(one => one.Cell.Top == row && one.Words.Count > 0)).ToList();
        return kept.Select(row => new RawRow(page.Number, filled.Where(one => First(one.Cell) == row).OrderBy(one => one.Cell.Left).Select(one => CellOf(one.Cell, one.Words)).ToList()))
            .ToList();

        int? First(GridCell cell) => kept.Where(row => row >= cell.Top && row < cell.Bottom).Select(row => (int?)row).FirstOrDefault();

        RawCell CellOf(GridCell cell, List<PageWord> inside) =>
            CellText.Of(cell.Left, CellLines.Of(page, inside), grid.Xs[cell.Left], grid.Xs[cell.Right], cell.Right - cell.Left,
                kept.Count(row => row >= cell.Top && row < cell.Bottom));
    }
}
