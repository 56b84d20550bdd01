namespace Plans.Extraction.Learning;

/// <summary>The probabilities of several classes from the names of features that hold (multinomial logistic regression).</summary>
internal sealed class SoftmaxModel
{
    private readonly IReadOnlyList<string> _classes;
    private readonly Dictionary<string, double[]> _weights;

    public SoftmaxModel(IEnumerable<(string Class, string Feature, double Weight)> weights)
    {
        Weights = [.. weights];
        _classes = [.. Weights.Select(w => w.Class).Distinct().Order(StringComparer.Ordinal)];
        _weights = Weights.GroupBy(w => w.Feature, StringComparer.Ordinal).ToDictionary(
            feature => feature.Key, feature => _classes.Select(c => feature.FirstOrDefault(w => w.Class == c).Weight).ToArray(), StringComparer.Ordinal);
    }

    public IReadOnlyList<(string Class, string Feature, double Weight)> Weights { get; }

    /// <summary>The likeliest class and its probability.</summary>
    public (string Class, double Probability) Best(IEnumerable<string> features)
    {
        var sums = new double[_classes.Count];
        foreach (var feature in features)
        {
            if (_weights.TryGetValue(feature, out var weights))
            {
                for (var c = 0; c < sums.Length; c++)
                {
                    sums[c] += weights[c];
                }
            }
        }

        var shares = Shares(sums);
        var best = Array.IndexOf(shares, shares.Max());
        return (_classes[best], shares[best]);
    }

    /// <summary>
    /// Fits by passes over the examples in their order, with steps that shrink for a feature as it is met (AdaGrad) and a pull towards zero; weights are
    /// rounded to four decimals.
    /// </summary>
    public static SoftmaxModel Train(IReadOnlyList<(IReadOnlyList<string> Features, string Class)> examples, int passes = 40, double pull = 0.002, double step = 0.3)
    {
        string[] classes = [.. examples.Select(e => e.Class).Distinct().Order(StringComparer.Ordinal)];
        string[] names = [.. examples.SelectMany(e => e.Features).Distinct().Order(StringComparer.Ordinal)];
        var index = names.Select((name, i) => (name, i)).ToDictionary(p => p.name, p => p.i, StringComparer.Ordinal);
        var rows = examples.Select(e => (Features: e.Features.Select(f => index[f]).ToArray(), Class: Array.IndexOf(classes, e.Class))).ToList();
        var (weights, met) = (new double[names.Length, classes.Length], new double[names.Length, classes.Length]);
        for (var pass = 0; pass < passes; pass++)
        {
            foreach (var (features, truth) in rows)
            {
                var sums = new double[classes.Length];
                foreach (var f in features)
                {
                    for (var c = 0; c < classes.Length; c++)
                    {
                        sums[c] += weights[f, c];
                    }
                }

                var shares = Shares(sums);
                foreach (var f in features)
                {
                    for (var c = 0; c < classes.Length; c++)
                    {
                        var slope = shares[c] - (c == truth ? 1 : 0) + (pull * weights[f, c]);
                        met[f, c] += slope * slope;
                        weights[f, c] -= step * slope / (Math.Sqrt(met[f, c]) + 1e-6);
                    }
                }
            }
        }

        return new SoftmaxModel(names.SelectMany((name, f) => classes.Select((name2, c) => (name2, name, Math.Round(weights[f, c], 4)))));
    }

    private static double[] Shares(double[] sums)
    {
        var top = sums.Max();
        var (shares, total) = (new double[sums.Length], 0.0);
        for (var c = 0; c < sums.Length; c++)
        {
            shares[c] = Exact.Exp(sums[c] - top);
            total += shares[c];
        }

        for (var c = 0; c < sums.Length; c++)
        {
            shares[c] /= total;
        }

        return shares;
    }
}
