namespace Plans.Extraction.Citations;

/// <summary>An instrument as a text names it.</summary>
/// <param name="Start">Where its type, or its number, begins.</param>
/// <param name="End">One past its number or its date.</param>
internal sealed record Citation(string Type, string? Number, string? Date, int Start, int End);
