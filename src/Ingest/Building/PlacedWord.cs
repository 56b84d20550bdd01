namespace Plans.Ingest.Building;

/// <summary>A word inside a paragraph's or cell's text, and where it is printed.</summary>
/// <param name="Start">Of its first character, counted from the beginning of that text.</param>
internal readonly record struct PlacedWord(int Start, int Length, int Page, Box Box, double Confidence)
{
    public static IReadOnlyList<PlacedWord> Shifted(IEnumerable<PlacedWord> words, int by) => words.Select(word => word with { Start = word.Start + by }).ToList();
}
