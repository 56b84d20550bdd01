using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Plans.Tests;

/// <summary>
/// A PostgreSQL server of the tests' own, started at the first use and gone with the process, however that ends. As root it runs as the
/// user postgres, since a server refuses to run as root.
/// </summary>
internal sealed class PostgresServer
{
    private static readonly Lazy<PostgresServer> Started = new(() => new PostgresServer());
    private static int databases;

    private readonly Process guard;
    private readonly string address;

    private PostgresServer()
    {
        var programs = Programs() ?? throw new InvalidOperationException(
            "PostgreSQL is not installed; ./test installs it (Debian: postgresql), or: apt-get install postgresql");
        var port = FreePort();
        var folder = Directory.CreateTempSubdirectory("plans-postgres-").FullName;

        // The shell stops and starts the server when told to; it ends it and removes its folder when its own input ends, which it does when
        // this process ends.
        var script = $"""
            '{programs}/initdb' -D '{folder}/data' -U plans --auth=trust --locale=C.UTF-8 -E UTF8 --no-sync >'{folder}/log' 2>&1 &&
            start() (
              '{programs}/pg_ctl' -D '{folder}/data' -l '{folder}/log' -w -o "-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='{folder}' -c fsync=off -c max_connections=200" start >/dev/null 2>&1
            )
            start
            echo started $?
            while read -r line; do
              case $line in
                stop) '{programs}/pg_ctl' -D '{folder}/data' -m fast -w stop >/dev/null 2>&1; echo stopped $? ;;
                start) start; echo started $? ;;
              esac
            done
            '{programs}/pg_ctl' -D '{folder}/data' -m immediate stop >/dev/null 2>&1; rm -rf '{folder}'
            """;
        var asRoot = Environment.UserName == "root";
        if (asRoot)
        {
            Process.Start("chown", ["postgres", folder]).WaitForExit();
        }

        var start = asRoot
            ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", "sh", "-c", script])
            : new ProcessStartInfo("sh", ["-c", script]);
        start.RedirectStandardInput = start.RedirectStandardOutput = true;
        start.WorkingDirectory = folder;
        guard = Process.Start(start)!;
        if (guard.StandardOutput.ReadLine() != "started 0")
        {
            throw new InvalidOperationException($"The PostgreSQL server did not start: {File.ReadAllText(Path.Combine(folder, "log"))}");
        }

        address = $"Host=127.0.0.1;Port={port};Username=plans";
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            guard.StandardInput.Close();
            guard.WaitForExit(TimeSpan.FromSeconds(10));
        };
    }

    /// <returns>The connection string of a new, empty database.</returns>
    public static string NewDatabase()
    {
        var name = $"plans{Interlocked.Increment(ref databases)}";
        Execute($"create database {name}");
        return $"{Started.Value.address};Database={name}";
    }

    /// <summary>Stops the server as for an update: connections are cut, what was committed is kept.</summary>
    public static void Stop() => Started.Value.Tell("stop", "stopped 0");

    public static void Restart() => Started.Value.Tell("start", "started 0");

    /// <summary>Cuts all connections to a database but the one that does it, as a network that fails for a moment.</summary>
    public static void Cut(string database) => Execute(
        $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{new NpgsqlConnectionStringBuilder(database).Database}'");

    private void Tell(string command, string answer)
    {
        guard.StandardInput.WriteLine(command);
        guard.StandardInput.Flush();
        if (guard.StandardOutput.ReadLine() is var said && said != answer)
        {
            throw new InvalidOperationException($"The PostgreSQL server was told to {command} and said {said}.");
        }
    }

    public static void Drop(string database)
    {
        using (var pool = new NpgsqlConnection(database))
        {
            NpgsqlConnection.ClearPool(pool);
        }

        Execute($"drop database if exists {new NpgsqlConnectionStringBuilder(database).Database} with (force)");
    }

    private static void Execute(string sql)
    {
        using var connection = new NpgsqlConnection($"{Started.Value.address};Database=postgres;Pooling=False");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    /// <summary>Debian keeps them out of the path, by version.</summary>
    private static string? Programs() => (Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [])
        .OrderByDescending(folder => folder, StringComparer.Ordinal)
        .Select(folder => Path.Combine(folder, "bin"))
        .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
