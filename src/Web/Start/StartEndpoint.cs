using Plans.Store;
using Plans.Web.Hosting;

namespace Plans.Web.Start;

internal static class StartEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/", (PlanStore store) => Page.Of<StartPage, StartModel>(StartModel.Of(store)));
}
