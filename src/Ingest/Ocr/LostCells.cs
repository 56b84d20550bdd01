using Plans.Ingest.Layout.Pages;

namespace Plans.Ingest.Ocr;

/// <summary>The ink inside a cell, and where its rectangle begins on the page in pixels.</summary>
internal sealed record CellImage(int X, int Y, int Width, int Height, byte[] Pixels)
{
    public static CellImage Of(PageImage page, int x, int y, int width, int height)
    {
        var pixels = new byte[width * height];
        for (var row = 0; row < height; row++)
        {
            Array.Copy(page.Pixels, ((y + row) * page.Width) + x, pixels, row * width, width);
        }

        return new CellImage(x, y, width, height, pixels);
    }
}

/// <summary>
/// Reads cells that show ink and yet got no word: a recogniser takes a lonely "1" in a column for dirt. What stands in them is put below
/// one another on an image of its own and recognised as lines of one block, those of all pages together.
/// </summary>
internal sealed class LostCells(Tesseract tesseract)
{
    private const int Margin = 24;
    private const int Border = 6;
    private const int FewestPixels = 12;
    private const int LowestLetter = 12;

    /// <summary>So many go on one image: a call of the recogniser costs a tenth of a page before it has read anything.</summary>
    private const int MostAtOnce = 100;

    /// <summary>Cells of a page that show ink and got no word.</summary>
    public static IReadOnlyList<CellImage> Of(PageImage image, byte threshold, IReadOnlyList<Grid> grids, IReadOnlyList<PageWord> words, double pointsPerPixel) =>
        grids.SelectMany(grid => Unread(grid, words).Select(cell => InkIn(image, threshold, grid, cell, pointsPerPixel))).OfType<CellImage>().ToList();

    /// <summary>The words of cells of several pages, each with the index of its cell; words of one cell may stand in several lines.</summary>
    public IReadOnlyList<(int Cell, PageWord Word)> Read(IReadOnlyList<CellImage> cells, double pointsPerPixel, CancellationToken cancellationToken) =>
        cells.Chunk(MostAtOnce).SelectMany((chunk, i) => Recognised(chunk, pointsPerPixel, cancellationToken).Select(found => (found.Cell + (i * MostAtOnce), found.Word))).ToList();

    private static IEnumerable<GridCell> Unread(Grid grid, IReadOnlyList<PageWord> words)
    {
        var read = words.Select(word => (X: (word.Box.X0 + word.Box.X1) / 2, Y: (word.Box.Y0 + word.Box.Y1) / 2)).Where(at => grid.Contains(at.X, at.Y))
            .Select(at => grid.CellAt(at.X, at.Y)).ToHashSet();
        return grid.Cells.Where((_, i) => !read.Contains(i));
    }

    /// <summary>The smallest rectangle around the ink inside a cell; null if there is none, or only the remains of a line.</summary>
    private static CellImage? InkIn(PageImage image, byte threshold, Grid grid, GridCell cell, double pointsPerPixel)
    {
        var (left, right) = ((int)(grid.Xs[cell.Left] / pointsPerPixel) + Border, Math.Min(image.Width - 1, (int)(grid.Xs[cell.Right] / pointsPerPixel) - Border));
        var (top, bottom) = ((int)(grid.Ys[cell.Top] / pointsPerPixel) + Border, Math.Min(image.Height - 1, (int)(grid.Ys[cell.Bottom] / pointsPerPixel) - Border));
        var (x0, x1, y0, y1, count) = (int.MaxValue, -1, int.MaxValue, -1, 0);
        for (var y = top; y <= bottom; y++)
        {
            for (var x = left; x <= right; x++)
            {
                if (image.Pixels[(y * image.Width) + x] < threshold)
                {
                    (x0, x1, y0, y1, count) = (Math.Min(x0, x), Math.Max(x1, x), Math.Min(y0, y), Math.Max(y1, y), count + 1);
                }
            }
        }

        return count >= FewestPixels && y1 - y0 >= LowestLetter ? CellImage.Of(image, x0, y0, x1 - x0 + 1, y1 - y0 + 1) : null;
    }

    private IEnumerable<(int Cell, PageWord Word)> Recognised(CellImage[] cells, double pointsPerPixel, CancellationToken cancellationToken)
    {
        var tops = new int[cells.Length];
        var height = Margin;
        for (var i = 0; i < cells.Length; i++)
        {
            tops[i] = height;
            height += cells[i].Height + (2 * Margin);
        }

        var width = cells.Max(cell => cell.Width) + (2 * Margin);
        var pixels = new byte[width * height];
        Array.Fill(pixels, byte.MaxValue);
        for (var i = 0; i < cells.Length; i++)
        {
            for (var y = 0; y < cells[i].Height; y++)
            {
                Array.Copy(cells[i].Pixels, y * cells[i].Width, pixels, ((tops[i] + y) * width) + Margin, cells[i].Width);
            }
        }

        var table = tesseract.Recognise(new PageImage(width, height, pixels), TextLayout.Block, PageRecogniser.DotsPerInch, cancellationToken);
        foreach (var word in RecognisedWords.Read(table, 1))
        {
            var middle = (word.Box.Y0 + word.Box.Y1) / 2;
            if (Array.FindLastIndex(tops, top => middle >= top - Margin) is >= 0 and var i)
            {
                var (dx, dy) = (cells[i].X - Margin, cells[i].Y - tops[i]);
                yield return (i, word with { Box = new Box((word.Box.X0 + dx) * pointsPerPixel, (word.Box.Y0 + dy) * pointsPerPixel, (word.Box.X1 + dx) * pointsPerPixel, (word.Box.Y1 + dy) * pointsPerPixel) });
            }
        }
    }
}
