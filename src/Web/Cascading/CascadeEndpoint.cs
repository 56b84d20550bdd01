using Plans.Store;
using Plans.Store.Comparison.Cascades;
using Plans.Store.Search;
using Plans.Web.Hosting;
using Plans.Web.Safety;
using Plans.Web.Search;

namespace Plans.Web.Cascading;

/// <summary>Who carries a document out: the plans that cite it, with their targets beside its own.</summary>
internal static class CascadeEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/cascade", (HttpRequest request, PlanStore store) =>
    {
        var (number, year, indicator) = (Question.Text(request.Query, "number") ?? "", Question.Number(request.Query, "year", 1000, 9999), Question.Text(request.Query, "indicator"));
        return Page.Of<CascadePage, CascadeModel>(new CascadeModel(number, year, indicator, Of(store, number, year, indicator)));
    }).Limited();

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
