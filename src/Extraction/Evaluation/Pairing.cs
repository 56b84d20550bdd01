namespace Plans.Extraction.Evaluation;

/// <summary>Which annotated item is which found item: one to one, the best pairs first.</summary>
/// <param name="Pairs">Indexes in <paramref name="Gold"/> and <paramref name="Found"/>.</param>
internal sealed record Pairing<TGold, TFound>(IReadOnlyList<TGold> Gold, IReadOnlyList<TFound> Found, IReadOnlyList<(int Gold, int Found)> Pairs)
{
    /// <param name="likeness">How alike two items are; such as are not alike at all (0 or less) are never paired.</param>
    public static Pairing<TGold, TFound> Of(IReadOnlyList<TGold> gold, IReadOnlyList<TFound> found, Func<TGold, TFound, double> likeness)
    {
        var (goldTaken, foundTaken) = (new bool[gold.Count], new bool[found.Count]);
        var pairs = new List<(int, int)>();
        var candidates =
            from i in Enumerable.Range(0, gold.Count)
            from j in Enumerable.Range(0, found.Count)
            let alike = likeness(gold[i], found[j])
            where alike > 0
            orderby alike descending, i, j
            select (i, j);
        foreach (var (i, j) in candidates)
        {
            if (!goldTaken[i] && !foundTaken[j])
            {
                (goldTaken[i], foundTaken[j]) = (true, true);
                pairs.Add((i, j));
            }
        }

        return new(gold, found, pairs);
    }

    public Pairing<TGold, TFound> Where(Func<TGold, TFound, bool> condition) =>
        this with { Pairs = [.. Pairs.Where(pair => condition(Gold[pair.Gold], Found[pair.Found]))] };

    public IEnumerable<(TGold Gold, TFound Found)> Items => Pairs.Select(pair => (Gold[pair.Gold], Found[pair.Found]));

    public IEnumerable<TGold> Missed => Gold.Where((_, i) => Pairs.All(pair => pair.Gold != i));

    public IEnumerable<TFound> Extra => Found.Where((_, j) => Pairs.All(pair => pair.Found != j));

    /// <summary>Optional gold is dropped together with whatever was paired with it.</summary>
    public Measure Measure(Func<TGold, bool> isOptional) =>
        new(Items.Count(item => !isOptional(item.Gold)), Extra.Count(), Missed.Count(item => !isOptional(item)));
}
