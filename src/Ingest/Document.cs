namespace Plans.Ingest;

/// <summary>A half-open range of UTF-16 code units in <see cref="Document.Text"/>.</summary>
public readonly record struct TextRange(int Start, int End)
{
    public int Length => End - Start;

    public bool Contains(int position) => position >= Start && position < End;

    public bool Contains(TextRange other) => other.Start >= Start && other.End <= End;

    public string Of(string text) => text[Start..End];
}

/// <summary>A rectangle on a page in PDF points, origin at the page's top left.</summary>
public readonly record struct Box(double X0, double Y0, double X1, double Y1);

/// <summary>
/// What a reader makes of a file: its text and how it stands on the pages. Extraction sees nothing else.
/// The text is NFC, paragraphs end with one line break, hard-wrapped lines are joined, table rows are one line each with
/// a tab between cells, and automatic numbers are written out; it never changes once made, and every range points into it.
/// </summary>
public sealed record Document
{
    /// <summary>The type that the content shows, such as <c>text/plain</c>; never guessed from the name alone.</summary>
    public required string MediaType { get; init; }

    public required string Text { get; init; }

    /// <summary>Paragraphs and tables in reading order, not overlapping.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>The page ledger, one record a page; a format without pages has one record.</summary>
    public required IReadOnlyList<PageRecord> Pages { get; init; }

    /// <summary>Words with their boxes, by <see cref="Word.Range"/>; empty where the format has no geometry.</summary>
    public IReadOnlyList<Word> Words { get; init; } = [];

    public IReadOnlyList<ReadWarning> Warnings { get; init; } = [];
}

/// <summary>How a page was read. Pages in = text + ocr + blank + failed.</summary>
public enum PageSource { Text, Ocr, Blank, Failed }

/// <param name="Number">From 1.</param>
/// <param name="Reason">Why the page failed; null otherwise.</param>
public sealed record PageRecord(int Number, PageSource Source, double? Width = null, double? Height = null, string? Reason = null);

/// <param name="Confidence">Of the recognition, 0 to 1; 1 where the text was not recognised but read.</param>
public sealed record Word(TextRange Range, int Page, Box Box, double Confidence = 1);

/// <summary>Something the reader noticed that the user should know, such as <c>ocr-used</c>.</summary>
public sealed record ReadWarning(string Code, string Message, int? Page = null);
