namespace Plans.Extraction.Learning;

/// <summary>Training over and over with some groups left out, each group being predicted by a model that has not seen it.</summary>
internal static class CrossValidation
{
    /// <summary>One prediction for each item, in order.</summary>
    /// <param name="group">The group of each item (its plan, its family); groups are dealt to the folds in order of name.</param>
    public static IReadOnlyList<TPrediction> Predict<TItem, TModel, TPrediction>(
        IReadOnlyList<TItem> items, Func<TItem, string> group, int folds, Func<IReadOnlyList<TItem>, TModel> train, Func<TModel, TItem, TPrediction> predict)
    {
        var fold = items.Select(group).Distinct().Order(StringComparer.Ordinal).Select((name, i) => (name, i)).ToDictionary(p => p.name, p => p.i % folds, StringComparer.Ordinal);
        var predictions = new TPrediction[items.Count];
        for (var left = 0; left < folds; left++)
        {
            var model = train([.. items.Where(item => fold[group(item)] != left)]);
            for (var i = 0; i < items.Count; i++)
            {
                if (fold[group(items[i])] == left)
                {
                    predictions[i] = predict(model, items[i]);
                }
            }
        }

        return predictions;
    }
}

/// <summary>How good predictions of yes or no are.</summary>
/// <param name="CalibrationError">The expected calibration error over ten bins: how far stated probabilities are from the shares that came true, on average.</param>
/// <param name="Brier">The mean square of the difference between probability and truth; 0 is best.</param>
public sealed record LearnedFigures(int Count, int Yes, double Precision, double Recall, double F1, double RankQuality, double CalibrationError, double Brier, IReadOnlyList<ReliabilityBin> Bins)
{
    internal static LearnedFigures Of(IReadOnlyList<(double Probability, bool Truth)> predictions, double threshold = 0.5)
    {
        var (right, found, yes) = (predictions.Count(p => p.Truth && p.Probability >= threshold), predictions.Count(p => p.Probability >= threshold), predictions.Count(p => p.Truth));
        var (precision, recall) = (found == 0 ? 0 : (double)right / found, yes == 0 ? 0 : (double)right / yes);
        var bins = Enumerable.Range(0, 10).Select(bin => predictions.Where(p => Math.Min(9, (int)(p.Probability * 10)) == bin).ToList())
            .Select((bin, i) => new ReliabilityBin(i / 10.0, bin.Count, bin.Count == 0 ? 0 : bin.Average(p => p.Probability), bin.Count == 0 ? 0 : bin.Count(p => p.Truth) / (double)bin.Count)).ToList();
        return new LearnedFigures(
            predictions.Count, yes, precision, recall, precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall), Ranking(predictions),
            bins.Sum(b => b.Count * Math.Abs(b.Stated - b.CameTrue)) / Math.Max(1, predictions.Count),
            predictions.Count == 0 ? 0 : predictions.Average(p => (p.Probability - (p.Truth ? 1 : 0)) * (p.Probability - (p.Truth ? 1 : 0))),
            bins);
    }

    /// <summary>The probability that a true one is ranked above a false one (area under the ROC curve); 0.5 is chance.</summary>
    private static double Ranking(IReadOnlyList<(double Probability, bool Truth)> predictions)
    {
        var falses = predictions.Where(p => !p.Truth).Select(p => p.Probability).Order().ToArray();
        var trues = predictions.Where(p => p.Truth).Select(p => p.Probability).ToArray();
        if (falses.Length == 0 || trues.Length == 0)
        {
            return 0.5;
        }

        var sum = trues.Sum(t =>
        {
            var below = falses.TakeWhile(f => f < t).Count();
            var equal = falses.Skip(below).TakeWhile(f => f == t).Count();
            return below + (equal / 2.0);
        });
        return sum / ((double)falses.Length * trues.Length);
    }
}

/// <param name="From">The lower bound of the bin; bins are a tenth wide.</param>
/// <param name="Stated">The mean probability stated.</param>
/// <param name="CameTrue">The share that was right.</param>
public sealed record ReliabilityBin(double From, int Count, double Stated, double CameTrue);
