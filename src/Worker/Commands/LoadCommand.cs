using System.CommandLine;
using Plans.Store;
using Plans.Store.Ledger;
using Plans.Worker.CommandLine;
using Plans.Worker.Jobs;
using Plans.Worker.Loads;

namespace Plans.Worker.Commands;

/// <summary><c>plans load PATH…</c>: files and folders into the store, through the job queue.</summary>
internal static class LoadCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "files and archives, and folders with all that is in them", Arity = ArgumentArity.OneOrMore };
        var reprocess = new Option<bool>("--reprocess") { Description = "do files again that are loaded already" };
        var data = Stores.DataOption();
        var database = Stores.DatabaseOption();
        var json = JsonResults.JsonOption();
        var command = new Command("load", "Load files and folders; what is loaded already is skipped.") { paths, reprocess, data, database, json };
        command.SetExamples(
            new("plans load ke-hoach/", "a folder and all folders in it, except names that begin with a dot"),
            new("plans load a.docx b.html", "single files"),
            new("plans load 2024.zip thu.eml", "archives (zip, tar, gz, bz2, xz, rar, 7z, also in one another) and mails: each member is a file of its own"),
            new("plans load --reprocess ke-hoach/", "extract again what was extracted before"));
        command.SetAction(async (parse, cancellationToken) =>
        {
            using var store = Stores.Open(parse.GetRequiredValue(data), parse.GetValue(database));
            var console = parse.InvocationConfiguration;
            var outcome = await LoadAsync(store, parse.GetRequiredValue(paths), parse.GetValue(reprocess), console, cancellationToken);
            if (parse.GetValue(json))
            {
                console.Output.WriteJson(new { outcome.Load, outcome.Counts, Failures = outcome.Incomplete.Select(FailureView.Of) });
            }
            else
            {
                console.Output.WriteLine(Summary(outcome.Counts));
            }

            FailureView.Print(outcome.Incomplete, console.Error);
            return outcome.Incomplete.Count == 0 ? ExitCode.AllWell : ExitCode.Failed;
        });
        return command;
    }

    /// <param name="Incomplete">The files that failed or were read in part.</param>
    internal sealed record Outcome(long Load, LoadCounts Counts, IReadOnlyList<FileRecord> Incomplete);

    /// <summary>Loads and waits until every file has ended.</summary>
    internal static async Task<Outcome> LoadAsync(
        PlanStore store, string[] paths, bool reprocess, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        var progress = new Progress(console.Error, store.Options.Clock);
        using var logs = Stores.Logs(LogLevel.Warning);
        await using var worker = QueueWorker.Start(store, JobSettings.Here, logs);
        try
        {
            var load = await Task.Run(() => new Loader(store).Load(paths, reprocess, Registered, cancellationToken), cancellationToken);
            worker.Wake();
            var counts = await new LoadWatch(worker, progress).UntilEndedAsync(() => store.Ledger.Counts(load), cancellationToken);
            return new(load, counts, FailureView.Of(store.Ledger, new FileFilter { LoadId = load }));
        }
        catch (OperationCanceledException)
        {
            progress.Clear();
            console.Error.WriteLine("Nothing is lost: the same load again goes on where it stopped, and plans work finishes what it had found.");
            throw;
        }

        void Registered(long current)
        {
            worker.Wake();
            progress.ShowNowAndThen(() => store.Ledger.Counts(current));
        }
    }

    internal static string Summary(LoadCounts counts) =>
        $"{Counted.Of(counts.Found, "file")} found: {counts.Done} done, {counts.Partial} partial, {counts.Skipped} skipped (held already), {counts.Failed} failed"
        + (counts.LeftOut == 0 ? "." : $", {counts.LeftOut} left out (no plans by their content: data, source code; links and system files of archives).");
}
