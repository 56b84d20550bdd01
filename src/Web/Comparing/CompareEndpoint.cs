using Plans.Store;
using Plans.Web.Hosting;
using Plans.Web.Safety;

namespace Plans.Web.Comparing;

internal static class CompareEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/compare", (HttpRequest request, PlanStore store) =>
    {
        var model = CompareModel.Of(Comparand.Read(request.Query), store.Comparison);
        return Page.Of<ComparePage, CompareModel>(model, model.Problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }).Limited();
}
