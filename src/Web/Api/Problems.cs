using Plans.Store.Search;

namespace Plans.Web.Api;

/// <summary>Errors as problem details (RFC 9457): what is wrong in <c>detail</c>, a word for programs in <c>code</c>.</summary>
internal static class Problems
{
    public static IResult Of(int status) => status switch
    {
        StatusCodes.Status404NotFound => Of(status, "not-found", "There is nothing at this address."),
        StatusCodes.Status405MethodNotAllowed => Of(status, "method-not-allowed", "This address does not answer this method."),
        StatusCodes.Status401Unauthorized => Of(status, "not-signed-in", "Send an API key: Authorization: Bearer plans_…. Keys are made on the page /account."),
        StatusCodes.Status403Forbidden => Of(status, "forbidden", "The account of this key may not do that."),
        StatusCodes.Status413PayloadTooLarge => Of(status, "too-large", "The request is larger than the limit."),
        StatusCodes.Status429TooManyRequests => Of(status, "too-many-requests", "Too many requests in a minute. Wait as long as Retry-After says."),
        StatusCodes.Status503ServiceUnavailable => Of(status, "store-unavailable", "The database does not answer. Try again; the server's log says more."),
        >= 500 => Of(status, "internal-error", "The error is in the server's log."),
        _ => Of(status, "bad-request", "The request cannot be understood."),
    };

    public static IResult NoPlan(string id) => Of(StatusCodes.Status404NotFound, "no-such-plan", $"No plan has the id {id}. GET /api/plans lists those held.");

    /// <summary>A query that has no sensible answer is the asker's error.</summary>
    public static IResult Guarded(Func<IResult> answer)
    {
        try
        {
            return answer();
        }
        catch (QueryException e)
        {
            return Of(StatusCodes.Status400BadRequest, "bad-query", e.Message);
        }
    }

    public static IResult BadValue(string name, string wanted) =>
        Of(StatusCodes.Status400BadRequest, "bad-value", $"The parameter {name} must be {wanted}.");

    public static IResult Of(int status, string code, string detail) =>
        Results.Problem(detail, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code });
}
