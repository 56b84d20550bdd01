using Plans.Ingest.Layout.Pages;

namespace Plans.Ingest.Ocr;

/// <summary>
/// Reads cells that show ink and yet got no word: a recogniser takes a lonely "1" in a column for dirt. What stands in them is put below
/// one another on an image of its own and recognised as lines of one block.
/// </summary>
internal sealed class LostCells(Tesseract tesseract)
{
    private const int Margin = 24;
    private const int Border = 6;
    private const int FewestPixels = 12;
    private const int LowestLetter = 12;

    private readonly record struct Patch(int X, int Y, int Width, int Height, int Top);

    /// <summary>The words with those of such cells.</summary>
    public IReadOnlyList<PageWord> Read(PageImage image, byte threshold, IReadOnlyList<Grid> grids, IReadOnlyList<PageWord> words, double pointsPerPixel, CancellationToken cancellationToken)
    {
        var patches = new List<Patch>();
        var top = Margin;
        foreach (var (grid, cell) in grids.SelectMany(grid => Unread(grid, words).Select(cell => (grid, cell))))
        {
            if (InkIn(image, threshold, grid, cell, pointsPerPixel) is { } ink)
            {
                patches.Add(ink with { Top = top });
                top += ink.Height + (2 * Margin);
            }
        }

        return patches.Count == 0 ? words : [.. words, .. Recognised(image, patches, top, words.Max(word => word.Line), pointsPerPixel, cancellationToken)];
    }

    private static IEnumerable<GridCell> Unread(Grid grid, IReadOnlyList<PageWord> words)
    {
        var read = words.Select(word => (X: (word.Box.X0 + word.Box.X1) / 2, Y: (word.Box.Y0 + word.Box.Y1) / 2)).Where(at => grid.Contains(at.X, at.Y))
            .Select(at => grid.CellAt(at.X, at.Y)).ToHashSet();
        return grid.Cells.Where((_, i) => !read.Contains(i));
    }

    /// <summary>The smallest rectangle around the ink inside a cell; null if there is none, or only the remains of a line.</summary>
    private static Patch? InkIn(PageImage image, byte threshold, Grid grid, GridCell cell, double pointsPerPixel)
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

        return count >= FewestPixels && y1 - y0 >= LowestLetter ? new Patch(x0, y0, x1 - x0 + 1, y1 - y0 + 1, 0) : null;
    }

    private IEnumerable<PageWord> Recognised(PageImage image, List<Patch> patches, int height, int lastLine, double pointsPerPixel, CancellationToken cancellationToken)
    {
        var width = patches.Max(patch => patch.Width) + (2 * Margin);
        var pixels = new byte[width * height];
        Array.Fill(pixels, byte.MaxValue);
        foreach (var patch in patches)
        {
            for (var y = 0; y < patch.Height; y++)
            {
                Array.Copy(image.Pixels, ((patch.Y + y) * image.Width) + patch.X, pixels, ((patch.Top + y) * width) + Margin, patch.Width);
            }
        }

        var table = tesseract.Recognise(new PageImage(width, height, pixels), TextLayout.Block, cancellationToken);
        foreach (var word in RecognisedWords.Read(table, 1))
        {
            var middle = (word.Box.Y0 + word.Box.Y1) / 2;
            if (patches.FindIndex(patch => middle >= patch.Top - Margin && middle < patch.Top + patch.Height + Margin) is >= 0 and var i)
            {
                var (dx, dy) = (patches[i].X - Margin, patches[i].Y - patches[i].Top);
                var box = new Box((word.Box.X0 + dx) * pointsPerPixel, (word.Box.Y0 + dy) * pointsPerPixel, (word.Box.X1 + dx) * pointsPerPixel, (word.Box.Y1 + dy) * pointsPerPixel);
                yield return word with { Box = box, Line = lastLine + 1 + word.Line, Block = lastLine + 1 + word.Line };
            }
        }
    }
}
