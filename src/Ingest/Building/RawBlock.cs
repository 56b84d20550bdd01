namespace Plans.Ingest.Building;

/// <summary>A paragraph or table as a reader found it, before it has a place in the text.</summary>
internal abstract record RawBlock;

/// <param name="Text">One clean line.</param>
internal sealed record RawParagraph(string Text, int Page, ParagraphStyle Style, BlockRole Role = BlockRole.Body) : RawBlock;
