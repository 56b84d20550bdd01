namespace Plans.Ingest.Formats.Pdf;

/// <summary>What stands in a box of a page, as rows of cells; all rows have the same number.</summary>
/// <param name="IsRuled">Whether drawn lines told the cells; else the gaps between the words did.</param>
/// <param name="IsRecognised">Whether the words were recognised in an image and may have errors.</param>
public sealed record BoxTable(IReadOnlyList<IReadOnlyList<string>> Rows, bool IsRuled, bool IsRecognised);
