using Plans.Ingest.Layout.Pages;
using Plans.Ingest.Ocr;
using Plans.Ingest.Sandbox;

namespace Plans.Ingest.Formats.Pdf;

/// <summary>Reads pages that are images. A page that cannot be recognised is one failed page; the others are read.</summary>
internal sealed class ScannedPages(string path, PdfTools tools, ReadLimits limits, OcrSettings settings)
{
    private const int FewWords = 20;
    private const double Unsure = 0.5;

    private readonly PageRecogniser _recogniser = new(new Tesseract(limits, settings));

    /// <param name="isGrey">Whether the page has no colours worth drawing.</param>
    /// <param name="scan">The picture that is all of the page, if there is one.</param>
    public PageReading Read(PageContent page, bool isGrey, PagePicture? scan, IReadOnlyList<PageWord> stamps, CancellationToken cancellationToken)
    {
        try
        {
            if (((scan is null ? null : Kept(scan, page, cancellationToken)) ?? Drawn(page, isGrey, cancellationToken)) is not { } image)
            {
                return Failed(page, "the page cannot be drawn");
            }

            return _recogniser.Recognise(image, cancellationToken) is { } found && !IsNoise(found.Words)
                ? new PageReading(page with { Words = found.Words, Rulings = found.Rulings, IsRecognised = true }, Record(page, PageSource.Ocr)) { Stamps = stamps, Back = found.Back, Lost = found.Lost }
                : new PageReading(page with { Words = [] }, Record(page, PageSource.Blank)) { Stamps = stamps };
        }
        catch (UnreadableFileException e)
        {
            return Failed(page, $"{e.Message} {e.Advice}");
        }
    }

    /// <summary>Adds the words of cells that got none at first, of all pages together.</summary>
    public void ReadLostCells(PageReading[] readings, CancellationToken cancellationToken)
    {
        var lost = readings.SelectMany((reading, page) => reading.Lost.Select(cell => (page, cell))).ToList();
        try
        {
            foreach (var found in _recogniser.Read(lost.ConvertAll(one => one.cell), cancellationToken).GroupBy(found => lost[found.Cell].page))
            {
                var reading = readings[found.Key];
                var last = reading.Content.Words.Max(word => word.Line);
                var lines = found.Select(word => (word.Cell, word.Word.Line)).Distinct().Select((line, i) => (line, Number: last + 1 + i)).ToDictionary(line => line.line, line => line.Number);
                var words = found.Select(word => word.Word with { Line = lines[(word.Cell, word.Word.Line)], Block = lines[(word.Cell, word.Word.Line)] });
                readings[found.Key] = reading with { Content = reading.Content with { Words = [.. reading.Content.Words, .. words] }, Lost = [] };
            }
        }
        catch (UnreadableFileException e)
        {
            foreach (var page in lost.Select(one => one.page).Distinct())
            {
                readings[page] = readings[page] with { Record = readings[page].Record with { Source = PageSource.Failed, Reason = $"some cells of its tables were not recognised: {e.Message} {e.Advice}" } };
            }
        }
    }

    /// <summary>A few marks that were hardly recognised are dirt, or shine through from the other side of the sheet.</summary>
    private static bool IsNoise(IReadOnlyList<PageWord> words) => words.Count == 0 || (words.Count <= FewWords && words.Average(word => word.Confidence) < Unsure);

    /// <summary>Null if what the file says of it does not hold.</summary>
    private PageImage? Kept(PagePicture scan, PageContent page, CancellationToken cancellationToken)
    {
        if ((long)scan.Width * scan.Height > limits.ImagePixels)
        {
            return null;
        }

        PageImage? image = null;
        ChildProcess.Run(tools.Pixels(path, scan.Object), output => image = TryRead(() => RawPixels.Read(output, scan.Width, scan.Height, scan.Colours, scan.Bits, scan.DotsPerInch)), cancellationToken);
        return image is null ? null : Resampling.To(image, Pixels(page.Width), Pixels(page.Height));
    }

    private static int Pixels(double points) => (int)Math.Ceiling(points / 72 * PageRecogniser.DotsPerInch);

    private PageImage? Drawn(PageContent page, bool isGrey, CancellationToken cancellationToken)
    {
        PageImage? image = null;
        ChildProcess.Run(tools.Image(path, page.Number, PageRecogniser.DotsPerInch, isGrey), output => image = TryRead(() => PageImage.Read(output, limits)), cancellationToken);
        return image;
    }

    private static PageImage? TryRead(Func<PageImage> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            return null;
        }
    }

    private static PageReading Failed(PageContent page, string reason) => new(page with { Words = [] }, Record(page, PageSource.Failed) with { Reason = reason });

    private static PageRecord Record(PageContent page, PageSource source) => new(page.Number, source, page.Width, page.Height);
}
