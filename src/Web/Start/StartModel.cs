using Plans.Store;
using Plans.Store.Ledger;
using Plans.Store.Reading;
using Plans.Store.Search;

namespace Plans.Web.Start;

/// <summary>What is held, at a glance.</summary>
/// <param name="Latest">Plans of the latest loads.</param>
/// <param name="Provinces">With the number of their plans, most first.</param>
public sealed record StartModel(StoreCounts Counts, IReadOnlyList<PlanSummary> Latest, IReadOnlyList<FacetCount> Provinces)
{
    private const int LatestCount = 10;
    private const int LoadsToLookAt = 5;

    public static StartModel Of(PlanStore store)
    {
        var plans = store.Search.Find(new SearchRequest { Query = "", Kinds = [HitKind.Plan], Limit = 0, WithFacets = true });
        return new StartModel(store.Counts(), LatestPlans(store), [.. plans.Facets!.Provinces.OrderByDescending(province => province.Count).ThenBy(province => Folding.Key(province.Value), StringComparer.Ordinal)]);
    }

    private static List<PlanSummary> LatestPlans(PlanStore store) =>
    [
        .. store.Ledger.Loads(LoadsToLookAt)
            .SelectMany(load => new[] { FileState.Done, FileState.Partial }
                .SelectMany(state => store.Ledger.Files(new FileFilter { LoadId = load.Id, State = state }, LatestCount)))
            .Select(file => file.PlanId)
            .OfType<long>()
            .Distinct()
            .Take(LatestCount)
            .Select(store.Plans.Summary)
            .OfType<PlanSummary>(),
    ];
}
