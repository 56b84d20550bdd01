using Plans.Ingest.Layout.Pages;
using Plans.Ingest.Ocr;
using Plans.Ingest.Sandbox;

namespace Plans.Ingest.Formats.Pdf;

/// <summary>Reads pages that are images. A page that cannot be recognised is one failed page; the others are read.</summary>
internal sealed class ScannedPages(string path, PdfTools tools, ReadLimits limits, OcrSettings settings)
{
    private readonly PageRecogniser _recogniser = new(new Tesseract(limits, settings));

    public PageReading Read(PageContent page, IReadOnlyList<PageWord> stamps, CancellationToken cancellationToken)
    {
        try
        {
            PageImage? image = null;
            ChildProcess.Run(tools.Image(path, page.Number, PageRecogniser.DotsPerInch), output => image = TryRead(output), cancellationToken);
            if (image is null)
            {
                return Failed(page, "the page cannot be drawn");
            }

            return _recogniser.Recognise(image, cancellationToken) is { } found && found.Words.Count > 0
                ? new PageReading(page with { Words = found.Words, Rulings = found.Rulings, IsRecognised = true }, Record(page, PageSource.Ocr)) { Stamps = stamps, Back = found.Back }
                : new PageReading(page with { Words = [] }, Record(page, PageSource.Blank)) { Stamps = stamps };
        }
        catch (UnreadableFileException e)
        {
            return Failed(page, $"{e.Message} {e.Advice}");
        }
    }

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
