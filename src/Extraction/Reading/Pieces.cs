namespace Plans.Extraction.Reading;

/// <summary>
/// Cuts very long paragraphs at ends of sentences: the rules look at a line as a whole, and so they cost no more for a character of a long
/// paragraph than of a short one.
/// </summary>
internal static class Pieces
{
    /// <summary>Longer than any paragraph of the genre; only texts that lost their line breaks are cut.</summary>
    private const int Longest = 3_000;

    public static IEnumerable<Line> Of(Line line)
    {
        var start = 0;
        while (line.Text.Length - start > Longest)
        {
            var end = CutBefore(line.Text, start, start + Longest);
            yield return line.Slice(start, end);
            start = end;
        }

        yield return start == 0 ? line : line.Slice(start, line.Text.Length);
    }

    private static int CutBefore(string text, int start, int limit)
    {
        foreach (var mark in (string[])[". ", "; ", ", ", " "])
        {
            var at = text.LastIndexOf(mark, limit - 1, limit - start, StringComparison.Ordinal);
            if (at > start)
            {
                return at + mark.Length;
            }
        }

        return limit;
    }
}
