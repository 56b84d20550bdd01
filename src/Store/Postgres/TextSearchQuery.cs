using System.Globalization;
using Plans.Store.Search;

namespace Plans.Store.Postgres;

/// <summary>Writes a query as a tsquery. Every word is quoted, and none has a quote in it: nothing that a user types is an operator.</summary>
internal static class TextSearchQuery
{
    /// <summary>All that is wanted folded, none of the unwanted terms: folded where they are unmarked, else as written.</summary>
    public static string Of(SearchQuery query, string? column) => string.Join(
        " & ",
        [
            .. query.Wanted.Select(node => Node(node, column, Folded)),
            .. query.Unwanted.Select(term => $"!{(term.IsMarked ? Written(term, column) : Folded(term, column))}"),
        ]);

    /// <summary>A term alone.</summary>
    public static string Of(SearchTerm term, bool asTyped) => asTyped ? Written(term, null) : Folded(term, null);

    private static string Node(QueryNode node, string? column, Func<SearchTerm, string?, string> write) => node switch
    {
        AnyOf any => $"({string.Join(" | ", any.Nodes.Select(each => Node(each, column, write)))})",
        AllOf all => $"({string.Join(" & ", all.Nodes.Select(each => Node(each, column, write)))})",
        _ => write((SearchTerm)node, column),
    };

    private static string Folded(SearchTerm term, string? column) =>
        Term(term, [.. term.Words.Select(word => PassageWords.Cut(Folding.Fold(word)))], column);

    /// <summary>The term as typed and with all its tone marks in either accepted place.</summary>
    private static string Written(SearchTerm term, string? column)
    {
        var placements = term.Words.Select(Folding.TonePlacements).ToList();
        var forms = Enumerable.Range(0, placements.Max(forms => forms.Count)).Select(i => Term(
            term, [.. placements.Select(each => "=" + PassageWords.Cut(each[Math.Min(i, each.Count - 1)]))], column));
        return $"({string.Join(" | ", forms)})";
    }

    private static string Term(SearchTerm term, IReadOnlyList<string> words, string? column)
    {
        var weight = column switch { null => "", "heading" => "A", _ => "D" };
        return term.Within is { } within ? Near(words, within + 1, weight) : Phrase(words, term.Prefix, weight);
    }

    /// <summary>Words one after the other, told by their places or, in very long passages, by the pairs that were entered for them.</summary>
    private static string Phrase(IReadOnlyList<string> words, bool prefix, string weight)
    {
        var places = string.Join(" <-> ", words.Select((word, i) => Lexeme(word, prefix && i == words.Count - 1, weight)));
        if (words.Count == 1 || weight.Length > 0)
        {
            return $"({places})";
        }

        var pairs = Enumerable.Range(0, words.Count - 1)
            .Select(i => Lexeme($"{words[i]} {words[i + 1]}", prefix && i == words.Count - 2, weight));
        return $"(({places}) | ({string.Join(" & ", pairs)}))";
    }

    /// <summary>
    /// Each two of the words at most so far apart, either first; the server knows distances only one by one. Three words or more may do
    /// so at different places of a passage, which is let pass.
    /// </summary>
    private static string Near(IReadOnlyList<string> words, int distance, string weight)
    {
        var pairs =
            from first in Enumerable.Range(0, words.Count)
            from second in Enumerable.Range(first + 1, words.Count - first - 1)
            let a = Lexeme(words[first], false, weight)
            let b = Lexeme(words[second], false, weight)
            select $"({string.Join(" | ", Enumerable.Range(1, distance).Select(n => Apart(a, b, n)))})";
        return $"({string.Join(" & ", pairs)})";
    }

    private static string Apart(string a, string b, int distance) =>
        string.Create(CultureInfo.InvariantCulture, $"({a} <{distance}> {b}) | ({b} <{distance}> {a})");

    private static string Lexeme(string word, bool prefix, string weight) =>
        $"'{word}'{(prefix || weight.Length > 0 ? ":" : "")}{(prefix ? "*" : "")}{weight}";
}
