using System.CommandLine;
using Plans.Worker.CommandLine;
using Plans.Worker.Jobs;

namespace Plans.Worker.Commands;

/// <summary><c>plans work</c>: a worker alone, until it is stopped.</summary>
internal static class WorkCommand
{
    public static Command Create()
    {
        var data = Stores.DataOption();
        var database = Stores.DatabaseOption();
        var command = new Command("work", "Work on queued files until stopped (Ctrl-C).") { data, database };
        command.SetExamples(
            new Example("plans work --data /srv/plans", "finishes what loads left open, and takes over when another process dies"));
        command.SetAction(async (parse, cancellationToken) =>
        {
            using var store = Stores.Open(parse.GetRequiredValue(data), parse.GetValue(database));
            using var logs = Stores.Logs(LogLevel.Information);
            await using var worker = QueueWorker.Start(store, JobSettings.Here, logs);
            await Task.WhenAny(worker.Completion, Task.Delay(Timeout.Infinite, cancellationToken));
            if (worker.Completion.IsFaulted)
            {
                await worker.Completion;
            }

            return ExitCode.AllWell;
        });
        return command;
    }
}
