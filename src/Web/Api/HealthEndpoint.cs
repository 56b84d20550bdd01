using Plans.Extraction;
using Plans.Store;
using Plans.Store.Ledger;
using Plans.Web.Accounts;

namespace Plans.Web.Api;

/// <summary>
/// <c>GET /health</c>: 200 and <c>ok</c> while the store answers, with what waits and who works; 503 and <c>down</c> while it does not.
/// Why it is down is said to administrators only. <c>no-worker</c> is said, with 200, where files wait and nobody has been seen for a while.
/// </summary>
internal static class HealthEndpoint
{
    private static readonly TimeSpan Seen = TimeSpan.FromMinutes(1);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/health", (PlanStore store, Reader reader, ILoggerFactory logs) =>
    {
        try
        {
            var now = store.Options.Clock.GetUtcNow();
            var files = store.Ledger.CountsByState();
            var workers = store.Ledger.Workers().Where(worker => now - worker.SeenAt < Seen).ToList();
            var alone = files[FileState.Queued] + files[FileState.Running] > 0 && workers.Count == 0;
            return Json(new { Status = alone ? "no-worker" : "ok", store.Counts().Plans, Files = files, Workers = workers.Count }, StatusCodes.Status200OK);
        }
        catch (StoreException exception)
        {
            // Where the data lie and what is wrong with them is not for strangers.
            logs.CreateLogger(typeof(HealthEndpoint)).LogError(exception, "The store does not answer.");
            return reader.May(Role.Administrator)
                ? Json(new { Status = "down", exception.Problem, exception.Message }, StatusCodes.Status503ServiceUnavailable)
                : Json(new { Status = "down" }, StatusCodes.Status503ServiceUnavailable);
        }
    }).AllowAnonymous();

    private static IResult Json(object value, int status) => Results.Json(value, PlanJson.Options, statusCode: status);
}
