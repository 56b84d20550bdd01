namespace Plans.Ingest.Formats.Docx;

/// <summary>
/// On which page the reading stands. A DOCX holds no pages: Word notes where they ended when it last laid the document out, and only
/// without such notes the breaks that the author put in are counted.
/// </summary>
internal sealed class PageCounter(bool hasRenderedBreaks)
{
    public int Page { get; private set; } = 1;

    public void RenderedBreak() => Page += hasRenderedBreaks ? 1 : 0;

    public void AuthorsBreak() => Page += hasRenderedBreaks ? 0 : 1;

    /// <summary>The cells of a row stand side by side: each begins where the row began.</summary>
    public void GoTo(int page) => Page = page;
}
