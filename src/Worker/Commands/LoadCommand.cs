using System.CommandLine;
using Plans.Store;
using Plans.Store.Ledger;
using Plans.Worker.CommandLine;
using Plans.Worker.Loads;

namespace Plans.Worker.Commands;

/// <summary><c>plans load PATH…</c>: files and folders into the store, through the job queue.</summary>
internal static class LoadCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "files and archives, and folders with all that is in them", Arity = ArgumentArity.OneOrMore };
        var reprocess = new Option<bool>("--reprocess") { Description = "do files again that are loaded already" };
        var priority = new Option<int?>("--priority") { Description = "higher goes first (default: 10 for a few single documents, 0 for folders and archives)", HelpName = "N" };
        var detach = new Option<bool>("--detach") { Description = "find and keep the files, and leave the work to plans work" };
        var report = ReportOption();
        var data = Stores.DataOption();
        var database = Stores.DatabaseOption();
        var json = EventsOption();
        var command = new Command("load", "Load files and folders; what is loaded already is skipped.") { paths, reprocess, priority, detach, report, data, database, json };
        command.SetExamples(
            new("plans load ke-hoach/", "a folder and all folders in it, except names that begin with a dot"),
            new("plans load a.docx b.html", "single files, which go before folders that are being loaded"),
            new("plans load 2024.zip thu.eml", "archives (zip, tar, gz, bz2, xz, rar, 7z, also in one another) and mails: each member is a file of its own"),
            new("plans load --detach ke-hoach/", "for the workers of other machines"),
            new("plans load --reprocess ke-hoach/", "extract again what was extracted before"));
        command.SetAction(async (parse, cancellationToken) =>
        {
            using var store = Stores.Open(parse.GetRequiredValue(data), parse.GetValue(database));
            var console = parse.InvocationConfiguration;
            var wanted = parse.GetRequiredValue(paths);
            var first = parse.GetValue(priority) ?? Priorities.Of(wanted);
            if (parse.GetValue(detach))
            {
                return Detached(store, wanted, parse.GetValue(reprocess), first, console, cancellationToken);
            }

            var view = View(console, parse.GetValue(json), store);
            var outcome = await new LoadRun(store, view, console.Error).OfPathsAsync(
                wanted, parse.GetValue(reprocess), first, parse.GetValue(report), cancellationToken);
            return Tell(outcome, view, console, Summary(outcome.Counts));
        });
        return command;
    }

    public static Option<bool> EventsOption() => new("--json") { Description = "print what happens as JSON, an object a line; the last one has the results" };

    public static Option<string?> ReportOption() => new("--report")
    {
        Description = "where to write what became of each file, as CSV (default: reports/ in the data folder)",
        HelpName = "FILE",
    };

    public static ILoadView View(InvocationConfiguration console, bool json, PlanStore store) =>
        json ? new LoadEvents(console.Output, store.Options.Clock) : new Progress(console.Error, store.Options.Clock);

    /// <summary>Says how a load ended.</summary>
    /// <param name="summary">For people; programs have the last event.</param>
    public static int Tell(LoadOutcome outcome, ILoadView view, InvocationConfiguration console, string summary)
    {
        if (view is LoadEvents events)
        {
            events.Ended(outcome.Load, outcome.Incomplete, outcome.Report);
        }
        else
        {
            console.Output.WriteLine(summary);
        }

        FailureView.Print(outcome.Incomplete, console.Error);
        if (outcome.Incomplete.Count > 0 || outcome.Load.CancelledAt is not null)
        {
            console.Error.WriteLine($"What became of each file: {outcome.Report}");
        }

        return outcome.ExitCode;
    }

    /// <summary>Loads and waits until every file has ended.</summary>
    internal static Task<LoadOutcome> LoadAsync(
        PlanStore store, string[] paths, bool reprocess, InvocationConfiguration console, CancellationToken cancellationToken) =>
        new LoadRun(store, new Progress(console.Error, store.Options.Clock), console.Error).OfPathsAsync(
            paths, reprocess, Priorities.Bulk, report: null, cancellationToken);

    internal static string Summary(LoadCounts counts) =>
        $"{Counted.Of(counts.Found, "file")} found: {counts.Done} done, {counts.Partial} partial, {counts.Skipped} skipped (held already), {counts.Failed} failed"
        + (counts.Refused == 0 ? "" : $", {counts.Refused} refused by a limit")
        + (counts.Cancelled == 0 ? "" : $", {counts.Cancelled} given up (the load was cancelled)")
        + (counts.LeftOut == 0 ? "." : $", {counts.LeftOut} left out (no plans by their content: data, source code; links and system files of archives).");

    private static int Detached(
        PlanStore store, string[] paths, bool reprocess, int priority, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        var load = store.Ledger.StartLoad(paths, reprocess, priority);
        new Loader(store, waiting => console.Error.WriteLine(waiting.Message)).Enter(load, paths, reprocess, () => { }, cancellationToken);
        var counts = store.Ledger.Counts(load);
        console.Output.WriteLine($"Load {load}: {Counted.Of(counts.Found, "file")} found, {counts.Open} for the workers (plans work). Watch it: plans status");
        return ExitCode.AllWell;
    }
}
