namespace Plans.Store.Search;

/// <summary>What a user asked for, understood.</summary>
/// <param name="Terms">All are required, save those that are excluded.</param>
public sealed record SearchQuery(IReadOnlyList<SearchTerm> Terms)
{
    public bool IsEmpty => Terms.Count == 0;

    public IEnumerable<SearchTerm> Wanted => Terms.Where(term => !term.Excluded);

    public IEnumerable<SearchTerm> Unwanted => Terms.Where(term => term.Excluded);
}

/// <summary>A word or a phrase.</summary>
/// <param name="Words">Lower case, composed, with the marks that the user typed.</param>
/// <param name="Excluded">Written with a leading minus.</param>
/// <param name="Prefix">Whether the last word is only the beginning of one.</param>
public sealed record SearchTerm(IReadOnlyList<string> Words, bool Excluded = false, bool Prefix = false)
{
    /// <summary>Whether any word was typed with marks.</summary>
    public bool IsMarked => Words.Any(Folding.IsMarked);
}
