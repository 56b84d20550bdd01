using System.CommandLine;
using Plans.Store;
using Plans.Worker.Jobs;

namespace Plans.Worker.CommandLine;

/// <summary>
/// The store that most commands work on: the data folder <c>--data DIR</c>, else PLANS_DATA, else <c>data</c> in the repository; with
/// <c>--db</c>, else PLANS_DB, the plans are on a PostgreSQL server and only the queue is in the folder.
/// </summary>
internal static class Stores
{
    public static Option<string> DataOption() => new("--data")
    {
        Description = "the data folder (default: $PLANS_DATA, else data/)",
        HelpName = "DIR",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("PLANS_DATA") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Home, "data"),
    };

    public static Option<string?> DatabaseOption() => new("--db")
    {
        Description = "a PostgreSQL database instead of the folder's file: \"Host=…;Database=…;Username=…\" (default: $PLANS_DB)",
        HelpName = "DATABASE",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("PLANS_DB") is { Length: > 0 } database ? database : null,
    };

    /// <summary>The repository, told by the script that starts the program; else the current folder.</summary>
    public static string Home => Environment.GetEnvironmentVariable("PLANS_HOME") is { Length: > 0 } home
        ? home
        : Environment.CurrentDirectory;

    public static PlanStore Open(string folder, string? database)
    {
        var clock = new ServerClock(TimeProvider.System);
        var store = PlanStore.Open(new StoreOptions { DataFolder = Path.GetFullPath(folder), Database = database, Clock = clock });
        clock.Follow(store);
        return store;
    }

    /// <summary>A store named by one word: a database where it has a host, else a data folder.</summary>
    /// <param name="queueFolder">Has the queue of a database; nothing else is written there.</param>
    public static PlanStore Named(string place, string queueFolder) => place.Contains("Host=", StringComparison.OrdinalIgnoreCase)
        ? Open(queueFolder, place)
        : Open(place, null);

    /// <summary>Log events as JSON lines on stderr.</summary>
    public static ILoggerFactory Logs(LogLevel least) => LoggerFactory.Create(logging => logging
        .SetMinimumLevel(least)
        .AddFilter("Quartz", LogLevel.Warning)
        .AddJsonConsole(options => options.TimestampFormat = "O")
        .AddConsole(options => options.LogToStandardErrorThreshold = LogLevel.Trace));
}
