using Plans.Store;
using Plans.Web.Hosting;

namespace Plans.Web.Reading;

internal static class PlanEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/plans/{id:long}", (long id, PlanStore store) => store.Plans.Get(id) is { } stored
            ? Page.Of<PlanPage, PlanModel>(PlanModel.Of(stored))
            : Results.NotFound());
        routes.MapGet("/plans/{id:long}/text", (long id, HttpRequest request, PlanStore store) =>
            SourceModel.Of(id, request.Query, store.Plans) is { } model ? Page.Of<SourcePage, SourceModel>(model) : Results.NotFound());
    }
}
