namespace Plans.Store.Search;

/// <summary>Full-text search over plans, sections, targets and tasks.</summary>
public sealed class PlanSearch
{
    internal PlanSearch()
    {
    }

    /// <exception cref="QueryException">The query has no sensible answer.</exception>
    public SearchResult Find(SearchRequest request) => throw new NotImplementedException();
}
