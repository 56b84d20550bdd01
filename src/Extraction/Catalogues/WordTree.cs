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
        for (var word = WordTree.Next(canon, at); word is { } found; word = WordTree.Next(canon, found.End))
        {
            if (!WordTree.IsSmall(found.Word))
            {
                if (!node._next.TryGetValue(found.Word, out var next))
                {
                    break;
                }

                node = next;
                (best, end) = node._values.Count > 0 ? (node._values, found.End) : (best, end);
            }
        }

        return (best, end);
    }
}

/// <summary>The words of names.</summary>
internal static class WordTree
{
    public static bool IsSmall(string word) => word is "và" or "các" or "cấp";

    /// <summary>The words of a name in canonical form, without the small ones.</summary>
    public static string[] Words(string name)
    {
        var canon = Canon.Form(name);
        var words = new List<string>();
        for (var word = Next(canon, 0); word is { } found; word = Next(canon, found.End))
        {
            if (!IsSmall(found.Word))
            {
                words.Add(found.Word);
            }
        }

        return [.. words];
    }

    /// <summary>The next word of one name; null where a full stop, a bracket or the end comes first.</summary>
    public static (string Word, int End)? Next(string canon, int at)
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

        return end == at ? null : (canon[at..end], end);
    }
}
