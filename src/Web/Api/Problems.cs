namespace Plans.Web.Api;

/// <summary>Errors as problem details (RFC 9457): what is wrong in <c>detail</c>, a word for programs in <c>code</c>.</summary>
internal static class Problems
{
    public static IResult Of(int status) => status switch
    {
        StatusCodes.Status404NotFound => Of(status, "not-found", "There is nothing at this address."),
        StatusCodes.Status405MethodNotAllowed => Of(status, "method-not-allowed", "This address answers GET only."),
        StatusCodes.Status503ServiceUnavailable => Of(status, "store-unavailable", "The database does not answer. Try again; the server's log says more."),
        >= 500 => Of(status, "internal-error", "The error is in the server's log."),
        _ => Of(status, "bad-request", "The request cannot be understood."),
    };

    public static IResult NoPlan(string id) => Of(StatusCodes.Status404NotFound, "no-such-plan", $"No plan has the id {id}. GET /api/plans lists those held.");

    public static IResult BadValue(string name, string wanted) =>
        Of(StatusCodes.Status400BadRequest, "bad-value", $"The parameter {name} must be {wanted}.");

    public static IResult Of(int status, string code, string detail) =>
        Results.Problem(detail, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code });
}
