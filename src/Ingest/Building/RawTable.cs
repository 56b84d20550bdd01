namespace Plans.Ingest.Building;

/// <summary>A table as a reader found it, before it has a place in the text.</summary>
internal sealed record RawTable(IReadOnlyList<RawRow> Rows, bool Ruled, int? HeaderRows = null, BlockRole Role = BlockRole.Body) : RawBlock;

internal sealed record RawRow(int Page, IReadOnlyList<RawCell> Cells)
{
    public RawCell? At(int column) => Cells.FirstOrDefault(cell => cell.Column == column);

    public bool IsEmpty => Cells.All(cell => cell.IsEmpty);
}

/// <param name="Paragraphs">Clean lines without tabs or line breaks; none is empty.</param>
internal sealed record RawCell(int Column, IReadOnlyList<string> Paragraphs, int ColumnSpan = 1, int RowSpan = 1)
{
    public bool IsEmpty => Paragraphs.Count == 0;

    public string Text => string.Join(' ', Paragraphs);

    /// <summary>By their place in <see cref="Text"/>; empty where the format has no geometry.</summary>
    public IReadOnlyList<PlacedWord> Words { get; init; } = [];
}
