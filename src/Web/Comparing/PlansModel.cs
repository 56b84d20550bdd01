using System.Globalization;
using Plans.Store;
using Plans.Store.Reading;
using Plans.Store.Search;
using Plans.Web.Search;

namespace Plans.Web.Comparing;

/// <param name="Find">What a further plan is looked for by.</param>
/// <param name="Found">The plans that were found.</param>
public sealed record PlansModel(PlanComparison Comparison, string? Find, IReadOnlyList<PlanSummary> Found)
{
    private const int MostFound = 12;

    public static PlansModel Of(IQueryCollection query, PlanStore store)
    {
        var ids = query["plan"].Select(id => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .Distinct().Take(PlanComparison.MostPlans);
        var plans = ids.Select(store.Plans.Get).OfType<StoredPlan>().ToList();
        var find = Question.Text(query, "find");
        return new PlansModel(
            PlanComparison.Of(plans, query["different"] == "1" && plans.Count > 1),
            find,
            find is null ? [] : [.. Search(find, store).Where(found => plans.All(plan => plan.Summary.Id != found.Id))]);
    }

    private static IEnumerable<PlanSummary> Search(string find, PlanStore store)
    {
        if (store.Plans.Resolve(find) is { Count: > 0 } named)
        {
            return named.Take(MostFound);
        }

        try
        {
            return store.Search.Find(new SearchRequest { Query = find, Kinds = [HitKind.Plan], Limit = MostFound }).Hits
                .Select(hit => store.Plans.Summary(hit.PlanId)).OfType<PlanSummary>();
        }
        catch (QueryException)
        {
            return [];
        }
    }
}
