using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Plans.Store;
using Plans.Web.Accounts;
using Plans.Web.Agencies;
using Plans.Web.Api;
using Plans.Web.Cascading;
using Plans.Web.Comparing;
using Plans.Web.Exports;
using Plans.Web.Help;
using Plans.Web.Hosting;
using Plans.Web.Languages;
using Plans.Web.Loads;
using Plans.Web.Pages;
using Plans.Web.Reading;
using Plans.Web.Reviewing;
using Plans.Web.Safety;
using Plans.Web.Saved;
using Plans.Web.Search;
using Plans.Web.Start;

namespace Plans.Web;

/// <summary>The site and its API, for a host to plug in: <c>AddPlansSite</c> before the application is built, <c>MapPlansSite</c> after.</summary>
public static class PlansSite
{
    /// <summary>Needs a <see cref="PlanStore"/> among the services.</summary>
    public static IServiceCollection AddPlansSite(this IServiceCollection services, SiteOptions? options = null)
    {
        var site = options ?? new SiteOptions();
        services.AddSingleton(site);

        // A page of another site may make its own name point to 127.0.0.1; its requests carry that name and are refused.
        services.Configure<HostFilteringOptions>(filter => filter.AllowedHosts = ["localhost", "127.0.0.1", "[::1]", .. site.HostNames]);
        services.Configure<ForwardedHeadersOptions>(headers => headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        services.Configure<KestrelServerOptions>(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = site.RequestBytes;
        });

        // Vietnamese letters are written as they are; what means something in HTML is still encoded.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton(provider => provider.GetRequiredService<PlanStore>().Options.Clock);
        services.AddSingleton(provider => new SiteDatabase(provider.GetRequiredService<PlanStore>().Options.DataFolder));
        services.AddSingleton<AccountBook>().AddSingleton<AuditLog>().AddSingleton<SignInGuard>().AddSingleton<SavedSearches>().AddSingleton<PageImages>().AddSingleton<BoxReadings>().AddSingleton<RecentAnswers>();
        services.AddDataProtection().SetApplicationName("plans");
        services.AddSingleton<Microsoft.Extensions.Options.IConfigureOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>, SessionKeys>();
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.PropertyNamingPolicy = System.Text.Json.JsonNamingPolicy.SnakeCaseLower);
        Access.Add(services, site);
        FormGuard.Add(services, site);
        SearchLimit.Add(services, site);

        services.AddHttpContextAccessor();
        services.AddScoped(provider => Visit.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext!));
        services.AddScoped(provider => Reader.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext!.User));
        services.AddScoped(provider => new Texts(provider.GetRequiredService<Visit>().Language));
        return services;
    }

    /// <summary>Every page, the API, the assets and the answers to errors.</summary>
    public static WebApplication MapPlansSite(this WebApplication app)
    {
        if (app.Services.GetRequiredService<SiteOptions>().IsBehindProxy)
        {
            app.UseForwardedHeaders();
        }

        app.UseHostFiltering();
        app.Use(SecurityHeaders.Add);
        app.Use(Visit.Remember);
        app.UseErrorPages();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.Use(FormGuard.Check);

        SiteFiles.Map(app);
        StartEndpoint.Map(app);
        SearchEndpoint.Map(app);
        PlanEndpoints.Map(app);
        PageEndpoints.Map(app);
        BoxEndpoints.Map(app);
        CompareEndpoint.Map(app);
        ExportEndpoints.Map(app);
        AgencyEndpoints.Map(app);
        CascadeEndpoint.Map(app);
        HelpEndpoint.Map(app);
        ReviewEndpoints.Map(app);
        SavedEndpoints.Map(app);
        LoadEndpoints.Map(app, app.Services.GetRequiredService<SiteOptions>());
        AccountEndpoints.Map(app);
        ApiEndpoints.Map(app, app.Services.GetRequiredService<SiteOptions>());
        return app;
    }
}
