using Microsoft.AspNetCore.Server.Kestrel.Core;
using Plans.Store;
using Plans.Web;
using Plans.Worker.CommandLine;
using Plans.Worker.Jobs;

namespace Plans.Worker.Hosting;

/// <summary>The site, the API and a worker in one process, on this machine only.</summary>
internal static class Site
{
    public const int DefaultPort = 5080;

    /// <summary>Serves until cancelled.</summary>
    /// <param name="ready">Called when requests are answered, with the address.</param>
    /// <exception cref="WrongUseException">Another program listens on the port.</exception>
    public static async Task ServeAsync(PlanStore store, int port, Action<string> ready, CancellationToken cancellationToken)
    {
        using var logs = Stores.Logs(LogLevel.Warning);
        await using var worker = QueueWorker.Start(store, JobSettings.Here, logs);
        await using var app = Build(store, port);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException exception)
        {
            throw new WrongUseException($"Port {port} cannot be listened on ({exception.Message}). Choose another one: --port {port + 1}.");
        }

        ready($"http://127.0.0.1:{port}");
        await app.WaitForShutdownAsync(cancellationToken);
    }

    /// <summary>The one place where the site's pages are plugged in.</summary>
    private static WebApplication Build(PlanStore store, int port)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(server => server.ListenLocalhost(port, endpoint => endpoint.Protocols = HttpProtocols.Http1));
        builder.Logging.ClearProviders().AddJsonConsole().AddConsole(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(store);
        builder.Services.AddPlansSite();

        var app = builder.Build();
        app.MapPlansSite();
        return app;
    }
}
