using System.CommandLine;
using Plans.Worker.CommandLine;
using Plans.Worker.Hosting;

namespace Plans.Worker.Commands;

/// <summary><c>plans serve</c>: site, API and a worker, until stopped.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var port = PortOption();
        var data = Stores.DataOption();
        var database = Stores.DatabaseOption();
        var command = new Command("serve", "Serve the site and its API on this machine, and work on queued files, until stopped (Ctrl-C).") { port, data, database };
        command.SetExamples(
            new("plans serve", $"http://127.0.0.1:{Site.DefaultPort}"),
            new("plans serve --port 8080 --data /srv/plans", "another port, another data folder"));
        command.SetAction(async (parse, cancellationToken) =>
        {
            using var store = Stores.Open(parse.GetRequiredValue(data), parse.GetValue(database));
            await Site.ServeAsync(store, parse.GetValue(port), address => parse.InvocationConfiguration.Error.WriteLine($"Serving on {address} until Ctrl-C."), cancellationToken);
            return ExitCode.AllWell;
        });
        return command;
    }

    public static Option<int> PortOption() => new("--port")
    {
        Description = "the port on 127.0.0.1",
        HelpName = "PORT",
        DefaultValueFactory = _ => Site.DefaultPort,
    };
}
