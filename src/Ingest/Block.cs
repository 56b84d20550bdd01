namespace Plans.Ingest;

/// <summary>Where in the page's make-up a block belongs. Only <see cref="Body"/> is part of the text flow; <see cref="Contents"/> is a table of contents.</summary>
public enum BlockRole { Body, PageNumber, RunningHeader, Footnote, Stamp, Contents }

public enum Alignment { Unknown, Left, Centre, Right, Justified }

/// <summary>How a paragraph looks, as far as the format tells. Sizes and indents are in points.</summary>
public sealed record ParagraphStyle
{
    public static readonly ParagraphStyle Plain = new();

    public bool Bold { get; init; }

    public bool Italic { get; init; }

    /// <summary>
    /// All of it is shown as capitals, by formatting or by a capitals-only font such as .VnTimeH. The text keeps the case in which it was typed.
    /// </summary>
    public bool Capitals { get; init; }

    public double? FontSize { get; init; }

    public double? Indent { get; init; }

    public Alignment Alignment { get; init; }

    /// <summary>The heading level that a style or tag names (h1, "Heading 1"), from 1.</summary>
    public int? HeadingLevel { get; init; }

    /// <summary>The automatic number or bullet that the reader wrote at the paragraph's start.</summary>
    public string? ListNumber { get; init; }
}

/// <param name="Range">The block's text without its closing line break.</param>
/// <param name="Page">The page on which it begins, from 1.</param>
public abstract record Block(TextRange Range, int Page)
{
    public BlockRole Role { get; init; }
}

public sealed record Paragraph(TextRange Range, int Page) : Block(Range, Page)
{
    public ParagraphStyle Style { get; init; } = ParagraphStyle.Plain;
}

/// <summary>A table, made whole over page breaks: continued rows joined, repeated header rows dropped.</summary>
public sealed record Table(TextRange Range, int Page) : Block(Range, Page)
{
    public required IReadOnlyList<TableRow> Rows { get; init; }

    /// <summary>Whether lines are drawn around its cells; a layout table (agency left, motto right) has none.</summary>
    public bool Ruled { get; init; }

    /// <summary>How many of the first rows are column headings, as the format or the repetition on later pages shows; null if unknown.</summary>
    public int? HeaderRows { get; init; }
}

public sealed record TableRow(TextRange Range, int Page, IReadOnlyList<TableCell> Cells);

/// <param name="Range">The cell's text; its paragraphs are joined by one blank.</param>
/// <param name="Column">The first column it covers, from 0.</param>
public sealed record TableCell(TextRange Range, int Column)
{
    public int ColumnSpan { get; init; } = 1;

    /// <summary>Rows covered; the rows below have no cell at this place.</summary>
    public int RowSpan { get; init; } = 1;

    /// <summary>The paragraphs inside, in order.</summary>
    public IReadOnlyList<TextRange> Paragraphs { get; init; } = [];
}
