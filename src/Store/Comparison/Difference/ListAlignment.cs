namespace Plans.Store.Comparison.Difference;

/// <summary>Pairs the items of two lists, the likest first, each at most once.</summary>
internal static class ListAlignment
{
    /// <summary>What lies near in the lists is preferred among items that are alike.</summary>
    private const double NearBonus = 0.05;

    /// <param name="likeness">Of an item of each list; 0 or less is never a pair.</param>
    /// <returns>In the order of the second list; what has no partner in it follows what stood before it.</returns>
    public static IEnumerable<(int? Before, int? After)> Of(int before, int after, Func<int, int, double> likeness)
    {
        var candidates =
            from i in Enumerable.Range(0, before)
            from j in Enumerable.Range(0, after)
            let alike = likeness(i, j)
            where alike > 0
            orderby alike - (NearBonus * Math.Abs(((double)i / before) - ((double)j / after))) descending, i, j
            select (i, j);
        var (afterOf, beforeOf) = (new int?[before], new int?[after]);
        foreach (var (i, j) in candidates)
        {
            if (afterOf[i] is null && beforeOf[j] is null)
            {
                (afterOf[i], beforeOf[j]) = (j, i);
            }
        }

        // What is gone stands behind the last that stood before it and is still there.
        var gone = Enumerable.Range(0, before).Where(i => afterOf[i] is null)
            .ToLookup(i => Enumerable.Range(0, i).Reverse().Select(k => afterOf[k]).FirstOrDefault(j => j is not null) ?? -1);
        return gone[-1].Select(i => ((int?)i, (int?)null))
            .Concat(Enumerable.Range(0, after).SelectMany(j => gone[j].Select(i => ((int?)i, (int?)null)).Prepend((beforeOf[j], j))));
    }
}
