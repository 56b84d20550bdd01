namespace Plans.Web.Accounts;

public enum LoginProblem { Wrong, Locked }

/// <param name="To">Where the reader wanted to go: a path of this site.</param>
public sealed record LoginModel(string To, string? Name = null, LoginProblem? Problem = null)
{
    /// <summary>Only this site's own paths: <c>//host</c> and <c>/\host</c> are other sites'.</summary>
    public static string Within(string? path) =>
        path is ['/', ..] and not ['/', '/' or '\\', ..] && !path.Any(char.IsControl) ? path : "/";
}
