using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Plans.Web.Accounts;

/// <summary>The ways in which a request can say who asks.</summary>
internal static class AccessSchemes
{
    /// <summary>Chooses one of the others by what the request carries.</summary>
    public const string Any = "any";
    public const string Cookie = "cookie";
    public const string Key = "key";
    public const string Local = "local";

    /// <summary>The claim that ends with a changed password.</summary>
    public const string StampClaim = "stamp";

    private const string Bearer = "Bearer ";

    /// <summary>The key that a program sends as <c>Authorization: Bearer …</c>.</summary>
    public static string? KeyIn(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;

    public static ClaimsPrincipal Principal(string scheme, string name, Role role, string stamp) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Name, name), new Claim(ClaimTypes.Role, role.ToString()), new Claim(StampClaim, stamp)], scheme));
}

/// <summary>An API key in the head of the request.</summary>
internal sealed class KeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccountBook accounts)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
        AccessSchemes.KeyIn(Request) is not { } key ? AuthenticateResult.NoResult()
        : accounts.OfKey(key) is { } account ? AuthenticateResult.Success(new AuthenticationTicket(
            AccessSchemes.Principal(AccessSchemes.Key, account.Name, account.Role, account.Stamp), AccessSchemes.Key))
        : AuthenticateResult.Fail("unknown key"));
}

/// <summary>Whoever can reach the site where it listens to this machine alone.</summary>
internal sealed class LocalHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.Success(
        new AuthenticationTicket(AccessSchemes.Principal(AccessSchemes.Local, Reader.LocalName, Role.Administrator, ""), AccessSchemes.Local)));
}
