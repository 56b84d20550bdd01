using Plans.Ingest.Layout.Pages;

namespace Plans.Ingest.Ocr;

/// <param name="Back">Brings a box of the upright page to where it lies on the page as scanned.</param>
/// <param name="Lost">Cells of its tables that got no word.</param>
internal sealed record RecognisedPage(IReadOnlyList<PageWord> Words, IReadOnlyList<Ruling> Rulings, Func<Box, Box> Back, IReadOnlyList<CellImage> Lost);

/// <summary>Makes words and lines of an image of a page: upright, without the lines of its tables, then recognised.</summary>
internal sealed class PageRecogniser(Tesseract tesseract)
{
    /// <summary>In which pages are drawn, set upright and searched for lines, which are thin.</summary>
    public const int DotsPerInch = 300;

    private const double PointsPerPixel = 72.0 / DotsPerInch;

    /// <summary>
    /// In which letters are recognised: Tesseract brings lines to a height of 36 pixels, about what 14 points are then. Finer images took it a
    /// third longer, and it lost more blanks and marks.
    /// </summary>
    private const int ReadDotsPerInch = 200;

    private const double PointsPerReadPixel = 72.0 / ReadDotsPerInch;

    private readonly LostCells _cells = new(tesseract);

    /// <summary>Null if the page is blank.</summary>
    public RecognisedPage? Recognise(PageImage image, CancellationToken cancellationToken)
    {
        var threshold = image.Threshold();
        if (image.IsBlank(threshold))
        {
            return null;
        }

        var isDirty = Specks.Remove(image, threshold);
        if (isDirty)
        {
            Smoothing.Apply(image);
        }

        var angle = Skew.Of(image, threshold);
        var upright = angle == 0 ? image : Skew.Turned(image, angle);
        var rulings = RasterRulings.Of(upright, isDirty ? Paler(threshold) : threshold, PointsPerPixel);
        var grids = Grid.All(rulings);
        RasterRulings.Erase(upright, rulings.Where(ruling => grids.Any(grid => IsPart(grid, ruling))), PointsPerPixel);
        var table = tesseract.Recognise(Small(upright), grids.Count > 0 ? TextLayout.Anywhere : TextLayout.OneColumn, ReadDotsPerInch, cancellationToken);
        var words = RecognisedWords.Spotless(RecognisedWords.Of(table, PointsPerReadPixel), grids);
        var lost = words.Count == 0 ? [] : LostCells.Of(upright, threshold, grids, words, PointsPerPixel);
        var mended = LostDashes.PutBack(upright, threshold, GluedWords.Parted(upright, threshold, words, PointsPerPixel), PointsPerPixel);
        return new RecognisedPage(mended, rulings, Back(image, angle), lost);
    }

    /// <summary>The words of cells that got none at first, each with the index of its cell.</summary>
    public IReadOnlyList<(int Cell, PageWord Word)> Read(IReadOnlyList<CellImage> lost, CancellationToken cancellationToken) => _cells.Read(lost, PointsPerPixel, cancellationToken);

    private static PageImage Small(PageImage image) => Resampling.To(image, image.Width * ReadDotsPerInch / DotsPerInch, image.Height * ReadDotsPerInch / DotsPerInch);

    /// <summary>Half way to white: hairlines of tables are as pale as that on a page that was smoothed.</summary>
    private static byte Paler(byte threshold) => (byte)((threshold + byte.MaxValue) / 2);

    private static bool IsPart(Grid grid, Ruling ruling) => ruling.IsHorizontal
        ? ruling.At >= grid.Box.Y0 - Rulings.Tolerance && ruling.At <= grid.Box.Y1 + Rulings.Tolerance && ruling.From < grid.Box.X1 && ruling.To > grid.Box.X0
        : ruling.At >= grid.Box.X0 - Rulings.Tolerance && ruling.At <= grid.Box.X1 + Rulings.Tolerance && ruling.From < grid.Box.Y1 && ruling.To > grid.Box.Y0;

    private static Func<Box, Box> Back(PageImage image, double angle)
    {
        if (angle == 0)
        {
            return box => box;
        }

        var turn = Turn.Of(image, angle);
        return box =>
        {
            var (x, y) = ((box.X0 + box.X1) / 2, (box.Y0 + box.Y1) / 2);
            var (backX, backY) = turn.Back(x / PointsPerPixel, y / PointsPerPixel);
            var (dx, dy) = ((backX * PointsPerPixel) - x, (backY * PointsPerPixel) - y);
            return new Box(box.X0 + dx, box.Y0 + dy, box.X1 + dx, box.Y1 + dy);
        };
    }
}
