using System.Globalization;
using Plans.Store.Search;

namespace Plans.Store.Sqlite;

/// <summary>Writes a query as FTS5's MATCH. Every word is quoted, and none has a quote in it: nothing that a user types is an operator.</summary>
internal static class Fts5Match
{
    /// <summary>Hits of the folded index: all that is wanted, none of the unmarked unwanted ones.</summary>
    /// <param name="column">Restricts to one column; null is any.</param>
    public static string Folded(SearchQuery query, string? column = null)
    {
        var wanted = query.Wanted.Select(node => Node(node, column, Folded));
        var unwanted = query.Unwanted.Where(term => !term.IsMarked).Select(term => Folded(term, column));
        return $"({string.Join(" AND ", wanted)}){string.Concat(unwanted.Select(phrase => $" NOT {phrase}"))}";
    }

    /// <summary>What a marked unwanted term excludes: -hòa does not exclude hoa. Null where there is none.</summary>
    public static string? Excluded(SearchQuery query, string? column = null)
    {
        var parts = query.Unwanted.Where(term => term.IsMarked).Select(term => AsTyped(term, column)).ToList();
        return parts.Count == 0 ? null : string.Join(" OR ", parts);
    }

    /// <summary>A term alone.</summary>
    public static string Of(SearchTerm term, bool asTyped) => asTyped ? AsTyped(term, null) : Folded(term, null);

    private static string Node(QueryNode node, string? column, Func<SearchTerm, string?, string> write) => node switch
    {
        AnyOf any => $"({string.Join(" OR ", any.Nodes.Select(each => Node(each, column, write)))})",
        AllOf all => $"({string.Join(" AND ", all.Nodes.Select(each => Node(each, column, write)))})",
        _ => write((SearchTerm)node, column),
    };

    private static string Folded(SearchTerm term, string? column) => Phrase(term, [.. term.Words.Select(Folding.Fold)], column);

    /// <summary>The term as typed and with all its tone marks in either accepted place.</summary>
    private static string AsTyped(SearchTerm term, string? column)
    {
        var placements = term.Words.Select(Folding.TonePlacements).ToList();
        var forms = Enumerable.Range(0, placements.Max(forms => forms.Count))
            .Select(i => Phrase(term, [.. placements.Select(forms => forms[Math.Min(i, forms.Count - 1)])], column));
        return $"({string.Join(" OR ", forms)})";
    }

    private static string Phrase(SearchTerm term, IReadOnlyList<string> words, string? column)
    {
        var prefix = column is null ? "" : column + " : ";
        return term.Within is { } within
            ? string.Create(CultureInfo.InvariantCulture, $"{prefix}NEAR({string.Join(' ', words.Select(word => $"\"{word}\""))}, {within})")
            : $"{prefix}\"{string.Join(' ', words)}\"{(term.Prefix ? " *" : "")}";
    }
}
