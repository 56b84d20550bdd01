namespace Plans.Store.Search;

/// <param name="Term">Which term of the query, from 0.</param>
internal readonly record struct Match(int Start, int End, int Term);

/// <summary>Finds where a query's terms stand in a text.</summary>
internal static class Matches
{
    /// <summary>Not overlapping, in order. A marked term matches its own form where the text has it, else any folded form.</summary>
    public static IReadOnlyList<Match> In(string text, IReadOnlyList<Range> words, SearchQuery query)
    {
        var folded = words.Select(word => Folding.Fold(text[word])).ToList();
        var found = query.Terms.SelectMany((term, index) => Of(term, index, text, words, folded))
            .OrderBy(match => match.Start).ThenByDescending(match => match.End);
        var apart = new List<Match>();
        foreach (var match in found)
        {
            if (apart.Count == 0 || match.Start >= apart[^1].End)
            {
                apart.Add(match);
            }
        }

        return apart;
    }

    private static IEnumerable<Match> Of(SearchTerm term, int index, string text, IReadOnlyList<Range> words, List<string> folded)
    {
        var places = Places(term, [.. term.Words.Select(Folding.Fold)], folded);
        var own = term.IsMarked ? places.Where(place => HasOwnForm(term, text, words, place)).ToList() : [];
        return (own.Count > 0 ? own : places)
            .Select(place => new Match(words[place].Start.Value, words[place + term.Words.Count - 1].End.Value, index));
    }

    /// <summary>The numbers of the words at which the term begins.</summary>
    private static List<int> Places(SearchTerm term, IReadOnlyList<string> wanted, List<string> folded)
    {
        var last = wanted.Count - 1;
        var places = new List<int>();
        for (var i = 0; i + last < folded.Count; i++)
        {
            var n = 0;
            while (n <= last && Same(folded[i + n], wanted[n], term.Prefix && n == last))
            {
                n++;
            }

            if (n > last)
            {
                places.Add(i);
            }
        }

        return places;
    }

    private static bool HasOwnForm(SearchTerm term, string text, IReadOnlyList<Range> words, int place) => term.Words
        .Select((word, n) => !Folding.IsMarked(word) || Same(
            Folding.TonePlacement(Folding.Lower(text[words[place + n]])),
            Folding.TonePlacement(word),
            term.Prefix && n == term.Words.Count - 1))
        .All(same => same);

    private static bool Same(string word, string wanted, bool prefix) =>
        prefix ? word.StartsWith(wanted, StringComparison.Ordinal) : word == wanted;
}
