using Plans.Extraction.Language;

namespace Plans.Extraction.Catalogues;

/// <summary>
/// Names by their words. Hyphens, commas, ampersands and the small words "và", "các", "cấp" make no difference: "Sở KH&amp;ĐT", "Sở KH và ĐT" and
/// "UBND cấp huyện", "UBND các huyện" are one each.
/// </summary>
internal sealed class WordTree<T>
{
    private readonly Dictionary<string, WordTree<T>> _next = [];
    private readonly List<T> _values = [];

    public void Add(IEnumerable<string> words, T value)
    {
        var node = this;
        foreach (var word in words)
        {
            node = node._next.TryGetValue(word, out var next) ? next : node._next[word] = new WordTree<T>();
        }

        if (!node._values.Contains(value))
        {
            node._values.Add(value);
        }
    }

    /// <summary>What the longest name that begins at a position means, and where it ends; no values where none does.</summary>
    /// <param name="canon">Text in canonical form.</param>
    public (IReadOnlyList<T> Values, int End) At(string canon, int at)
    {
        var (node, best, end) = (this, (IReadOnlyList<T>)[], at);
        for (var (from, to) = WordTree.Next(canon, at); to > from; (from, to) = WordTree.Next(canon, to))
        {
            var word = canon.AsSpan(from, to - from);
            if (!WordTree.IsSmall(word))
            {
                if (!node._next.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var next))
                {
                    break;
                }

                node = next;
                (best, end) = node._values.Count > 0 ? (node._values, to) : (best, end);
            }
        }

        return (best, end);
    }
}

/// <summary>The words of names.</summary>
internal static class WordTree
{
    public static bool IsSmall(ReadOnlySpan<char> word) => word is "và" or "các" or "cấp";

    /// <summary>The words of a name in canonical form, without the small ones.</summary>
    public static string[] Words(string name)
    {
        var canon = Canon.Form(name);
        var words = new List<string>();
        for (var (from, to) = Next(canon, 0); to > from; (from, to) = Next(canon, to))
        {
            if (!IsSmall(canon.AsSpan(from, to - from)))
            {
                words.Add(canon[from..to]);
            }
        }

        return [.. words];
    }

    /// <summary>Where the next word of one name begins and ends; an empty stretch where a full stop, a bracket or the end comes first.</summary>
    public static (int From, int To) Next(string canon, int at)
    {
        while (at < canon.Length && canon[at] is ' ' or '-' or '&' or ',')
        {
            at++;
        }

        var end = at;
        while (end < canon.Length && char.IsLetterOrDigit(canon[end]))
        {
            end++;
        }

        return (at, end);
    }
}
