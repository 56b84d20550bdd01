namespace Plans.Store.Search;

/// <summary>
/// The language of queries: all words are required; <c>"words in quotes"</c> stand together; <c>-word</c> must be absent;
/// <c>begin*</c> matches every word that begins so. Any other sign only separates words, and words that signs join (190/KH-UBND, 68,8) stand
/// together. There is no text that is not a query, save those that <see cref="QueryException"/> names.
/// </summary>
public static class QueryParser
{
    /// <summary>In UTF-16 code units; a query is typed or pasted from a line, not from a document.</summary>
    public const int MaxLength = 1000;

    /// <summary>Each word costs a look into the index.</summary>
    public const int MaxWords = 40;

    /// <summary>One letter begins a large part of all words.</summary>
    public const int MinPrefixLetters = 2;

    /// <returns>A query without terms where the text has no words.</returns>
    /// <exception cref="QueryException">Too long, too many words, only excluded words, or a prefix too short.</exception>
    public static SearchQuery Parse(string text)
    {
        if (text.Length > MaxLength)
        {
            throw new QueryException(QueryProblem.TooLong, $"The query has more than {MaxLength} letters. Shorten it.");
        }

        var query = new SearchQuery([.. Chunks(Folding.Lower(text)).Select(ToTerm).Where(term => term.Words.Count > 0)]);
        if (query.Terms.Sum(term => term.Words.Count) > MaxWords)
        {
            throw new QueryException(QueryProblem.TooManyTerms, $"The query has more than {MaxWords} words. Shorten it.");
        }

        if (!query.IsEmpty && !query.Wanted.Any())
        {
            throw new QueryException(QueryProblem.OnlyExclusions, "The query says only what must be absent. Add a word to look for.");
        }

        return query.Terms.Any(term => term.Prefix && term.Words[^1].Length < MinPrefixLetters)
            ? throw new QueryException(QueryProblem.ShortPrefix, $"At least {MinPrefixLetters} letters must stand before *.")
            : query;
    }

    /// <summary>Cuts at blanks, save inside quotes. A quote that is not closed runs to the end.</summary>
    private static IEnumerable<(string Text, bool Quoted, bool Excluded)> Chunks(string text)
    {
        var i = 0;
        while (i < text.Length)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var excluded = text[i] == '-';
            i += excluded ? 1 : 0;
            var quoted = i < text.Length && IsQuote(text[i]);
            i += quoted ? 1 : 0;
            var end = i;
            while (end < text.Length && !(quoted ? IsQuote(text[end]) : char.IsWhiteSpace(text[end]) || IsQuote(text[end])))
            {
                end++;
            }

            yield return (text[i..end], quoted, excluded);
            i = quoted ? end + 1 : end;
        }
    }

    private static SearchTerm ToTerm((string Text, bool Quoted, bool Excluded) chunk) => new(
        [.. Folding.Words(chunk.Text)], chunk.Excluded, Prefix: !chunk.Quoted && chunk.Text.EndsWith('*'));

    /// <summary>Straight and typographic, as word processors put them.</summary>
    private static bool IsQuote(char c) => c is '"' or '“' or '”' or '„';
}
