using Plans.Store;
using Plans.Store.Reading;
using Plans.Web.Hosting;

namespace Plans.Web.Reading;

/// <summary>The views of a plan, and the addresses by which it is cited.</summary>
internal static class PlanEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/plans/{id:long}", (long id, PlanStore store) =>
            Of(store, id, stored => Page.Of<PlanPage, PlanModel>(PlanModel.Of(stored, store))));
        routes.MapGet("/plans/{id:long}/targets", (long id, HttpRequest request, PlanStore store) =>
            Of(store, id, stored => Page.Of<TargetsPage, TargetsModel>(TargetsModel.Of(stored, request.Query))));
        routes.MapGet("/plans/{id:long}/tasks", (long id, HttpRequest request, PlanStore store) =>
            Of(store, id, stored => Page.Of<TasksPage, TasksModel>(TasksModel.Of(stored, request.Query))));
        routes.MapGet("/plans/{id:long}/targets/{target}/compare", (long id, string target, PlanStore store) =>
            Of(store, id, stored => stored.Plan.Targets.FirstOrDefault(each => each.Id == target) is { } found ? Redirect(Links.Compare(found.Indicator)) : Results.NotFound()));
        routes.MapGet("/plans/{id:long}/text", (long id, HttpRequest request, PlanStore store) =>
            SourceModel.Of(id, request.Query, store.Plans) is { } model ? Page.Of<SourcePage, SourceModel>(model) : Results.NotFound());
        routes.MapGet("/cite/{hash}", (string hash, PlanStore store) =>
            Cited(store, hash) is { } plan ? Redirect(Links.Plan(plan.Id)) : Results.NotFound());
        routes.MapGet("/cite/{hash}/{words}", (string hash, string words, PlanStore store) =>
            Cited(store, hash) is { } plan && SourceModel.MarkOf(words, int.MaxValue) is { } mark
                ? Redirect(Links.Words(plan.Id, mark.Start, mark.End))
                : Results.NotFound());
    }

    private static IResult Of(PlanStore store, long id, Func<StoredPlan, IResult> answer) =>
        store.Plans.Get(id) is { } stored ? answer(stored) : Results.NotFound();

    private static PlanSummary? Cited(PlanStore store, string hash) =>
        hash.Length >= Links.CitedDigits && hash.All(char.IsAsciiHexDigitLower)
            ? store.Plans.Resolve(hash) is [var plan] && plan.Sha256.StartsWith(hash, StringComparison.Ordinal) ? plan : null
            : null;

    /// <summary>Header fields take no letters beyond ASCII.</summary>
    private static IResult Redirect(string address) => Results.Redirect(new Uri(new Uri("http://site/"), address).PathAndQuery + Fragment(address));

    private static string Fragment(string address) => address.IndexOf('#') is >= 0 and var at ? address[at..] : "";
}
