namespace Plans.Extraction.Learning.Alignment;

/// <summary>A wording of an indicator (corpus/alignment/indicators.tsv).</summary>
internal sealed record WordedIndicator(string Field, string Family, string Indicator, string Unit, string Wording);

/// <summary>Trains the alignment of indicators on wordings that are known to be of one indicator or of two.</summary>
internal static class AlignmentTraining
{
    private const int Folds = 10;
    private const double Penalty = 0.1;
    private const int StrangersEach = 4;

    internal sealed record Pair(string Family, WordedIndicator A, WordedIndicator B)
    {
        public bool IsSame => A.Indicator == B.Indicator;
    }

    private sealed record Model(IReadOnlyDictionary<string, double> Rarity, LogisticModel Weights);

    public static IReadOnlyList<WordedIndicator> Parse(string tsv) =>
    [
        .. tsv.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.TrimEnd('\r').Split('\t'))
            .Select(r => new WordedIndicator(r[0], r[0] + "/" + r[1], r[2], r[3], r[4])),
    ];

    /// <summary>Every two wordings of one family.</summary>
    public static IReadOnlyList<Pair> Pairs(IReadOnlyList<WordedIndicator> wordings) =>
    [
        .. wordings.GroupBy(w => w.Family).SelectMany(family => family.SelectMany((a, i) => family.Skip(i + 1).Select(b => new Pair(family.Key, a, b)))),
    ];

    /// <summary>The model's two files, by name.</summary>
    public static IReadOnlyDictionary<string, string> Train(IReadOnlyList<WordedIndicator> wordings)
    {
        var model = Fit(wordings, Pairs(wordings));
        return new Dictionary<string, string>
        {
            [IndicatorAlignment.ModelName] = ModelFile.Write("Weights of the features by which two wordings are judged to be one indicator. Made by plans train; do not edit.", ModelFile.Weights("same", model.Weights)),
            [IndicatorAlignment.WordsName] = ModelFile.Write("How rare each word is among indicators. Made by plans train; do not edit.", model.Rarity.Select(w => ("word", w.Key, w.Value))),
        };
    }

    /// <summary>Each pair judged by a model that saw no wording of its family.</summary>
    public static LearnedFigures CrossValidate(IReadOnlyList<WordedIndicator> wordings) => LearnedFigures.Of([.. Predictions(wordings).Select(p => (p.Probability, p.Pair.IsSame))], IndicatorAlignment.Same);

    public static IReadOnlyList<(Pair Pair, double Probability)> Predictions(IReadOnlyList<WordedIndicator> wordings)
    {
        var pairs = Pairs(wordings);
        var predictions = CrossValidation.Predict(
            pairs, pair => pair.Family, Folds,
            known => Fit([.. known.SelectMany(p => new[] { p.A, p.B }).Distinct()], known),
            (model, pair) => model.Weights.Probability(Features(pair, model.Rarity)));
        return [.. pairs.Zip(predictions)];
    }

    /// <summary>What is reached without learning: two wordings are one indicator where their words, abbreviations written out, overlap enough.</summary>
    public static LearnedFigures ByOverlapAlone(IReadOnlyList<WordedIndicator> wordings, double threshold) => LearnedFigures.Of(
        [.. Pairs(wordings).Select(p => (Overlap(Form(p.A), Form(p.B)), p.IsSame))], threshold);

    private static double Overlap(IndicatorForm a, IndicatorForm b) => 2.0 * a.Words.Intersect(b.Words).Count() / Math.Max(1, a.Words.Count + b.Words.Count);

    private static Model Fit(IReadOnlyList<WordedIndicator> wordings, IReadOnlyList<Pair> pairs)
    {
        var rarity = Rarity(wordings);
        return new Model(rarity, LogisticModel.Train([.. pairs.Concat(Strangers(wordings)).Select(p => (Features(p, rarity), p.IsSame))], Penalty));
    }

    /// <summary>Each wording with some of other families, which have nothing to do with it: a model that saw hard pairs only would not know easy ones.</summary>
    private static IEnumerable<Pair> Strangers(IReadOnlyList<WordedIndicator> wordings) =>
        from i in Enumerable.Range(0, wordings.Count)
        from step in Enumerable.Range(1, StrangersEach)
        let other = wordings[(i + (step * 97)) % wordings.Count]
        where other.Family != wordings[i].Family
        select new Pair(wordings[i].Family, wordings[i], other);

    private static IReadOnlyList<(string Name, double Value)> Features(Pair pair, IReadOnlyDictionary<string, double> rarity) => IndicatorFeatures.Of(Form(pair.A), Form(pair.B), rarity);

    private static IndicatorForm Form(WordedIndicator worded) => IndicatorForm.Of(worded.Wording, worded.Unit);

    /// <summary>The logarithm of how many indicators there are to one that has the word.</summary>
    private static Dictionary<string, double> Rarity(IReadOnlyList<WordedIndicator> wordings)
    {
        var indicators = wordings.GroupBy(w => w.Indicator).Select(g => g.SelectMany(w => Form(w).Words).Distinct().ToList()).ToList();
        return indicators.SelectMany(words => words).CountBy(word => word, StringComparer.Ordinal)
            .ToDictionary(word => word.Key, word => Math.Round(Exact.Log((indicators.Count + 1.0) / word.Value), 3), StringComparer.Ordinal);
    }
}
