using Plans.Store;
using Plans.Store.Corrections;
using Plans.Store.Export;
using Plans.Web.Accounts;
using Plans.Web.Exports;
using Plans.Web.Search;

namespace Plans.Web.Reviewing;

/// <summary>The queue and the history of corrections as files.</summary>
internal static class ReviewExports
{
    private static readonly TableColumn[] OfQueue =
    [
        new("kind"), new("item"), new("words"), new("confidence", true), new("finding"), new("number"), new("title"), new("province"), new("page", true),
    ];

    private static readonly TableColumn[] OfHistory =
    [
        new("at"), new("who"), new("action"), new("kind"), new("item"), new("field"), new("was"), new("value"), new("words"), new("why"), new("number"), new("undone_at"), new("undone_by"),
    ];

    public static void Map(RouteGroupBuilder review)
    {
        review.MapGet("/export", (HttpRequest request, PlanStore store) => ExportFile.Of(request, "review", OfQueue, store.Review.Next(int.MaxValue, 0, PlanOf(request)).Select(item => new TableLine(
            [
                item.Kind.ToString().ToLowerInvariant(), item.Item, item.Words, item.Confidence, item.Finding, item.PlanNumber, item.PlanTitle, item.Province, item.Page,
            ],
            ExportFile.Absolute(request, ReviewLinks.Fact(item.PlanId, item.Item))))));
        review.MapGet("/history/export", (HttpRequest request, PlanStore store) => ExportFile.Of(
            request, "corrections", OfHistory, store.Corrections.List(new CorrectionFilter { PlanId = PlanOf(request) }).Select(correction => new TableLine(
                [
                    SiteDatabase.Time(correction.At), correction.Who, correction.Action.ToString().ToLowerInvariant(), correction.Kind.ToString().ToLowerInvariant(), correction.Item,
                    correction.Field, correction.Was, correction.Value, correction.Words, correction.Why, correction.PlanNumber,
                    correction.UndoneAt is { } undone ? SiteDatabase.Time(undone) : null, correction.UndoneBy,
                ],
                correction.PlanId is { } plan ? ExportFile.Absolute(request, Links.Plan(plan)) : null))));
    }

    private static long? PlanOf(HttpRequest request) => Question.Number(request.Query, "plan", 1, int.MaxValue);
}
