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
        var listen = new Option<string>("--listen") { Description = "the address to listen on; any but this machine's own demands accounts", HelpName = "ADDRESS", DefaultValueFactory = _ => "127.0.0.1" };
        var names = new Option<string[]>("--name") { Description = "a host name under which readers ask for the site (several may be given)", HelpName = "HOST" };
        var accounts = new Option<bool>("--accounts") { Description = "demand accounts on this machine too" };
        var proxy = new Option<bool>("--behind-proxy") { Description = "a proxy on this machine stands before the site, with TLS; demands accounts" };
        var certificate = new Option<string?>("--certificate") { Description = "serve by TLS with this certificate (PEM)", HelpName = "FILE" };
        var key = new Option<string?>("--key") { Description = "the certificate's key (PEM)", HelpName = "FILE" };
        var command = new Command("serve", "Serve the site and its API, and work on queued files, until stopped (Ctrl-C). On this machine alone unless told otherwise.")
        {
            port, listen, names, accounts, proxy, certificate, key, data, database,
        };
        command.SetExamples(
            new("plans serve", $"http://127.0.0.1:{Site.DefaultPort}"),
            new("plans serve --port 8080 --data /srv/plans", "another port, another data folder"),
            new("plans serve --behind-proxy --name plans.example.vn", "for others, behind a proxy with TLS; needs accounts: plans user add"));
        command.SetAction(async (parse, cancellationToken) =>
        {
            var where = Listening.Of(
                parse.GetRequiredValue(listen), parse.GetValue(port), parse.GetValue(names) ?? [], parse.GetValue(accounts), parse.GetValue(proxy),
                parse.GetValue(certificate), parse.GetValue(key));
            using var store = Stores.Open(parse.GetRequiredValue(data), parse.GetValue(database));
            await Site.ServeAsync(store, where, address => parse.InvocationConfiguration.Error.WriteLine($"Serving on {address} until Ctrl-C."), cancellationToken);
            return ExitCode.AllWell;
        });
        return command;
    }

    public static Option<int> PortOption() => new("--port")
    {
        Description = "the port",
        HelpName = "PORT",
        DefaultValueFactory = _ => Site.DefaultPort,
    };
}
