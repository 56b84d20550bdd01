using Plans.Extraction;
using Plans.Store;
using Plans.Store.Comparison;
using Plans.Store.Search;
using Plans.Web.Hosting;
using Plans.Web.Safety;
using Plans.Web.Search;

namespace Plans.Web.Comparing;

internal static class CompareEndpoint
{
    private const int MostSuggestions = 10;
    private const int FewestLetters = 3;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/compare", (HttpRequest request, PlanStore store) =>
        {
            var model = CompareModel.Of(Comparand.Read(request.Query), store.Comparison);
            return Page.Of<ComparePage, CompareModel>(model, model.Problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
        }).Limited();
        routes.MapGet("/compare/plans", (HttpRequest request, PlanStore store) => Page.Of<PlansPage, PlansModel>(PlansModel.Of(request.Query, store))).Limited();
        routes.MapGet("/compare/changes", (HttpRequest request, PlanStore store) =>
            ChangesModel.Of(request.Query, store) is { } model ? Page.Of<ChangesPage, ChangesModel>(model) : Results.NotFound()).Limited();
        routes.MapGet("/compare/suggest", (HttpRequest request, PlanStore store) =>
            Results.Json(Suggested(Question.Text(request.Query, "q") ?? "", store.Comparison), PlanJson.Options));
    }

    /// <summary>Indicators that have the words, the last of which may be half typed; those of most targets first.</summary>
    private static IReadOnlyList<string> Suggested(string typed, IndicatorComparison comparison)
    {
        var words = string.Concat(typed.Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')).Trim();
        if (words.Length < FewestLetters || words.Length - words.LastIndexOf(' ') - 1 < QueryParser.MinPrefixLetters)
        {
            return [];
        }

        try
        {
            return
            [
                .. comparison.ByIndicator(words + "*").GroupBy(row => Folding.Key(row.Indicator))
                    .OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Length)
                    .Select(group => group.First().Indicator).Take(MostSuggestions),
            ];
        }
        catch (QueryException)
        {
            return [];
        }
    }
}
