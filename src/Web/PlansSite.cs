using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.HostFiltering;
using Plans.Store;
using Plans.Web.Api;
using Plans.Web.Comparing;
using Plans.Web.Help;
using Plans.Web.Hosting;
using Plans.Web.Languages;
using Plans.Web.Pages;
using Plans.Web.Reading;
using Plans.Web.Search;
using Plans.Web.Start;

namespace Plans.Web;

/// <summary>The site and its API, for a host to plug in: <c>AddPlansSite</c> before the application is built, <c>MapPlansSite</c> after.</summary>
public static class PlansSite
{
    /// <summary>Needs a <see cref="PlanStore"/> among the services. Only requests to this machine's own names are answered.</summary>
    public static IServiceCollection AddPlansSite(this IServiceCollection services)
    {
        // A page of another site may make its own name point to 127.0.0.1; its requests carry that name and are refused.
        services.Configure<HostFilteringOptions>(options => options.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);

        // Vietnamese letters are written as they are; what means something in HTML is still encoded.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<PageImages>();
        services.AddHttpContextAccessor();
        services.AddScoped(provider => Visit.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext!));
        services.AddScoped(provider => new Texts(provider.GetRequiredService<Visit>().Language));
        return services;
    }

    /// <summary>Every page, the API, the assets and the answers to errors.</summary>
    public static WebApplication MapPlansSite(this WebApplication app)
    {
        app.UseHostFiltering();
        app.Use(SecurityHeaders.Add);
        app.Use(Visit.Remember);
        app.UseErrorPages();
        app.UseRouting();

        SiteFiles.Map(app);
        StartEndpoint.Map(app);
        SearchEndpoint.Map(app);
        PlanEndpoints.Map(app);
        PageEndpoints.Map(app);
        CompareEndpoint.Map(app);
        HelpEndpoint.Map(app);
        ApiEndpoints.Map(app);
        return app;
    }
}
