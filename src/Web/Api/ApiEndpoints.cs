using Microsoft.AspNetCore.Mvc;
using Plans.Web.Accounts;
using Plans.Web.Hosting;
using Plans.Web.Safety;

namespace Plans.Web.Api;

/// <summary>What the site knows, for programs. JSON in the contract's spelling; errors as problem details.</summary>
internal static class ApiEndpoints
{
    public const string DescriptionPath = "/api/openapi.json";

    public static readonly IReadOnlyList<ApiRoute> All = [.. PlanRoutes.All, .. ComparisonRoutes.All, .. WorkRoutes.All];

    public static void Map(IEndpointRouteBuilder routes, SiteOptions options)
    {
        HealthEndpoint.Map(routes);
        foreach (var route in All)
        {
            var endpoint = routes.MapMethods(route.Path, [route.Method], route.Handler).For(route.Role);
            if (route.IsLimited)
            {
                endpoint.Limited();
            }

            if (route.BodyMediaType is not null)
            {
                endpoint.WithMetadata(new RequestSizeLimitAttribute(options.UploadBytes), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = options.UploadBytes });
            }
        }

        var description = new Lazy<byte[]>(() => ApiDescription.Write(All, options));
        routes.MapGet(DescriptionPath, () => ApiResult.Of(description.Value, "application/json; charset=utf-8")).AllowAnonymous();
        routes.MapGet("/api/docs", () => Page.Of<ApiPage, ApiModel>(new ApiModel(All)));
    }
}
