using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Plans.Web.Accounts;
using Plans.Web.Hosting;

namespace Plans.Web.Safety;

/// <summary>
/// Lets a change through only where the reader meant it: a form must carry the token that was written into it; a program says who it is by its
/// key or, on this machine, by a header that no other site's page can send.
/// </summary>
internal static class FormGuard
{
    public const string FieldName = "token";
    public const string HeaderName = "X-Form-Token";

    /// <summary>Programs on this machine send it with every change; pages of other sites cannot without being allowed to.</summary>
    public const string ProgramHeader = "X-Plans-Client";

    public static void Add(IServiceCollection services, SiteOptions options) => services.AddAntiforgery(forms =>
    {
        forms.FormFieldName = FieldName;
        forms.HeaderName = HeaderName;
        forms.SuppressXFrameOptionsHeader = true;
        forms.Cookie.Name = "plans-forms";
        forms.Cookie.HttpOnly = true;
        forms.Cookie.SameSite = SameSiteMode.Strict;
        forms.Cookie.SecurePolicy = options.IsEncrypted ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    });

    public static async Task Check(HttpContext context, RequestDelegate next)
    {
        // What nothing here answers changes nothing either.
        if (context.GetEndpoint() is not RouteEndpoint || HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        // Said before a byte of it is read.
        if (context.Request.ContentLength > context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            context.Response.Headers.Connection = "close";
            return;
        }

        var audit = context.RequestServices.GetRequiredService<AuditLog>();
        var who = Reader.Of(context.User).Name ?? "";
        var change = $"{context.Request.Method} {context.Request.Path}";
        if (!await IsMeant(context))
        {
            audit.Write(who, "refused", $"{change}: no valid form token", Visitor.AddressOf(context));
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await next(context);
        context.RequestServices.GetRequiredService<RecentAnswers>().Clear();
        if (!context.Request.Path.StartsWithSegments("/login"))
        {
            audit.Write(who, context.Response.StatusCode < StatusCodes.Status400BadRequest ? "changed" : "refused", $"{change} ({context.Response.StatusCode})", Visitor.AddressOf(context));
        }
    }

    private static async Task<bool> IsMeant(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            return context.User.Identity?.AuthenticationType switch
            {
                AccessSchemes.Key => true,
                AccessSchemes.Local => context.Request.Headers.ContainsKey(ProgramHeader),

                // Nobody, or somebody whom a page of another site may have sent.
                _ => context.User.Identity?.IsAuthenticated != true || await IsValid(context),
            };
        }

        return await IsValid(context);
    }

    private static Task<bool> IsValid(HttpContext context) =>
        context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
}
