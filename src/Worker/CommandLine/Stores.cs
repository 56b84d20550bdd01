using System.CommandLine;
using Plans.Store;

namespace Plans.Worker.CommandLine;

/// <summary>The data folder that most commands work on: <c>--data DIR</c>, else PLANS_DATA, else <c>data</c> in the repository.</summary>
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

    /// <summary>The repository, told by the script that starts the program; else the current folder.</summary>
    public static string Home => Environment.GetEnvironmentVariable("PLANS_HOME") is { Length: > 0 } home
        ? home
        : Environment.CurrentDirectory;

    public static PlanStore Open(string folder) => PlanStore.Open(Path.GetFullPath(folder));

    /// <summary>Log events as JSON lines on stderr.</summary>
    public static ILoggerFactory Logs(LogLevel least) => LoggerFactory.Create(logging => logging
        .SetMinimumLevel(least)
        .AddFilter("Quartz", LogLevel.Warning)
        .AddJsonConsole(options => options.TimestampFormat = "O")
        .AddConsole(options => options.LogToStandardErrorThreshold = LogLevel.Trace));
}
