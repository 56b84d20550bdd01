namespace Plans.Web.Languages;

/// <summary>Who reads: the language that the address or the cookie names (Vietnamese unless told), and where the reader is.</summary>
public sealed record Visit(Language Language, PathString Path, IQueryCollection Query)
{
    private const string Key = "lang";

    public static Visit Of(HttpContext context)
    {
        var request = context.Request;
        var language = Language.Of(request.Query[Key]) ?? Language.Of(request.Cookies[Key]) ?? Language.Vietnamese;
        return new Visit(language, request.Path, request.Query);
    }

    /// <summary>This page in another language.</summary>
    public string In(Language other)
    {
        var address = new Address(Path.ToUriComponent());
        foreach (var (key, values) in Query.Where(pair => pair.Key != Key))
        {
            address.With(Uri.EscapeDataString(key), values);
        }

        return address.With(Key, other.Code).ToString();
    }

    /// <summary>Keeps a language that was chosen by the address for the next pages.</summary>
    public static Task Remember(HttpContext context, RequestDelegate next)
    {
        if (Language.Of(context.Request.Query[Key]) is { } chosen)
        {
            context.Response.Cookies.Append(Key, chosen.Code, new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
                Path = "/",
                SameSite = SameSiteMode.Lax,
            });
        }

        return next(context);
    }
}
