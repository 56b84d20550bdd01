using System.Globalization;
using System.Text;
using Plans.Ingest;
using Plans.Ingest.Formats.Pdf;
using Plans.Store;
using Plans.Store.Reading;
using Plans.Store.Search;
using Plans.Web.Pages;

namespace Plans.Web.Api;

/// <summary>Plans and search.</summary>
internal static class PlanRoutes
{
    private const int DefaultLimit = 20;
    private const int MostLetters = 1000;

    private static readonly ApiParameter Id = new("id", "A plan's id.", "path", "integer", IsRequired: true);
    private static readonly ApiParameter Province = new("province", "A province's name, with or without diacritics.");
    private static readonly ApiParameter Year = new("year", "A year: of a target, else of the plan's period or date.", Type: "integer") { Least = 1000, Most = 9999 };
    private static readonly ApiParameter Limit = new("limit", "Entries of a page.", Type: "integer") { Least = 1, Most = PlanSearch.MaxLimit, Default = DefaultLimit };
    private static readonly (int, string, string) NoPlan = (StatusCodes.Status404NotFound, "no-such-plan", "No plan has the id.");
    private static readonly (int, string, string) BadQuery = (StatusCodes.Status400BadRequest, "bad-query", "The words have no sensible answer; the detail says why.");
    private static readonly (int, string, string) BadValue = (StatusCodes.Status400BadRequest, "bad-value", "A parameter is not what it may be; the detail says what it must be.");

    public static readonly IReadOnlyList<ApiRoute> All =
    [
        new("GET", "/api/plans", "listPlans", "The plans that are held, in the order in which they were saved.", typeof(PlansAnswer), (HttpRequest request, PlanStore store) => Plans(request, store))
        {
            Parameters = [Province, Year, Limit, new("after", "The id of the last plan of the page before.", Type: "integer") { Least = 0, Most = int.MaxValue }],
            Errors = [BadValue],
        },
        new("GET", "/api/plans/{id}", "getPlan", "All that was read of a plan, in the JSON of the command extract.", null, (string id, PlanStore store) =>
            IdOf(id) is { } known && store.Plans.Json(known) is { } json ? ApiResult.Of(Encoding.UTF8.GetBytes(json), "application/json; charset=utf-8") : Problems.NoPlan(id))
        {
            Parameters = [Id],
            Errors = [NoPlan],
        },
        new("GET", "/api/plans/{id}/text", "getText", "The plan's text, into which spans point (UTF-16 code units).", null, (string id, PlanStore store) =>
            IdOf(id) is { } known && store.Plans.Text(known) is { } text ? ApiResult.Of(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8") : Problems.NoPlan(id))
        {
            Parameters = [Id],
            MediaType = "text/plain",
            Errors = [NoPlan],
        },
        new("GET", "/api/plans/{id}/pages/{page}/box", "readBox", "Reads a box of a page of a PDF anew as a table; edges in hundredths of the page.", typeof(BoxTable), Box)
        {
            Parameters =
            [
                Id, new("page", "A page, from 1.", "path", "integer", IsRequired: true),
                new("left", "0 to 100.", IsRequired: true), new("top", "0 to 100.", IsRequired: true), new("right", "0 to 100.", IsRequired: true), new("bottom", "0 to 100.", IsRequired: true),
            ],
            Errors =
            [
                BadValue, NoPlan, (StatusCodes.Status404NotFound, "no-such-page", "The plan is no PDF, or has no such page."),
                (StatusCodes.Status422UnprocessableEntity, "unreadable", "The box cannot be read; the detail says why."),
            ],
            IsLimited = true,
        },
        new("GET", "/api/search", "search", "Full text and extracted values, in the query language of the site.", typeof(SearchAnswer), (HttpRequest request, PlanStore store) => Problems.Guarded(() => Search(request, store)))
        {
            Parameters =
            [
                new("q", $"The query, at most {MostLetters} letters; may be left out where a filter is given."),
                new("kind", "Hits of one kind only.") { OneOf = Words<HitKind>() },
                Province, Year,
                new("agency", "Words of the name of an agency that leads or supports."),
                new("order", "The order of hits.") { OneOf = Words<HitOrder>(), Default = "relevance" },
                Limit,
                new("after", "From the address in next: goes on behind that page."),
                new("facets", "Whether hits are counted by what could narrow them.") { OneOf = ["0", "1"], Default = "1" },
            ],
            Errors = [BadQuery, BadValue],
            IsLimited = true,
        },
    ];

    private static IResult Plans(HttpRequest request, PlanStore store)
    {
        var query = new ApiQuery(request.Query);
        var filter = new PlanFilter { Province = query.Text("province"), Year = query.Number("year", 1000, 9999) };
        var limit = query.Number("limit", 1, PlanSearch.MaxLimit) ?? DefaultLimit;
        var after = query.Number("after", 0, int.MaxValue) ?? 0;
        if (query.Problem is { } problem)
        {
            return problem;
        }

        var plans = store.Plans.After(after, limit + 1, filter);
        return ApiResult.Of(new PlansAnswer([.. plans.Take(limit)], plans.Count > limit ? Next(request, plans[limit - 1].Id.ToString(CultureInfo.InvariantCulture)) : null));
    }

    private static async Task<IResult> Box(string id, string page, HttpRequest request, PlanStore store, BoxReadings readings)
    {
        if (IdOf(id) is not { } known || store.Plans.Get(known) is not { } stored)
        {
            return Problems.NoPlan(id);
        }

        if (PageBox.Read(request.Query) is not { } box)
        {
            return Problems.BadValue("left, top, right, bottom", "edges from 0 to 100, with something between them");
        }

        try
        {
            return IdOf(page) is > 0 and <= int.MaxValue and var number && await readings.Read(stored, (int)number, box, request.HttpContext.RequestAborted) is { } table
                ? ApiResult.Of(table)
                : Problems.Of(StatusCodes.Status404NotFound, "no-such-page", "The plan is no PDF, or has no such page.");
        }
        catch (UnreadableFileException e)
        {
            return Problems.Of(StatusCodes.Status422UnprocessableEntity, "unreadable", $"{e.Message} {e.Advice}");
        }
    }

    private static IResult Search(HttpRequest request, PlanStore store)
    {
        var query = new ApiQuery(request.Query);
        var asked = new SearchRequest
        {
            Query = query.Text("q") ?? "",
            Kinds = query.Word<HitKind>("kind") is { } kind ? [kind] : [],
            Province = query.Text("province"),
            Year = query.Number("year", 1000, 9999),
            Agency = query.Text("agency"),
            Order = query.Word<HitOrder>("order") ?? HitOrder.Relevance,
            Limit = query.Number("limit", 1, PlanSearch.MaxLimit) ?? DefaultLimit,
            After = query.Text("after"),
            WithFacets = (query.Number("facets", 0, 1) ?? 1) == 1,
        };
        if (query.Problem is { } problem)
        {
            return problem;
        }

        var found = store.Search.Find(asked);
        return ApiResult.Of(new SearchAnswer(
            asked.Query, found.Total, found.IsAbout, found.Hits, found.Facets, found.Suggestion, found.Next is { } next ? Next(request, next) : null));
    }

    /// <summary>This address with another place to go on from.</summary>
    internal static string Next(HttpRequest request, string after)
    {
        var address = new Address(request.Path.ToUriComponent());
        foreach (var (key, values) in request.Query.Where(pair => pair.Key != "after"))
        {
            address.With(Uri.EscapeDataString(key), values);
        }

        return address.With("after", after).ToString();
    }

    internal static string[] Words<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(name => name.ToLowerInvariant())];

    internal static long? IdOf(string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
