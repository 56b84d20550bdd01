using System.CommandLine;
using Plans.Store;
using Plans.Store.Ledger;
using Plans.Worker.CommandLine;
using Plans.Worker.Jobs;
using Plans.Worker.Loads;

namespace Plans.Worker.Commands;

/// <summary><c>plans retry [ID…]</c>: failed files and those read in part once more; those that could not even be read are looked for where they were.</summary>
internal static class RetryCommand
{
    public static Command Create()
    {
        var ids = new Argument<long[]>("ID") { Description = "numbers of files, as failures --json shows them (default: all that failed)", Arity = ArgumentArity.ZeroOrMore };
        var reason = new Option<string?>("--reason") { Description = "only those with this reason", HelpName = "CODE" };
        var data = Stores.DataOption();
        var database = Stores.DatabaseOption();
        var json = JsonResults.JsonOption();
        var command = new Command("retry", "Try files again that failed or were read only in part, and wait until they have ended.") { ids, reason, data, database, json };
        command.SetExamples(
            new("plans retry", "all files that failed"),
            new("plans retry --reason internal-error", "after an update of the program"));
        command.SetAction(async (parse, cancellationToken) =>
        {
            var console = parse.InvocationConfiguration;
            using var store = Stores.Open(parse.GetRequiredValue(data), parse.GetValue(database));
            var chosen = parse.GetValue(ids) is { Length: > 0 } some ? some : null;
            var filter = new FileFilter { Ids = chosen, Reason = parse.GetValue(reason) };
            var files = await RetryAsync(store, filter, console, cancellationToken);

            var incomplete = files.Where(file => file.State is FileState.Failed or FileState.Partial).ToList();
            var counts = Count(files);
            if (parse.GetValue(json))
            {
                console.Output.WriteJson(new { Counts = counts, Failures = incomplete.Select(FailureView.Of) });
            }
            else
            {
                console.Output.WriteLine($"{Counted.Of(files.Count, "file")} tried again: {counts.Done} done now, {counts.Partial} read in part, {counts.Failed} failed again.");
            }

            FailureView.Print(incomplete, console.Error);
            return incomplete.Count == 0 ? ExitCode.AllWell : ExitCode.Failed;
        });
        return command;
    }

    /// <returns>The files that were tried, all of which have ended.</returns>
    private static async Task<IReadOnlyList<FileRecord>> RetryAsync(
        PlanStore store, FileFilter filter, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        var neverRead = FailureView.Of(store.Ledger, filter).Where(file => file.Sha256 is null && file.ArchiveId is null).ToList();
        var tried = store.Ledger.Retry(filter).ToList();
        if (neverRead.Count > 0)
        {
            var load = new Loader(store).Load([.. neverRead.Select(file => file.Path)], reprocess: false, _ => { }, cancellationToken);
            tried.AddRange(store.Ledger.Files(new FileFilter { LoadId = load }, int.MaxValue).Select(file => file.Id));
        }

        if (tried.Count > 0)
        {
            using var logs = Stores.Logs(LogLevel.Warning);
            await using var worker = QueueWorker.Start(store, JobSettings.Here, logs);
            var watch = new LoadWatch(worker, new Progress(console.Error, store.Options.Clock));
            await watch.UntilEndedAsync(() => Count(FilesOf(store, tried)), cancellationToken);
        }

        return FilesOf(store, tried);
    }

    private static IReadOnlyList<FileRecord> FilesOf(PlanStore store, IReadOnlyList<long> files) =>
        store.Ledger.Files(new FileFilter { Ids = files }, int.MaxValue);

    private static LoadCounts Count(IReadOnlyList<FileRecord> files)
    {
        return new(
            files.Count,
            In(FileState.Queued),
            In(FileState.Running),
            In(FileState.Done),
            In(FileState.Partial),
            In(FileState.Failed),
            In(FileState.Skipped));

        int In(FileState state) => files.Count(file => file.State == state);
    }
}
