using System.CommandLine;
using Plans.Store.Ledger;
using Plans.Worker.CommandLine;
using Plans.Worker.Jobs;
using Plans.Worker.Loads;

namespace Plans.Worker.Commands;

/// <summary><c>plans watch DIR</c>: loads what comes into a folder, until stopped.</summary>
internal static class WatchCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "the folder, with all folders in it" };
        var every = new Option<int>("--every") { Description = "seconds between two looks (default: 5)", HelpName = "N", DefaultValueFactory = _ => 5 };
        var data = Stores.DataOption();
        var database = Stores.DatabaseOption();
        var command = new Command("watch", "Load whatever is put into a folder, until stopped (Ctrl-C). A file is taken when it has not changed between two looks.") { folder, every, data, database };
        command.SetExamples(
            new("plans watch /srv/scans", "what the scanner puts there is searchable some seconds later"),
            new("plans watch /srv/scans --every 60", "once a minute, for slow network drives"));
        command.SetAction(async (parse, cancellationToken) =>
        {
            var watched = Path.GetFullPath(parse.GetRequiredValue(folder));
            if (!Directory.Exists(watched) || parse.GetValue(every) < 1)
            {
                throw new WrongUseException(Directory.Exists(watched) ? "Seconds between two looks are 1 or more." : $"There is no folder {watched}.");
            }

            using var store = Stores.Open(parse.GetRequiredValue(data), parse.GetValue(database));
            using var logs = Stores.Logs(LogLevel.Warning);
            await using var worker = QueueWorker.Start(store, JobSettings.Here, logs);
            var console = parse.InvocationConfiguration;
            var watch = new FolderWatch(watched);
            console.Error.WriteLine($"Watching {watched} until Ctrl-C.");
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(parse.GetValue(every)));
            do
            {
                var settled = watch.Settled();
                if (settled.Count > 0)
                {
                    var load = store.Ledger.StartLoad(settled, priority: Priorities.Of(settled));
                    await Task.Run(
                        () => new Loader(store, waiting => console.Error.WriteLine(waiting.Message)).Enter(load, settled, reprocess: false, worker.Wake, cancellationToken),
                        cancellationToken);
                    Tell(store.Ledger, load, console.Output);
                }
            }
            while (await timer.WaitForNextTickAsync(cancellationToken));
            return ExitCode.AllWell;
        });
        return command;
    }

    private static void Tell(FileLedger ledger, long load, TextWriter output)
    {
        var counts = ledger.Counts(load);
        output.WriteLine($"Load {load}: {Counted.Of(counts.Found, "file")} came in, {counts.Skipped} of them held already. What becomes of them: plans status, plans failures");
        output.Flush();
    }
}
