using Plans.Web.Hosting;

namespace Plans.Web.Help;

internal static class HelpEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/help", () => Page.Of<HelpPage, HelpModel>(new HelpModel()));
}
