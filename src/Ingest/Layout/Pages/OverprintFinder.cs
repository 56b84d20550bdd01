namespace Plans.Ingest.Layout.Pages;

/// <summary>
/// Finds what is printed over or beside the text of a page and is none of it: watermarks across the lines ("BẢN SAO", "DỰ THẢO"), which tools
/// hand over in pieces, and notes that run up the margin.
/// </summary>
internal static class OverprintFinder
{
    private const int FewestWords = 20;
    private const int MostPieces = 300;

    /// <summary>How much higher than usual the box of a slanting or turned word is.</summary>
    private const double Tall = 1.8;

    /// <summary>How much lower than others the pieces of a watermark may be.</summary>
    private const double SameMark = 0.5;

    /// <summary>How far words of one line may be out of it, in points.</summary>
    private const double Slack = 2;

    /// <param name="tables">Inside them, turned words head columns.</param>
    public static IReadOnlySet<PageWord> Words(PageContent page, IReadOnlyList<Grid> tables)
    {
        var found = new HashSet<PageWord>(ReferenceEqualityComparer.Instance);
        if (page.IsRecognised || page.Words.Count < FewestWords)
        {
            return found;
        }

        var heights = page.Words.Select(Height).Order().ToList();
        var usual = heights[heights.Count / 2];
        var tall = page.Words.Where(word => Height(word) > Tall * usual).ToList();
        if (tall.Count is 0 or > MostPieces || tall.Count * 2 > page.Words.Count)
        {
            return found;
        }

        var plain = page.Words.Where(word => Height(word) <= Tall * usual).ToList();
        found.UnionWith(tall.Where(word => CoversLines(word, plain, usual)));
        if (found.Count > 0)
        {
            var least = found.Max(Height) * SameMark;
            found.UnionWith(tall.Where(word => !CellLines.IsTurned(word) && Height(word) >= least));
        }

        foreach (var word in tall.Where(word => CellLines.IsTurned(word) && !found.Contains(word) && !tables.Any(table => table.Contains(word.Box.X0, word.Box.Y0))))
        {
            found.UnionWith(Strip(page.Words, word));
        }

        return found;
    }

    /// <summary>All words that stand over and under a turned one in the margin; none if there is text on both sides, or across.</summary>
    private static List<PageWord> Strip(IReadOnlyList<PageWord> words, PageWord turned)
    {
        var (from, to) = (turned.Box.X0 - Slack, turned.Box.X1 + Slack);
        var inside = words.Where(word => word.Box.X0 >= from && word.Box.X1 <= to).ToList();
        var left = words.Count(word => word.Box.X1 <= turned.Box.X0);
        var right = words.Count(word => word.Box.X0 >= turned.Box.X1);
        return Math.Min(left, right) == 0 && left + right + inside.Count == words.Count ? inside : [];
    }

    /// <summary>Whether words of two lines stand where this one does.</summary>
    private static bool CoversLines(PageWord word, List<PageWord> plain, double usual)
    {
        var middles = plain.Where(other => Middle(other.Box.X0, other.Box.X1) is var x && x > word.Box.X0 && x < word.Box.X1)
            .Select(other => Middle(other.Box.Y0, other.Box.Y1)).Where(y => y > word.Box.Y0 && y < word.Box.Y1).ToList();
        return middles.Count >= 2 && middles.Max() - middles.Min() > usual / 2;
    }

    private static double Height(PageWord word) => word.Box.Y1 - word.Box.Y0;

    private static double Middle(double from, double to) => (from + to) / 2;
}
