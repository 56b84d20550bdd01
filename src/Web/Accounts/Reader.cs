using System.Security.Claims;

namespace Plans.Web.Accounts;

/// <summary>Who asks. Where no accounts are demanded it is whoever sits at this machine, who may do everything.</summary>
/// <param name="Name">Null where nobody is signed in.</param>
public sealed record Reader(string? Name, Role Role, bool IsLocal)
{
    public const string LocalName = "local";

    public bool May(Role role) => Name is not null && Role >= role;

    public static Reader Of(ClaimsPrincipal user) => user.Identity is { IsAuthenticated: true, Name: { } name, AuthenticationType: var type }
        ? new Reader(name, Enum.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role) ? role : Role.Reader, type == AccessSchemes.Local)
        : new Reader(null, Role.Reader, false);
}
