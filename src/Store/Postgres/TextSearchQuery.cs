using Plans.Store.Search;

namespace Plans.Store.Postgres;

/// <summary>Writes a query as a tsquery. Every word is quoted, and none has a quote in it: nothing that a user types is an operator.</summary>
internal static class TextSearchQuery
{
    /// <summary>All wanted terms folded, none of the unwanted ones: folded where they are unmarked, else as written.</summary>
    public static string Of(SearchQuery query, string? column) => string.Join(
        " & ",
        [
            .. query.Wanted.Select(term => Folded(term, column)),
            .. query.Unwanted.Select(term => $"!{(term.IsMarked ? Written(term, column) : Folded(term, column))}"),
        ]);

    /// <summary>The marked wanted terms as they were typed; null where no term is marked.</summary>
    public static string? OwnForm(SearchQuery query, string? column)
    {
        var marked = query.Wanted.Where(term => term.IsMarked).Select(term => Written(term, column)).ToList();
        return marked.Count == 0 ? null : string.Join(" & ", marked);
    }

    private static string Folded(SearchTerm term, string? column) =>
        Phrase([.. term.Words.Select(word => PassageWords.Cut(Folding.Fold(word)))], term.Prefix, column);

    /// <summary>The term as typed and with all its tone marks in either accepted place.</summary>
    private static string Written(SearchTerm term, string? column)
    {
        var placements = term.Words.Select(Folding.TonePlacements).ToList();
        var forms = Enumerable.Range(0, placements.Max(forms => forms.Count)).Select(i => Phrase(
            [.. placements.Select(each => "=" + PassageWords.Cut(each[Math.Min(i, each.Count - 1)]))], term.Prefix, column));
        return $"({string.Join(" | ", forms)})";
    }

    /// <summary>Words one after the other, told by their places or, in very long passages, by the pairs that were entered for them.</summary>
    private static string Phrase(IReadOnlyList<string> words, bool prefix, string? column)
    {
        var weight = column switch { null => "", "heading" => "A", _ => "D" };
        var places = string.Join(" <-> ", words.Select((word, i) => Lexeme(word, prefix && i == words.Count - 1, weight)));
        if (words.Count == 1 || column is not null)
        {
            return $"({places})";
        }

        var pairs = Enumerable.Range(0, words.Count - 1)
            .Select(i => Lexeme($"{words[i]} {words[i + 1]}", prefix && i == words.Count - 2, weight));
        return $"(({places}) | ({string.Join(" & ", pairs)}))";
    }

    private static string Lexeme(string word, bool prefix, string weight) =>
        $"'{word}'{(prefix || weight.Length > 0 ? ":" : "")}{(prefix ? "*" : "")}{weight}";
}
