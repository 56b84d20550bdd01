using Plans.Web.Hosting;

namespace Plans.Web.Start;

internal static class StartEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/", (RecentAnswers answers) => Page.Of<StartPage, StartModel>(answers.Start()));
}
