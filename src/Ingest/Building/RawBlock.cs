namespace Plans.Ingest.Building;

/// <summary>A paragraph or table as a reader found it, before it has a place in the text.</summary>
internal abstract record RawBlock;

/// <param name="Text">One clean line.</param>
/// <param name="Gapped">The same with its tabs and runs of blanks, by which a letterhead's columns are told.</param>
internal sealed record RawParagraph(string Text, int Page, ParagraphStyle Style, BlockRole Role = BlockRole.Body, string? Gapped = null) : RawBlock
{
    /// <summary>Empty where the format has no geometry.</summary>
    public IReadOnlyList<PlacedWord> Words { get; init; } = [];

    /// <summary>The text as a cell holds it: cells have no style that could say that letters typed small are shown as capitals.</summary>
    public string InCell => Style.Capitals ? Text.ToUpperInvariant() : Text;
}
