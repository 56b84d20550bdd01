using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Plans.Store;
using Plans.Web;
using Plans.Web.Accounts;
using Plans.Web.Loads;
using Plans.Worker.CommandLine;
using Plans.Worker.Jobs;

namespace Plans.Worker.Hosting;

/// <summary>The site, the API and a worker in one process.</summary>
internal static class Site
{
    public const int DefaultPort = 5080;

    /// <summary>Serves until cancelled.</summary>
    /// <param name="ready">Called when requests are answered, with the address.</param>
    /// <exception cref="WrongUseException">Another program listens on the port, or accounts are needed and there are none.</exception>
    public static async Task ServeAsync(PlanStore store, Listening where, Action<string> ready, CancellationToken cancellationToken)
    {
        using var logs = Stores.Logs(LogLevel.Warning);
        await using var worker = QueueWorker.Start(store, JobSettings.Here, logs);
        await using var app = Build(store, where, worker);
        where.CheckAccounts(app.Services.GetRequiredService<AccountBook>());
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException exception)
        {
            throw new WrongUseException($"Port {where.Port} cannot be listened on ({exception.Message}). Choose another one: --port {where.Port + 1}.");
        }

        ready($"{(where.Certificate is null ? "http" : "https")}://{where.Address}:{where.Port}");
        await app.WaitForShutdownAsync(cancellationToken);
    }

    /// <summary>The one place where the site's pages are plugged in.</summary>
    private static WebApplication Build(PlanStore store, Listening where, QueueWorker worker)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(server => server.Listen(where.Address, where.Port, endpoint =>
        {
            endpoint.Protocols = HttpProtocols.Http1;
            if (where is { Certificate: { } certificate, CertificateKey: { } key })
            {
                endpoint.UseHttps(X509Certificate2.CreateFromPemFile(certificate, key));
            }
        }));
        builder.Logging.ClearProviders().AddJsonConsole().AddConsole(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(store);
        builder.Services.AddSingleton<ILoadDesk>(services => new LoadDesk(store, worker, services.GetRequiredService<ILogger<LoadDesk>>()));
        builder.Services.AddPlansSite(where.Options);

        var app = builder.Build();
        app.MapPlansSite();
        return app;
    }
}
