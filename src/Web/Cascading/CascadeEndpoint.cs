using Plans.Store;
using Plans.Store.Comparison.Cascades;
using Plans.Store.Export;
using Plans.Store.Search;
using Plans.Web.Exports;
using Plans.Web.Hosting;
using Plans.Web.Safety;
using Plans.Web.Search;

namespace Plans.Web.Cascading;

/// <summary>Who carries a document out: the plans that cite it, with their targets beside its own.</summary>
internal static class CascadeEndpoint
{
    private static readonly TableColumn[] OfPlans = [new("province"), new("province_today"), new("number"), new("date"), new("title"), new("as"), new("quote"), new("page", true)];

    private static readonly TableColumn[] OfTargets =
    [
        new("indicator"), new("province"), new("number"), new("date"), new("comparator"), new("value", true), new("value_max", true), new("unit"), new("year", true),
        new("printed"), new("section"), new("page", true),
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/cascade", Show).Limited();
        routes.MapGet("/cascade/export", (HttpRequest request, PlanStore store) => Asked(request, store).Cascade is not { } cascade
            ? Api.Problems.BadValue("number", "the number of a document")
            : request.Query["list"] == "targets"
                ? ExportFile.Of(request, "cascade-targets", OfTargets, Targets(request, cascade))
                : ExportFile.Of(request, "cascade", OfPlans, cascade.Plans.Select(citing => new TableLine(
                    [
                        citing.Plan.Document.Province, citing.ProvinceToday, citing.Plan.Document.Number, citing.Plan.Document.Date, citing.Plan.Document.Title,
                        citing.IsBasis ? "basis" : "text", citing.Quote, citing.Page,
                    ],
                    ExportFile.Absolute(request, Links.Words(citing.Plan.Id, citing.Start, citing.End)))))).Limited();
    }

    /// <summary>The document's own targets first, where it is held.</summary>
    private static IEnumerable<TableLine> Targets(HttpRequest request, Cascade cascade)
    {
        var plans = cascade.Plans.Select(citing => citing.Plan).Concat(cascade.Source is { } source ? [source] : []).DistinctBy(plan => plan.Id).ToDictionary(plan => plan.Id);
        return from indicator in cascade.Indicators
               from target in indicator.Asked.Select(asked => new CascadeTarget(cascade.Source!.Id, asked)).Concat(indicator.Targets)
               let plan = plans[target.PlanId]
               let told = target.Target
               select new TableLine(
                   [
                       indicator.Indicator, plan.Document.Province, plan.Document.Number, plan.Document.Date, told.Comparator, (double)told.Value, (double?)told.ValueMax,
                       told.Unit, told.Year, told.Printed, told.Section, told.Span.Page,
                   ],
                   ExportFile.Absolute(request, Links.Words(plan.Id, told.Span)));
    }

    private static IResult Show(HttpRequest request, PlanStore store) => Page.Of<CascadePage, CascadeModel>(Asked(request, store));

    private static CascadeModel Asked(HttpRequest request, PlanStore store)
    {
        var (number, year, indicator) = (Question.Text(request.Query, "number") ?? "", Question.Number(request.Query, "year", 1000, 9999), Question.Text(request.Query, "indicator"));
        return new CascadeModel(number, year, indicator, Of(store, number, year, indicator));
    }

    private static Cascade? Of(PlanStore store, string number, int? year, string? indicator)
    {
        try
        {
            return number.Length is 0 or > Question.LongestFilter ? null : store.Cascades.Of(new CascadeRequest { Number = number, Year = year, Indicator = indicator });
        }
        catch (QueryException)
        {
            return null;
        }
    }
}
