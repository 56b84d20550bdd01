using Microsoft.AspNetCore.Authentication;
using Plans.Store.Export;
using Plans.Web.Exports;
using Plans.Web.Hosting;
using Plans.Web.Safety;

namespace Plans.Web.Accounts;

/// <summary>Signing in and out, one's own keys, and the audit log.</summary>
internal static class AccountEndpoints
{
    private const int EntriesShown = 200;

    private static readonly TableColumn[] OfAudit = [new("at"), new("who"), new("what"), new("detail"), new("address")];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/login", (HttpRequest request) => Page.Of<LoginPage, LoginModel>(new LoginModel(LoginModel.Within(request.Query["to"])))).AllowAnonymous();
        routes.MapPost("/login", SignIn).AllowAnonymous();
        routes.MapPost("/logout", SignOut);
        routes.MapGet("/account", (Reader reader, AccountBook accounts) => Page.Of<AccountPage, AccountModel>(AccountModel.Of(reader, accounts, null)));
        routes.MapPost("/account/keys", AddKey);
        routes.MapPost("/account/keys/{id:long}/remove", (long id, Reader reader, AccountBook accounts) =>
            accounts.Find(reader.Name!) is { } account && accounts.RemoveKey(account, id) ? Results.Redirect("/account") : Results.NotFound());
        routes.MapGet("/audit", (HttpRequest request, AuditLog audit) => Page.Of<AuditPage, AuditModel>(
            new AuditModel(audit.Read(EntriesShown, Search.Question.Number(request.Query, "before", 1, int.MaxValue)), EntriesShown))).For(Role.Administrator);
        routes.MapGet("/audit/export", (HttpRequest request, AuditLog audit) => ExportFile.Of(request, "audit", OfAudit, audit.Read(int.MaxValue).Select(entry => new TableLine(
            [SiteDatabase.Time(entry.At), entry.Who, entry.What, entry.Detail, entry.Address], null)))).For(Role.Administrator);
    }

    private static async Task<IResult> SignIn(HttpContext context, AccountBook accounts, SignInGuard guard, AuditLog audit)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (name, address) = (form["name"].ToString(), Visitor.AddressOf(context));
        var asked = new LoginModel(LoginModel.Within(form["to"]), name);
        if (guard.IsLocked(name, address))
        {
            audit.Write(name, "locked", "", address);
            return Page.Of<LoginPage, LoginModel>(asked with { Problem = LoginProblem.Locked }, StatusCodes.Status429TooManyRequests);
        }

        if (accounts.SignIn(name, form["password"].ToString()) is not { } account)
        {
            guard.Failed(name, address);
            audit.Write(name, "refused", "wrong name or password", address);
            return Page.Of<LoginPage, LoginModel>(asked with { Problem = LoginProblem.Wrong }, StatusCodes.Status401Unauthorized);
        }

        guard.Succeeded(name, address);
        audit.Write(account.Name, "signed-in", "", address);
        await context.SignInAsync(AccessSchemes.Cookie, AccessSchemes.Principal(AccessSchemes.Cookie, account.Name, account.Role, account.Stamp));
        return Results.LocalRedirect(asked.To);
    }

    private static async Task SignOut(HttpContext context)
    {
        await context.SignOutAsync(AccessSchemes.Cookie);
        context.Response.Redirect("/");
    }

    /// <summary>The key is on the answered page and nowhere else.</summary>
    private static async Task<IResult> AddKey(HttpContext context, Reader reader, AccountBook accounts)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var name = form["name"].ToString().Trim();
        return accounts.Find(reader.Name!) is not { } account ? Results.NotFound()
            : name.Length is 0 or > 64 ? Results.BadRequest()
            : Page.Of<AccountPage, AccountModel>(AccountModel.Of(reader, accounts, accounts.AddKey(account, name)));
    }
}
