using Plans.Ingest.Layout.Pages;
using Plans.Ingest.Ocr;

namespace Plans.Ingest.Formats.Pdf;

/// <summary>A page as it was read, whichever way.</summary>
internal sealed record PageReading(PageContent Content, PageRecord Record)
{
    /// <summary>Words that a signature printed over the image of a recognised page.</summary>
    public IReadOnlyList<PageWord> Stamps { get; init; } = [];

    /// <summary>Cells of a recognised page that are still to be read.</summary>
    public IReadOnlyList<CellImage> Lost { get; init; } = [];

    /// <summary>Brings a box to where it lies on the page, if the page was turned upright to be read.</summary>
    public Func<Box, Box> Back { get; init; } = box => box;
}
