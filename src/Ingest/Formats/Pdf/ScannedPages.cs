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
    public PageReading Read(PageContent page, bool isGrey, IReadOnlyList<PageWord> stamps, CancellationToken cancellationToken)
    {
        try
        {
            PageImage? image = null;
            ChildProcess.Run(tools.Image(path, page.Number, PageRecogniser.DotsPerInch, isGrey), output => image = TryRead(output), cancellationToken);
            if (image is null)
            {
                return Failed(page, "the page cannot be drawn");
            }

            return _recogniser.Recognise(image, cancellationToken) is { } found && !IsNoise(found.Words)
                ? new PageReading(page with { Words = found.Words, Rulings = found.Rulings, IsRecognised = true }, Record(page, PageSource.Ocr)) { Stamps = stamps, Back = found.Back }
                : new PageReading(page with { Words = [] }, Record(page, PageSource.Blank)) { Stamps = stamps };
        }
        catch (UnreadableFileException e)
        {
            return Failed(page, $"{e.Message} {e.Advice}");
        }
    }

    /// <summary>A few marks that were hardly recognised are dirt, or shine through from the other side of the sheet.</summary>
    private static bool IsNoise(IReadOnlyList<PageWord> words) => words.Count == 0 || (words.Count <= FewWords && words.Average(word => word.Confidence) < Unsure);

    private PageImage? TryRead(Stream output)
    {
        try
        {
            return PageImage.Read(output, limits);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            return null;
        }
    }

    private static PageReading Failed(PageContent page, string reason) => new(page with { Words = [] }, Record(page, PageSource.Failed) with { Reason = reason });

    private static PageRecord Record(PageContent page, PageSource source) => new(page.Number, source, page.Width, page.Height);
}
