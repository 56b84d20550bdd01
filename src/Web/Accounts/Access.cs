using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace Plans.Web.Accounts;

/// <summary>Who may see and do what: everything needs an account where accounts are demanded, changes need a role.</summary>
internal static class Access
{
    private static readonly TimeSpan SessionLength = TimeSpan.FromHours(12);

    public static void Add(IServiceCollection services, SiteOptions options)
    {
        var authentication = services.AddAuthentication(AccessSchemes.Any)
            .AddPolicyScheme(AccessSchemes.Any, null, any => any.ForwardDefaultSelector = context =>
                !options.RequireAccounts ? AccessSchemes.Local
                : AccessSchemes.KeyIn(context.Request) is not null ? AccessSchemes.Key
                : AccessSchemes.Cookie)
            .AddCookie(AccessSchemes.Cookie, cookie =>
            {
                cookie.Cookie.Name = "plans-session";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = options.IsEncrypted ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
                cookie.ExpireTimeSpan = SessionLength;
                cookie.SlidingExpiration = true;
                cookie.LoginPath = "/login";
                cookie.ReturnUrlParameter = "to";
                cookie.Events.OnValidatePrincipal = Validate;
                cookie.Events.OnRedirectToLogin = context => Refuse(context.HttpContext, context.RedirectUri);
                cookie.Events.OnRedirectToAccessDenied = context => Status(context.HttpContext, StatusCodes.Status403Forbidden);
            });
        authentication.AddScheme<AuthenticationSchemeOptions, KeyHandler>(AccessSchemes.Key, null);
        authentication.AddScheme<AuthenticationSchemeOptions, LocalHandler>(AccessSchemes.Local, null);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(nameof(Role.Reader), policy => policy.RequireAuthenticatedUser())
            .AddPolicy(nameof(Role.Reviewer), policy => policy.RequireAssertion(context => Reader.Of(context.User).May(Role.Reviewer)))
            .AddPolicy(nameof(Role.Administrator), policy => policy.RequireAssertion(context => Reader.Of(context.User).May(Role.Administrator)));
    }

    /// <summary>Restricts what is mapped to accounts of a role.</summary>
    public static T For<T>(this T endpoints, Role role)
        where T : IEndpointConventionBuilder => endpoints.RequireAuthorization(role.ToString());

    private static async Task Validate(Microsoft.AspNetCore.Authentication.Cookies.CookieValidatePrincipalContext context)
    {
        var accounts = context.HttpContext.RequestServices.GetRequiredService<AccountBook>();
        var account = context.Principal?.Identity?.Name is { } name ? accounts.Find(name) : null;
        if (account is null || context.Principal!.FindFirstValue(AccessSchemes.StampClaim) != account.Stamp)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(AccessSchemes.Cookie);
        }
        else if (Reader.Of(context.Principal!).Role != account.Role)
        {
            context.ReplacePrincipal(AccessSchemes.Principal(AccessSchemes.Cookie, account.Name, account.Role, account.Stamp));
            context.ShouldRenew = true;
        }
    }

    private static Task Refuse(HttpContext context, string loginAddress)
    {
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            return Status(context, StatusCodes.Status401Unauthorized);
        }

        context.Response.Redirect(loginAddress);
        return Task.CompletedTask;
    }

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
