using Plans.Store.Search;

namespace Plans.Store;

/// <summary>How much two texts have in common, word by word, marks and case aside.</summary>
internal static class WordOverlap
{
    /// <summary>0 to 1; 1 where neither has a word.</summary>
    public static double Of(string a, string b)
    {
        var (left, right) = (Bag(a), Bag(b));
        if (left.Count + right.Count == 0)
        {
            return 1;
        }

        var common = left.Sum(word => Math.Min(word.Value, right.GetValueOrDefault(word.Key)));
        return 2.0 * common / (left.Values.Sum() + right.Values.Sum());
    }

    private static Dictionary<string, int> Bag(string text) => Folding.Words(text).CountBy(Folding.Fold).ToDictionary(StringComparer.Ordinal);
}
