namespace Plans.Ingest.Formats.Xlsx;

/// <param name="Lines">Clean lines; none is empty.</param>
/// <param name="HasBorder">Whether a line is drawn at any of its sides.</param>
internal sealed record SheetCell(int Row, int Column, IReadOnlyList<string> Lines, bool HasBorder, bool IsBold, bool IsCapitals)
{
    public int RowSpan { get; init; } = 1;

    public int ColumnSpan { get; init; } = 1;

    public bool IsEmpty => Lines.Count == 0;
}

/// <summary>A sheet's cells by rows, without those that a merged cell covers. Rows that hold nothing are left out.</summary>
internal sealed record SheetGrid(IReadOnlyList<IReadOnlyList<SheetCell>> Rows)
{
    public static readonly SheetGrid Empty = new([]);
}
