using Plans.Store;
using Plans.Store.Ledger;
using Plans.Worker.CommandLine;
using Plans.Worker.Jobs;

namespace Plans.Worker.Loads;

/// <param name="Incomplete">The files that failed, were refused or were read only in part.</param>
/// <param name="Report">Where the report of all files lies.</param>
internal sealed record LoadOutcome(LoadRecord Load, IReadOnlyList<FileRecord> Incomplete, string Report)
{
    public LoadCounts Counts => Load.Counts;

    public int ExitCode => Incomplete.Count == 0 && Load.CancelledAt is null ? CommandLine.ExitCode.AllWell : CommandLine.ExitCode.Failed;
}

/// <summary>One load from its first file to its report, with a worker of this process' own beside those that there are.</summary>
internal sealed class LoadRun(PlanStore store, ILoadView view, TextWriter error)
{
    /// <summary>Loads paths and waits until every file has ended.</summary>
    /// <param name="report">Where the report is to be; null for its place in the data folder.</param>
    public Task<LoadOutcome> OfPathsAsync(
        IReadOnlyList<string> paths, bool reprocess, int priority, string? report, CancellationToken cancellationToken) =>
        RunAsync(
            store.Ledger.StartLoad(paths, reprocess, priority),
            (load, entered) => new Loader(store, Waiting).Enter(load, paths, reprocess, entered, cancellationToken),
            report,
            cancellationToken);

    /// <summary>Does files again that are in the ledger, as a load of their own.</summary>
    /// <param name="name">Stands in the place of paths.</param>
    /// <param name="again">Queues the files and tells which they are, and the paths that have to be looked for anew.</param>
    public Task<LoadOutcome> AgainAsync(
        string name, Func<(IReadOnlyList<long> Files, IReadOnlyList<string> Paths)> again, string? report, CancellationToken cancellationToken) =>
        RunAsync(
            store.Ledger.StartLoad([name], priority: Priorities.Again),
            (load, entered) =>
            {
                var (files, paths) = again();
                store.Ledger.Attach(load, files);
                new Loader(store, Waiting).Enter(load, paths, reprocess: false, entered, cancellationToken);
            },
            report,
            cancellationToken);

    private async Task<LoadOutcome> RunAsync(long load, Action<long, Action> enter, string? report, CancellationToken cancellationToken)
    {
        using var logs = Stores.Logs(LogLevel.Warning);
        await using var worker = QueueWorker.Start(store, JobSettings.Here, logs);
        try
        {
            var entering = Task.Run(() => Entering(() => enter(load, worker.Wake)), cancellationToken);
            var ended = await new LoadWatch(store, load, view).UntilEndedAsync(entering, worker, cancellationToken);
            var path = report ?? LoadReport.PathOf(store.Options, load);
            LoadReport.Write(store.Ledger, load, path);
            return new(ended, FailureView.Of(store.Ledger, new FileFilter { LoadId = load }), path);
        }
        catch (OperationCanceledException)
        {
            view.Clear();
            error.WriteLine("Nothing is lost: the same load again goes on where it stopped, and plans work finishes what it had found.");
            throw;
        }
    }

    /// <summary>A load that is cancelled while it scans has ended with what it had found.</summary>
    private static void Entering(Action enter)
    {
        try
        {
            enter();
        }
        catch (LoadCancelledException)
        {
            // The ledger says so, and the watch reads it there.
        }
    }

    private void Waiting(StoreException exception) => view.Waiting(exception.Message);
}
