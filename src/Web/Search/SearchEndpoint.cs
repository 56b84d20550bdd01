using Plans.Web.Hosting;
using Plans.Web.Safety;

namespace Plans.Web.Search;

internal static class SearchEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/search", (HttpRequest request, RecentAnswers answers) =>
    {
        var model = SearchModel.Of(Question.Read(request.Query), answers);
        return Page.Of<SearchPage, SearchModel>(model, model.Problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }).Limited();
}
