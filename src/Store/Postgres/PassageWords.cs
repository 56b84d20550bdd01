using System.Text;
using Plans.Store.Search;

namespace Plans.Store.Postgres;

/// <summary>
/// The words of a passage as a tsvector: each folded (<c>dao</c>) and as written in lower case (<c>=đào</c>) at its place, words of the
/// heading with weight A. The server keeps 256 places of a word, up to the 16,383rd; where a long passage has more, all its pairs of
/// neighbours are entered, too (<c>dao tao</c>), by which phrases are told then.
/// </summary>
internal static class PassageWords
{
    /// <summary>Longest word that is kept whole, in letters; the server's limit is 2,046 bytes.</summary>
    public const int LongestWord = 250;

    private const int MostPlaces = 250;
    private const int LastPlace = 16_383;

    /// <summary>Between heading and body, more than a phrase has words, so that none runs from one into the other.</summary>
    private const int Gap = QueryParser.MaxWords + 10;

    /// <summary>The server's limit is 1 MiB for all words with their places; what goes beyond is left out.</summary>
    private const int MostBytes = 900_000;

    public static string Of(string heading, string body)
    {
        var entries = new Dictionary<string, List<string>>();
        var (last, allKept) = Add(entries, heading, 0, "A");
        if (!Add(entries, body, last + Gap, "").AllKept || !allKept)
        {
            AddPairs(entries, heading);
            AddPairs(entries, body);
        }

        var vector = new StringBuilder();
        var bytes = 0;
        foreach (var (word, places) in entries)
        {
            bytes += Encoding.UTF8.GetByteCount(word) + 8 + (2 * places.Count);
            if (bytes > MostBytes)
            {
                break;
            }

            vector.Append('\'').Append(word).Append('\'').Append(places.Count > 0 ? ":" : "").AppendJoin(',', places).Append(' ');
        }

        return vector.ToString();
    }

    /// <summary>The word as the server may hold it.</summary>
    public static string Cut(string word) => word.Length <= LongestWord ? word : word[..LongestWord];

    /// <returns>The place of the last word, and whether every place could be kept.</returns>
    private static (int Place, bool AllKept) Add(Dictionary<string, List<string>> entries, string text, int place, string weight)
    {
        var allKept = true;
        foreach (var word in Folding.Words(text))
        {
            place++;
            allKept &= Enter(entries, Cut(Folding.Fold(word)), place, weight) & Enter(entries, "=" + Cut(Folding.Lower(word)), place, weight);
        }

        return (place, allKept);
    }

    private static void AddPairs(Dictionary<string, List<string>> entries, string text)
    {
        string? before = null;
        foreach (var word in Folding.Words(text))
        {
            if (before is not null)
            {
                entries.TryAdd($"{Cut(Folding.Fold(before))} {Cut(Folding.Fold(word))}", []);
                entries.TryAdd($"={Cut(Folding.Lower(before))} ={Cut(Folding.Lower(word))}", []);
            }

            before = word;
        }
    }

    /// <returns>Whether the place could be kept.</returns>
    private static bool Enter(Dictionary<string, List<string>> entries, string word, int place, string weight)
    {
        if (!entries.TryGetValue(word, out var places))
        {
            entries[word] = places = [];
        }

        if (place > LastPlace || places.Count >= MostPlaces)
        {
            return false;
        }

        places.Add($"{place}{weight}");
        return true;
    }
}
