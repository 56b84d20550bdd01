using Plans.Store;
using Plans.Store.Comparison;
using Plans.Store.Comparison.Agencies;
using Plans.Store.Comparison.Cascades;
using Plans.Store.Comparison.Difference;
using Plans.Web.Search;

namespace Plans.Web.Api;

/// <summary>Across plans: an indicator, the duties of a body, who carries a document out, what changed.</summary>
internal static class ComparisonRoutes
{
    private static readonly ApiParameter Province = new("province", "A province's name, with or without diacritics.");
    private static readonly (int, string, string) BadQuery = (StatusCodes.Status400BadRequest, "bad-query", "The words have no sensible answer; the detail says why.");
    private static readonly (int, string, string) BadValue = (StatusCodes.Status400BadRequest, "bad-value", "A parameter is not what it may be; the detail says what it must be.");

    public static readonly IReadOnlyList<ApiRoute> All =
    [
        new("GET", "/api/compare", "compare", "The same indicator across plans; other indicators that share its words have a group other than 0.", typeof(CompareAnswer), (HttpRequest request, PlanStore store) => Problems.Guarded(() => Compare(request, store)))
        {
            Parameters = [new("indicator", "Words of the indicator.", IsRequired: true), Province, Year("year", "A target's year.")],
            Errors = [BadQuery, BadValue],
            IsLimited = true,
        },
        new("GET", "/api/compare/years", "compareYears", "The same as plans against years: one unit, ranks, gaps and how the values of each year spread.", typeof(IndicatorTable), (HttpRequest request, PlanStore store) => Problems.Guarded(() => Years(request, store)))
        {
            Parameters =
            [
                new("indicator", "Words of the indicator.", IsRequired: true), Province, Year("year", "A target's year."),
                new("provinces", "Whether provinces that were merged stand together.") { OneOf = PlanRoutes.Words<ProvincesAsOf>(), Default = "then" },
            ],
            Errors = [BadQuery, BadValue],
            IsLimited = true,
        },
        new("GET", "/api/agencies", "listDuties", "What a body has to do under all its names, by deadline.", typeof(AgencyDuties), (HttpRequest request, PlanStore store) => Problems.Guarded(() => Duties(request, store)))
        {
            Parameters =
            [
                new("name", "The body's name, in full or short.", IsRequired: true), Province,
                new("role", "Only what it leads, or in what it supports.") { OneOf = ["lead", "support"] },
                Year("from", "Of plans of this year or later."), Year("to", "Of plans of this year or earlier."),
                new("part", "Whether duties count that it shares only in part.", Type: "integer") { Least = 0, Most = 1, Default = 0 },
            ],
            Errors = [BadQuery, BadValue],
            IsLimited = true,
        },
        new("GET", "/api/cascade", "getCascade", "Who carries a document out: the plans that cite it, their targets beside its own, the provinces without one.", typeof(Cascade), (HttpRequest request, PlanStore store) => Problems.Guarded(() => Cascade(request, store)))
        {
            Parameters =
            [
                new("number", "The document's number, as printed: 1719/QĐ-TTg.", IsRequired: true), Year("year", "Of its date, where several have the number."), Province,
                new("indicator", "Only indicators that have these words."),
            ],
            Errors = [BadQuery, BadValue],
            IsLimited = true,
        },
        new("GET", "/api/changes", "getChanges", "What changed from one plan to another: head, sections, targets, tasks.", typeof(PlanDifference), (HttpRequest request, PlanStore store) => Changes(request, store))
        {
            Parameters = [Plan("before", "The earlier plan's id."), Plan("after", "The later plan's id.")],
            Errors = [BadValue, (StatusCodes.Status404NotFound, "no-such-plan", "No plan has the id.")],
            IsLimited = true,
        },
    ];

    private static ApiParameter Year(string name, string description) => new(name, description, Type: "integer") { Least = 1000, Most = 9999 };

    private static ApiParameter Plan(string name, string description) => new(name, description, Type: "integer", IsRequired: true) { Least = 1, Most = int.MaxValue };

    private static IResult Compare(HttpRequest request, PlanStore store)
    {
        var query = new ApiQuery(request.Query);
        var indicator = query.Text("indicator") ?? "";
        var (province, year) = (query.Text("province"), query.Number("year", 1000, 9999));
        return query.Problem ?? ApiResult.Of(new CompareAnswer(indicator, store.Comparison.ByIndicator(indicator, province, year)));
    }

    private static IResult Years(HttpRequest request, PlanStore store)
    {
        var query = new ApiQuery(request.Query);
        var asked = new IndicatorRequest
        {
            Words = query.Text("indicator") ?? "",
            Province = query.Text("province"),
            Year = query.Number("year", 1000, 9999),
            Provinces = query.Word<ProvincesAsOf>("provinces") ?? ProvincesAsOf.Then,
        };
        return query.Problem ?? ApiResult.Of(store.Comparison.Table(asked));
    }

    private static IResult Duties(HttpRequest request, PlanStore store)
    {
        var query = new ApiQuery(request.Query);
        var asked = new AgencyRequest
        {
            Name = query.Text("name") ?? "",
            Province = query.Text("province"),
            Role = query.OneOf("role", "lead", "support"),
            From = query.Number("from", 1000, 9999),
            To = query.Number("to", 1000, 9999),
            InPart = query.Number("part", 0, 1) == 1,
        };
        return query.Problem
            ?? (asked.Name.Length is 0 or > Question.LongestFilter ? Problems.BadValue("name", $"a name of at most {Question.LongestFilter} letters") : ApiResult.Of(store.Agencies.Of(asked)));
    }

    private static IResult Cascade(HttpRequest request, PlanStore store)
    {
        var query = new ApiQuery(request.Query);
        var asked = new CascadeRequest
        {
            Number = query.Text("number") ?? "",
            Year = query.Number("year", 1000, 9999),
            Province = query.Text("province"),
            Indicator = query.Text("indicator"),
        };
        return query.Problem
            ?? (asked.Number.Length is 0 or > Question.LongestFilter ? Problems.BadValue("number", $"a number of at most {Question.LongestFilter} letters") : ApiResult.Of(store.Cascades.Of(asked)));
    }

    private static IResult Changes(HttpRequest request, PlanStore store)
    {
        var query = new ApiQuery(request.Query);
        var (before, after) = (query.Number("before", 1, int.MaxValue), query.Number("after", 1, int.MaxValue));
        return query.Problem
            ?? (before is not { } earlier ? Problems.BadValue("before", "a plan's id")
            : after is not { } later ? Problems.BadValue("after", "a plan's id")
            : store.Plans.Get(earlier) is not { } old ? Problems.NoPlan($"{earlier}")
            : store.Plans.Get(later) is not { } now ? Problems.NoPlan($"{later}")
            : ApiResult.Of(PlanDiffer.Of(old, store.Plans.Text(earlier) ?? "", now, store.Plans.Text(later) ?? "")));
    }
}
