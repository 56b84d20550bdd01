namespace Plans.Web.Api;

/// <summary>The API for people to read.</summary>
public sealed record ApiModel
{
    internal ApiModel(IReadOnlyList<ApiRoute> routes) => Routes = routes;

    internal IReadOnlyList<ApiRoute> Routes { get; }
}
