using System.Data.Common;
using Dapper;

namespace Plans.Store.Search;

/// <summary>"Did you mean": puts words that the plans have for those that no plan has.</summary>
internal static class Suggestion
{
    /// <summary>The newest passages, whose words are taken for those of all.</summary>
    private const int Passages = 4000;

    /// <summary>A word that stands in fewer may be mistyped itself.</summary>
    private const int LeastPassages = 2;

    /// <summary>Letters from which on two may be wrong; a Vietnamese syllable has seven at most.</summary>
    private const int LongWord = 6;

    /// <param name="text">The query as it was typed.</param>
    /// <param name="having">How many passages have a term.</param>
    /// <returns>Null where each word is known, or none like it is.</returns>
    public static string? For(DbConnection connection, string text, SearchQuery query, Func<SearchTerm, int> having)
    {
        var unknown = query.Terms.SelectMany(term => term.Words).Where(word => word.All(char.IsLetter)).Distinct()
            .Where(word => having(new SearchTerm([word])) == 0).ToList();
        if (unknown.Count == 0)
        {
            return null;
        }

        var words = Words(connection);
        var better = text;
        foreach (var word in unknown)
        {
            if (Nearest(Folding.Fold(word), words) is { } known)
            {
                better = Replaced(better, word, known);
            }
        }

        return better == text ? null : better;
    }

    /// <summary>In how many passages each word stands, as it is written there.</summary>
    private static Dictionary<string, int> Words(DbConnection connection)
    {
        var counts = new Dictionary<string, int>();
        foreach (var (heading, body) in connection.Query<(string, string)>($"select heading, body from passages order by id desc limit {Passages}", buffered: false))
        {
            foreach (var word in Folding.Words($"{heading} {body}").Select(Folding.Lower).Distinct())
            {
                counts[word] = counts.GetValueOrDefault(word) + 1;
            }
        }

        return counts;
    }

    /// <summary>The word with the fewest letters wrong, of several the most common.</summary>
    private static string? Nearest(string folded, Dictionary<string, int> words)
    {
        var most = folded.Length >= LongWord ? 2 : 1;
        return words.Where(word => word.Value >= LeastPassages && word.Key.All(char.IsLetter))
            .Select(word => (Word: word.Key, Count: word.Value, Wrong: Wrong(folded, Folding.Fold(word.Key), most)))
            .Where(word => word.Wrong <= most)
            .OrderBy(word => word.Wrong).ThenByDescending(word => word.Count).ThenBy(word => word.Word, StringComparer.Ordinal)
            .Select(word => word.Word).FirstOrDefault();
    }

    /// <summary>Letters that are wrong, missing, too many or exchanged with the next (Damerau 1964).</summary>
    private static int Wrong(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
        {
            return int.MaxValue;
        }

        var steps = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                steps[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(Math.Min(steps[i - 1, j], steps[i, j - 1]) + 1, steps[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    steps[i, j] = Math.Min(steps[i, j], steps[i - 2, j - 2] + 1);
                }
            }
        }

        return steps[a.Length, b.Length];
    }

    private static string Replaced(string text, string word, string known)
    {
        foreach (var range in Folding.WordRanges(text).Reverse())
        {
            if (Folding.Lower(text[range]) == word)
            {
                text = string.Concat(text.AsSpan(0, range.Start.Value), known, text.AsSpan(range.End.Value));
            }
        }

        return text;
    }
}
