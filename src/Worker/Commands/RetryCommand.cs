using System.CommandLine;
using Plans.Store;
using Plans.Store.Ledger;
using Plans.Worker.CommandLine;
using Plans.Worker.Loads;

namespace Plans.Worker.Commands;

/// <summary>
/// <c>plans retry [ID…]</c>: files that failed, were refused or were read in part once more; those that could not even be read are looked
/// for where they were. <c>plans reprocess [ID…]</c>: files that are done, once more.
/// </summary>
internal static class RetryCommand
{
    public static Command Create()
    {
        var command = new Command("retry", "Try files again that failed, were refused by a limit or were read only in part, and wait until they have ended.");
        command.SetExamples(
            new("plans retry", "all files that failed"),
            new("plans retry --reason internal-error", "after an update of the program"),
            new("plans retry --format pdf --from 2026-03-14", "the PDFs that failed since that day"));
        return Again(command, "(retry)", readAgain: null, (store, filter, _) => Failed(store, filter));
    }

    public static Command CreateReprocess()
    {
        var readAgain = new Option<bool>("--read-again") { Description = "read from the originals again, also what was recognised (OCR) before" };
        var command = new Command("reprocess", "Extract files again that are done; their old results stay until the new ones are complete.") { readAgain };
        command.SetExamples(
            new("plans reprocess --older", "after an update: all that an earlier version extracted; what was recognised (OCR) is not recognised again"),
            new("plans reprocess --query \"tỉnh:\\\"Hòa Bình\\\"\"", "the plans that a query finds"),
            new("plans reprocess --format pdf --read-again", "from the originals"));
        return Again(command, "(reprocess)", readAgain, (store, filter, again) => (store.Ledger.Reprocess(filter, again), []));
    }

    private static Command Again(
        Command command, string name, Option<bool>? readAgain, Func<PlanStore, FileFilter, bool, (IReadOnlyList<long> Files, IReadOnlyList<string> Paths)> choose)
    {
        var selection = new FileSelection();
        var report = LoadCommand.ReportOption();
        var data = Stores.DataOption();
        var database = Stores.DatabaseOption();
        var json = LoadCommand.EventsOption();
        selection.AddTo(command);
        foreach (var option in new Option[] { report, data, database, json })
        {
            command.Add(option);
        }

        command.SetAction(async (parse, cancellationToken) =>
        {
            var console = parse.InvocationConfiguration;
            using var store = Stores.Open(parse.GetRequiredValue(data), parse.GetValue(database));
            var filter = selection.Of(parse, store);
            var view = LoadCommand.View(console, parse.GetValue(json), store);
            var outcome = await new LoadRun(store, view, console.Error).AgainAsync(
                name, () => choose(store, filter, readAgain is not null && parse.GetValue(readAgain)), parse.GetValue(report), cancellationToken);
            return LoadCommand.Tell(outcome, view, console, Summary(outcome.Counts));
        });
        return command;
    }

    private static (IReadOnlyList<long> Files, IReadOnlyList<string> Paths) Failed(PlanStore store, FileFilter filter)
    {
        var neverRead = FailureView.Of(store.Ledger, filter).Where(file => file.Sha256 is null && file.ArchiveId is null).Select(file => file.Path).ToList();
        return (store.Ledger.Retry(filter), neverRead);
    }

    private static string Summary(LoadCounts counts) =>
        $"{Counted.Of(counts.Found, "file")} tried again: {counts.Done} done now, {counts.Partial} read in part, {counts.Failed + counts.Refused} failed again.";
}
