using Plans.Extraction.Learning.Alignment;

namespace Plans.Store.Comparison;

/// <summary>Tells which wordings are one indicator; asks the model only about wordings that have words in common.</summary>
internal sealed class IndicatorGroups
{
    /// <summary>The share of common words below which two wordings are not asked about.</summary>
    private const double LeastWords = 0.35;

    private readonly List<(string Indicator, string? Unit, WordBag Words)> leaders = [];
    private readonly Dictionary<(string, string?), int?> known = [];

    /// <summary>The wording that opened each group.</summary>
    public IReadOnlyList<(string Indicator, string? Unit)> Leaders => [.. leaders.Select(leader => (leader.Indicator, leader.Unit))];

    /// <summary>The number of the indicator's group, which it opens where it is like none.</summary>
    public int Add(string indicator, string? unit)
    {
        if (Find(indicator, unit) is { } group)
        {
            return group;
        }

        leaders.Add((indicator, unit, WordBag.Of(indicator)));
        known.Clear();
        return leaders.Count - 1;
    }

    /// <summary>The group that the indicator is likest; null where it is like none.</summary>
    public int? Find(string indicator, string? unit)
    {
        if (known.TryGetValue((indicator, unit), out var group))
        {
            return group;
        }

        var words = WordBag.Of(indicator);
        var best = IndicatorAlignment.Same;
        for (var i = 0; i < leaders.Count; i++)
        {
            if (words.Overlap(leaders[i].Words) >= LeastWords
                && IndicatorAlignment.Score((indicator, unit), (leaders[i].Indicator, leaders[i].Unit)) is var likeness && likeness >= best)
            {
                (group, best) = (i, likeness + 1e-9);
            }
        }

        known[(indicator, unit)] = group;
        return group;
    }
}
