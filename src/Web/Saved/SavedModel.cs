using Microsoft.AspNetCore.WebUtilities;
using Plans.Store;
using Plans.Store.Search;
using Plans.Web.Search;

namespace Plans.Web.Saved;

/// <param name="New">Hits in plans that were loaded since; null where the search has no answer any more.</param>
public sealed record SavedLine(SavedSearch Search, int? New);

public sealed record SavedModel(IReadOnlyList<SavedLine> Lines, string? Problem = null)
{
    public static SavedModel Of(string owner, SavedSearches saved, PlanStore store, string? problem = null) =>
        new([.. saved.Of(owner).Select(search => new SavedLine(search, News(search, store.Search, 0)?.Total))], problem);

    /// <summary>What later plans have of it; null where the search has no answer any more.</summary>
    public static SearchResult? News(SavedSearch search, PlanSearch plans, int limit)
    {
        try
        {
            return plans.Find(QuestionOf(search).ToRequest(withFacets: false) with { AfterPlan = search.SeenPlan, Limit = limit, Offset = 0 });
        }
        catch (QueryException)
        {
            return null;
        }
    }

    public static Question QuestionOf(SavedSearch search) => ReadAddress(search.Question);

    /// <summary>The question in an address of the search page.</summary>
    public static Question ReadAddress(string address) => Question.Read(new QueryCollection(
        QueryHelpers.ParseQuery(address.IndexOf('?') is >= 0 and var at ? address[at..] : "")));
}
