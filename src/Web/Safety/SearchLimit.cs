using System.Threading.RateLimiting;
using Plans.Web.Accounts;

namespace Plans.Web.Safety;

/// <summary>How often one reader may ask what costs the database work, so that nobody can keep it from the others.</summary>
internal static class SearchLimit
{
    public const string Name = "search";

    private const int Seconds = 60;
    private const int Segments = 6;

    public static void Add(IServiceCollection services, SiteOptions options) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = $"{Seconds / Segments}";
            return ValueTask.CompletedTask;
        };
        limits.AddPolicy(Name, context => Reader.Of(context.User) is { IsLocal: true }
            ? RateLimitPartition.GetNoLimiter(Reader.LocalName)
            : RateLimitPartition.GetSlidingWindowLimiter(context.User.Identity?.Name ?? Visitor.AddressOf(context), _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = options.SearchesPerMinute,
                Window = TimeSpan.FromSeconds(Seconds),
                SegmentsPerWindow = Segments,
            }));
    });

    public static T Limited<T>(this T endpoints)
        where T : IEndpointConventionBuilder => endpoints.RequireRateLimiting(Name);
}
