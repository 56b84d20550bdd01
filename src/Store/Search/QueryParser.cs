namespace Plans.Store.Search;

/// <summary>
/// The language of queries: all words are required; <c>"words in quotes"</c> stand together, <c>"words in quotes"~5</c> near each other;
/// <c>-word</c> must be absent; <c>begin*</c> matches every word that begins so; of <c>this OR that</c> one is enough, brackets hold
/// together; <c>field:value</c> asks for an extracted value (<see cref="QueryFields"/>). Any other sign only separates words, and words
/// that signs join (190/KH-UBND, 68,8) stand together. There is no text that is not a query, save those that <see cref="QueryException"/> names.
/// </summary>
public static class QueryParser
{
    /// <summary>In UTF-16 code units; a query is typed or pasted from a line, not from a document.</summary>
    public const int MaxLength = 1000;

    /// <summary>Each word costs a look into the index.</summary>
    public const int MaxWords = 40;

    /// <summary>One letter begins a large part of all words.</summary>
    public const int MinPrefixLetters = 2;

    /// <summary>Words between those that are to be near each other.</summary>
    public const int MaxWithin = 50;

    /// <summary>Words that can be near each other at once.</summary>
    public const int MaxNearWords = 4;

    private const int MaxDepth = 10;

    /// <returns>A query without terms where the text has no words.</returns>
    /// <exception cref="QueryException">It cannot be answered; <see cref="QueryException.Problem"/> says why.</exception>
    public static SearchQuery Parse(string text)
    {
        if (text.Length > MaxLength)
        {
            throw new QueryException(QueryProblem.TooLong, $"The query has more than {MaxLength} letters. Shorten it.");
        }

        var reading = new Reading([.. QueryTokens.Of(text)]);
        var query = new SearchQuery(reading.Sequence(0), reading.Unwanted, reading.Fields);
        Check(query);
        return query;
    }

    private static void Check(SearchQuery query)
    {
        List<SearchTerm> terms = [.. query.Terms, .. query.Unwanted];
        if (terms.Sum(term => term.Words.Count) > MaxWords)
        {
            throw new QueryException(QueryProblem.TooManyTerms, $"The query has more than {MaxWords} words. Shorten it.");
        }

        if (query.IsEmpty && query.Unwanted.Count > 0)
        {
            throw new QueryException(QueryProblem.OnlyExclusions, "The query says only what must be absent. Add a word to look for.");
        }

        if (terms.Any(term => term.Prefix && term.Words[^1].Length < MinPrefixLetters))
        {
            throw new QueryException(QueryProblem.ShortPrefix, $"At least {MinPrefixLetters} letters must stand before *.");
        }

        if (terms.Any(term => term.Within > MaxWithin || (term.Within is not null && term.Words.Count > MaxNearWords)))
        {
            throw new QueryException(
                QueryProblem.BadNear, $"\"…\"~N takes 2 to {MaxNearWords} words and at most {MaxWithin} words between them.");
        }
    }

    /// <summary>Goes through the tokens once.</summary>
    private sealed class Reading(IReadOnlyList<QueryToken> tokens)
    {
        private int next;

        public List<SearchTerm> Unwanted { get; } = [];

        public List<FieldCondition> Fields { get; } = [];

        /// <summary>Reads until the bracket closes or the text ends. An OR joins what stands before and after it, where there is both.</summary>
        public IReadOnlyList<QueryNode> Sequence(int depth)
        {
            var nodes = new List<QueryNode>();
            var joins = false;
            for (; next < tokens.Count && tokens[next].Kind != TokenKind.Close; next++)
            {
                var token = tokens[next];
                if (token.Kind == TokenKind.Or)
                {
                    joins = nodes.Count > 0;
                    continue;
                }

                if (Node(token, depth) is not { } node)
                {
                    continue;
                }

                if (joins)
                {
                    var before = nodes[^1];
                    nodes[^1] = before is AnyOf any ? new AnyOf([.. any.Nodes, node]) : new AnyOf([before, node]);
                }
                else
                {
                    nodes.Add(node);
                }

                joins = false;
            }

            // A bracket that nothing opened.
            if (depth == 0 && next < tokens.Count)
            {
                next++;
                return [.. nodes, .. Sequence(0)];
            }

            return nodes;
        }

        /// <returns>Null where nothing is wanted by it.</returns>
        private QueryNode? Node(QueryToken token, int depth)
        {
            switch (token.Kind)
            {
                case TokenKind.Open when depth >= MaxDepth:
                    throw new QueryException(QueryProblem.TooManyTerms, $"The query has brackets in brackets, more than {MaxDepth} deep. Simplify it.");
                case TokenKind.Open:
                    next++;
                    var inside = Sequence(depth + 1);
                    return inside.Count switch { 0 => null, 1 => inside[0], _ => new AllOf(inside) };
                case TokenKind.Field:
                    Fields.AddRange(QueryFields.Read(token.Field!, token.Text, token.Excluded));
                    return null;
                default:
                    return Term(token, depth);
            }
        }

        private SearchTerm? Term(QueryToken token, int depth)
        {
            List<string> words = [.. Folding.Words(token.Text)];
            if (words.Count == 0)
            {
                return null;
            }

            var prefix = token.Kind == TokenKind.Words && token.Text.EndsWith('*');
            var term = new SearchTerm(words, prefix, words.Count > 1 ? token.Within : null);
            if (!token.Excluded)
            {
                return term;
            }

            if (depth > 0)
            {
                throw new QueryException(QueryProblem.ExclusionInBrackets, "A minus can only stand outside brackets. Put it at the end of the query.");
            }

            Unwanted.Add(term);
            return null;
        }
    }
}
