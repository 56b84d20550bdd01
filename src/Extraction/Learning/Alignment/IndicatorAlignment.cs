namespace Plans.Extraction.Learning.Alignment;

/// <summary>Whether two plans that word an indicator differently mean the same one (models: indicator-alignment.tsv, indicator-words.tsv).</summary>
public static class IndicatorAlignment
{
    public const string ModelName = "indicator-alignment.tsv";
    public const string WordsName = "indicator-words.tsv";

    /// <summary>From this score on, two wordings are taken for one indicator; above a half, for a wrong union hides a difference while a missed one only leaves two rows.</summary>
    public const double Same = 0.65;

    private static readonly Lazy<LogisticModel> Model = new(() => ModelFile.Read(ModelName, "same"));

    private static readonly Lazy<IReadOnlyDictionary<string, double>> Rarity =
        new(() => ModelFile.Rows(WordsName).ToDictionary(r => r.Feature, r => r.Weight, StringComparer.Ordinal));

    /// <summary>The probability, 0 to 1, that two indicators are one; the order makes no difference.</summary>
    /// <param name="a">An indicator as worded, with its unit or null.</param>
    public static double Score((string Indicator, string? Unit) a, (string Indicator, string? Unit) b) =>
        Score(IndicatorForm.Of(a.Indicator, a.Unit), IndicatorForm.Of(b.Indicator, b.Unit));

    private static double Score(IndicatorForm a, IndicatorForm b) => Model.Value.Probability(IndicatorFeatures.Of(a, b, Rarity.Value));

    /// <summary>
    /// For each indicator the number, from 0, of its group: it joins the group whose first member it is likest, if that is like enough, and opens one
    /// otherwise. Give the wording to which others are compared first.
    /// </summary>
    public static IReadOnlyList<int> Groups(IReadOnlyList<(string Indicator, string? Unit)> indicators)
    {
        var leaders = new List<IndicatorForm>();
        var seen = new Dictionary<(string, string?), int>();
        var groups = new int[indicators.Count];
        for (var i = 0; i < indicators.Count; i++)
        {
            if (!seen.TryGetValue(indicators[i], out groups[i]))
            {
                seen[indicators[i]] = groups[i] = Group(IndicatorForm.Of(indicators[i].Indicator, indicators[i].Unit), leaders);
            }
        }

        return groups;
    }

    private static int Group(IndicatorForm form, List<IndicatorForm> leaders)
    {
        var (best, score) = (-1, Same);
        for (var i = 0; i < leaders.Count; i++)
        {
            if (Score(form, leaders[i]) is var likeness && likeness >= score)
            {
                (best, score) = (i, likeness + 1e-9);
            }
        }

        if (best >= 0)
        {
            return best;
        }

        leaders.Add(form);
        return leaders.Count - 1;
    }
}
