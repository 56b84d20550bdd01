namespace Plans.Web.Safety;

/// <summary>From where a request comes.</summary>
internal static class Visitor
{
    public static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
