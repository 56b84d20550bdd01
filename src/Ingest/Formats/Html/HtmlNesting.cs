namespace Plans.Ingest.Formats.Html;

/// <summary>
/// Estimates how deep elements nest by counting tags, before the page is parsed: parsing takes time in the square of the elements left open.
/// </summary>
internal static class HtmlNesting
{
    /// <summary>Elements that end by themselves or cannot hold others.</summary>
    private static readonly HashSet<string> Uncounted = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "colgroup", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "optgroup", "option", "p", "param", "source",
        "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr",
    };

    public static int Deepest(string page)
    {
        int depth = 0, deepest = 0;
        for (var at = page.IndexOf('<'); at >= 0 && at + 1 < page.Length; at = page.IndexOf('<', at + 1))
        {
            var closes = page[at + 1] == '/';
            var start = at + (closes ? 2 : 1);
            var end = start;
            while (end < page.Length && char.IsAsciiLetterOrDigit(page[end]))
            {
                end++;
            }

            if (end > start && !Uncounted.GetAlternateLookup<ReadOnlySpan<char>>().Contains(page.AsSpan(start, end - start)))
            {
                depth = Math.Max(0, depth + (closes ? -1 : 1));
                deepest = Math.Max(deepest, depth);
            }
        }

        return deepest;
    }
}
