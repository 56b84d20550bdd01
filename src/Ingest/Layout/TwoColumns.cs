using Plans.Ingest.Encodings;

namespace Plans.Ingest.Layout;

/// <summary>Lines typed in two columns, with a tab or a run of blanks between them.</summary>
internal static class TwoColumns
{
    private const int Gap = 4;

    /// <summary>What stands before and after each tab or run of blanks inside the line, from the left.</summary>
    public static IEnumerable<(string Left, string Right)> Splits(SourceLine line)
    {
        var raw = line.Raw.Trim();
        for (var at = 0; at < raw.Length; at++)
        {
            var end = at;
            while (end < raw.Length && char.IsWhiteSpace(raw[end]))
            {
                end++;
            }

            if (end - at >= Gap || (end > at && raw[at..end].Contains('\t')))
            {
                yield return (CleanText.Squeeze(raw[..at]), CleanText.Squeeze(raw[end..]));
            }

            at = Math.Max(at, end);
        }
    }

    /// <summary>The two sides of the first gap; null where there is none.</summary>
    public static (string Left, string Right)? Of(SourceLine line)
    {
        foreach (var split in Splits(line))
        {
            return split;
        }

        return null;
    }

    /// <summary>How many blanks stand before the line's first word; a tab counts as eight.</summary>
    public static int Indent(SourceLine line) => line.Raw.TakeWhile(char.IsWhiteSpace).Sum(c => c == '\t' ? 8 : 1);
}
