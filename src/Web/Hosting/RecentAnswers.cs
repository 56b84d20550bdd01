using Plans.Store;
using Plans.Store.Search;
using Plans.Web.Search;
using Plans.Web.Start;

namespace Plans.Web.Hosting;

/// <summary>What is kept of the last seconds: searches with their counts, the start page, the names of agencies.</summary>
public sealed class RecentAnswers(PlanStore store, TimeProvider clock)
{
    private const int MostSearches = 300;
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);

    private readonly Recent<Question, SearchResult> searches = new(clock, Kept, MostSearches);
    private readonly Recent<Question, SearchFacets> counts = new(clock, Kept, MostSearches);
    private readonly Recent<string, StartModel> starts = new(clock, Kept, 1);
    private readonly Recent<string, IReadOnlyList<FacetCount>> agencies = new(clock, Kept, 1);

    /// <exception cref="QueryException">The question has no sensible answer.</exception>
    public SearchResult Search(Question question) => searches.Get(question, () => store.Search.Find(question.ToRequest(withFacets: true)));

    /// <summary>How many hits there are by what could narrow them, on whatever page.</summary>
    /// <exception cref="QueryException">The question has no sensible answer.</exception>
    public SearchFacets Counts(Question question) => counts.Get(
        question with { Page = 1 }, () => store.Search.Find(question.ToRequest(withFacets: true) with { Limit = 0, Offset = 0 }).Facets!);

    internal StartModel Start() => starts.Get("", () => StartModel.Of(store));

    /// <summary>Those that lead tasks, with how many, most first.</summary>
    public IReadOnlyList<FacetCount> Agencies() =>
        agencies.Get("", () => store.Search.Find(new SearchRequest { Query = "", Kinds = [HitKind.Task], Limit = 0, WithFacets = true }).Facets?.Leads ?? []);

    /// <summary>Something was changed through the site: who did it must see it.</summary>
    public void Clear()
    {
        searches.Clear();
        counts.Clear();
        starts.Clear();
        agencies.Clear();
    }
}
