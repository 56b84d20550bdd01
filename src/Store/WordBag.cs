using Plans.Store.Search;

namespace Plans.Store;

/// <summary>The words of a text, each with how often it stands there, marks and case aside: by them two texts are compared.</summary>
internal sealed class WordBag
{
    private readonly Dictionary<string, int> words;
    private readonly int count;

    private WordBag(Dictionary<string, int> words) => (this.words, count) = (words, words.Values.Sum());

    public static WordBag Of(string text) => new(Folding.Words(text).CountBy(Folding.Fold).ToDictionary(StringComparer.Ordinal));

    /// <summary>The share of words that both have, 0 to 1; 1 where neither has a word.</summary>
    public double Overlap(WordBag other)
    {
        if (count + other.count == 0)
        {
            return 1;
        }

        var (small, large) = words.Count <= other.words.Count ? (words, other.words) : (other.words, words);
        return 2.0 * small.Sum(word => Math.Min(word.Value, large.GetValueOrDefault(word.Key))) / (count + other.count);
    }
}

/// <summary>How much two texts have in common, word by word.</summary>
internal static class WordOverlap
{
    public static double Of(string a, string b) => WordBag.Of(a).Overlap(WordBag.Of(b));
}
