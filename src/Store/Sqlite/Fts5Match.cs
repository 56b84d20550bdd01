using Plans.Store.Search;

namespace Plans.Store.Sqlite;

/// <summary>Writes a query as FTS5's MATCH. Every word is quoted, and none has a quote in it: nothing that a user types is an operator.</summary>
internal static class Fts5Match
{
    /// <summary>Hits of the folded index: all wanted terms, none of the unmarked unwanted ones.</summary>
    /// <param name="column">Restricts to one column; null is any.</param>
    public static string Folded(SearchQuery query, string? column = null)
    {
        var wanted = query.Wanted.Select(term => Phrase(term, term.Words.Select(Folding.Fold), column));
        var unwanted = query.Unwanted.Where(term => !term.IsMarked).Select(term => Phrase(term, term.Words, column));
        return $"({string.Join(" AND ", wanted)}){string.Concat(unwanted.Select(phrase => $" NOT {phrase}"))}";
    }

    /// <summary>Of those hits the ones that have the marked terms as they were typed; null where no term is marked.</summary>
    public static string? OwnForm(SearchQuery query, string? column = null) => Join(query.Wanted, " AND ", column);

    /// <summary>What a marked unwanted term excludes: -hòa does not exclude hoa. Null where there is none.</summary>
    public static string? Excluded(SearchQuery query, string? column = null) => Join(query.Unwanted, " OR ", column);

    private static string? Join(IEnumerable<SearchTerm> terms, string conjunction, string? column)
    {
        var parts = terms.Where(term => term.IsMarked).Select(term => $"({string.Join(" OR ", Forms(term, column))})").ToList();
        return parts.Count == 0 ? null : string.Join(conjunction, parts);
    }

    /// <summary>The term as typed and with all its tone marks in either accepted place.</summary>
    private static IEnumerable<string> Forms(SearchTerm term, string? column)
    {
        var placements = term.Words.Select(Folding.TonePlacements).ToList();
        return Enumerable.Range(0, placements.Max(forms => forms.Count))
            .Select(i => Phrase(term, placements.Select(forms => forms[Math.Min(i, forms.Count - 1)]), column));
    }

    private static string Phrase(SearchTerm term, IEnumerable<string> words, string? column) =>
        $"{(column is null ? "" : column + " : ")}\"{string.Join(' ', words)}\"{(term.Prefix ? " *" : "")}";
}
