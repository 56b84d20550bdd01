using System.Globalization;
using Plans.Extraction;
using Plans.Store;
using Plans.Store.Reading;
using Plans.Store.Search;
using Plans.Web.Safety;

namespace Plans.Web.Api;

/// <summary>What the site knows, for programs. JSON in the contract's spelling; errors as problem details.</summary>
internal static class ApiEndpoints
{
    private const int DefaultLimit = 20;
    private const int MaxLimit = PlanSearch.MaxLimit;

    public static void Map(IEndpointRouteBuilder routes)
    {
        HealthEndpoint.Map(routes);

        var api = routes.MapGroup("/api");
        api.MapGet("/loads", (PlanStore store) => Json(new { Loads = store.Ledger.Loads() }));
        api.MapGet("/plans", (HttpRequest request, PlanStore store) => Plans(new ApiQuery(request.Query), store));
        api.MapGet("/plans/{id}", (string id, PlanStore store) => IdOf(id) is { } known && store.Plans.Json(known) is { } json
            ? Results.Text(json, "application/json; charset=utf-8")
            : Problems.NoPlan(id));
        api.MapGet("/plans/{id}/text", (string id, PlanStore store) => IdOf(id) is { } known && store.Plans.Text(known) is { } text
            ? Results.Text(text, "text/plain; charset=utf-8")
            : Problems.NoPlan(id));
        api.MapGet("/search", (HttpRequest request, PlanStore store) => Guarded(() => Search(new ApiQuery(request.Query), store))).Limited();
        api.MapGet("/compare", (HttpRequest request, PlanStore store) => Guarded(() => Compare(new ApiQuery(request.Query), store))).Limited();
    }

    private static IResult Plans(ApiQuery query, PlanStore store)
    {
        var filter = new PlanFilter { Province = query.Text("province"), Year = Year(query) };
        var (limit, offset) = Cut(query);
        return query.Problem ?? Json(new { Plans = store.Plans.List(filter, limit, offset), Limit = limit, Offset = offset });
    }

    private static IResult Search(ApiQuery query, PlanStore store)
    {
        var (limit, offset) = Cut(query);
        var request = new SearchRequest
        {
            Query = query.Text("q") ?? "",
            Kinds = query.Word<HitKind>("kind") is { } kind ? [kind] : [],
            Province = query.Text("province"),
            Year = Year(query),
            Agency = query.Text("agency"),
            Limit = limit,
            Offset = offset,
            WithFacets = true,
        };
        if (query.Problem is { } problem)
        {
            return problem;
        }

        var found = store.Search.Find(request);
        return Json(new { request.Query, found.Total, Limit = limit, Offset = offset, found.Hits, found.Facets });
    }

    private static IResult Compare(ApiQuery query, PlanStore store)
    {
        var indicator = query.Text("indicator") ?? "";
        var (province, year) = (query.Text("province"), Year(query));
        return query.Problem ?? Json(new { Indicator = indicator, Rows = store.Comparison.ByIndicator(indicator, province, year) });
    }

    private static IResult Guarded(Func<IResult> answer)
    {
        try
        {
            return answer();
        }
        catch (QueryException e)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "bad-query", e.Message);
        }
    }

    private static (int Limit, int Offset) Cut(ApiQuery query) =>
        (query.Number("limit", 1, MaxLimit) ?? DefaultLimit, query.Number("offset", 0, int.MaxValue) ?? 0);

    private static int? Year(ApiQuery query) => query.Number("year", 1000, 9999);

    private static long? IdOf(string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IResult Json<T>(T value) => Results.Json(value, PlanJson.Options);
}
