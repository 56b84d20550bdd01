using System.CommandLine;
using System.Globalization;
using Plans.Store.Ledger;
using Plans.Worker.CommandLine;

namespace Plans.Worker.Commands;

/// <summary><c>plans status</c>: how many files are in which state, the last loads, and what is open, by name.</summary>
internal static class StatusCommand
{
    private const int LoadsShown = 10;
    private const int PathsShown = 3;

    public static Command Create()
    {
        var state = new Option<FileState?>("--files") { Description = "list the files in this state", HelpName = "STATE" };
        var data = Stores.DataOption();
        var database = Stores.DatabaseOption();
        var json = JsonResults.JsonOption();
        var command = new Command("status", "Show the state of loads and files.") { state, data, database, json };
        command.SetExamples(
            new("plans status", "counts, loads and the files that are being worked on"),
            new("plans status --files queued", "the files that wait, by name"));
        command.SetAction(parse =>
        {
            using var store = Stores.Open(parse.GetRequiredValue(data), parse.GetValue(database));
            var output = parse.InvocationConfiguration.Output;
            var listed = parse.GetValue(state) is { } wanted
                ? store.Ledger.Files(new FileFilter { State = wanted }, int.MaxValue)
                : store.Ledger.Files(new FileFilter { State = FileState.Running }, int.MaxValue);
            var counts = store.Ledger.CountsByState();
            var loads = store.Ledger.Loads(LoadsShown);
            if (parse.GetValue(json))
            {
                output.WriteJson(new { Files = counts, Loads = loads, Listed = listed });
                return ExitCode.AllWell;
            }

            Print(counts, loads, listed, output);
            return ExitCode.AllWell;
        });
        return command;
    }

    private static void Print(
        IReadOnlyDictionary<FileState, int> counts, IReadOnlyList<LoadRecord> loads, IReadOnlyList<FileRecord> listed, TextWriter output)
    {
        var states = new ResultTable("state", "files");
        foreach (var (state, count) in counts)
        {
            states.Add(Name(state), $"{count}");
        }

        states.WriteTo(output);

        var table = new ResultTable("load", "started", "found", "open", "done", "partial", "skipped", "failed", "paths");
        foreach (var load in loads)
        {
            var c = load.Counts;
            table.Add(
                $"{load.Id}",
                Time(load.StartedAt),
                load.ScannedAt is null ? $"{c.Found}, not all" : $"{c.Found}",
                $"{c.Open}",
                $"{c.Done}",
                $"{c.Partial}",
                $"{c.Skipped}",
                $"{c.Failed}",
                Shortened(load.Paths));
        }

        table.WriteTo(output);
        if (listed.Count == 0)
        {
            return;
        }

        var files = new ResultTable("file", "state", "stage", "since", "path", "note");
        foreach (var file in listed)
        {
            files.Add($"{file.Id}", Name(file.State), file.Stage, Time(file.EndedAt ?? file.StartedAt ?? file.FoundAt), file.Path, file.Note ?? (file.State == FileState.Running ? null : file.Failure?.Message));
        }

        files.WriteTo(output);
    }

    private static string Shortened(IReadOnlyList<string> paths) =>
        paths.Count <= PathsShown ? string.Join(' ', paths) : $"{string.Join(' ', paths.Take(PathsShown))} and {paths.Count - PathsShown} more";

    private static string Name(FileState state) => state.ToString().ToLowerInvariant();

    private static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
