using System.Diagnostics;
using Plans.Store;
using Plans.Store.Ledger;
using Plans.Worker.Jobs;

namespace Plans.Worker.Loads;

/// <summary>Waits for a load to end, whichever processes work on it, and shows how far it is.</summary>
internal sealed class LoadWatch(PlanStore store, long load, ILoadView view)
{
    private const int RunningShown = 8;
    private const int FallenAtOnce = 1000;

    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(200);

    private readonly HashSet<long> _told = [];
    private DateTimeOffset? _since;

    /// <param name="entering">The scan, which may still go on.</param>
    /// <param name="worker">This process' own; when it fails, so does this.</param>
    /// <returns>The load at its end: every file has ended, or it was cancelled and nothing of it runs any more.</returns>
    public async Task<LoadRecord> UntilEndedAsync(Task entering, QueueWorker worker, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var scanning = !entering.IsCompleted;
                var looked = Stopwatch.GetTimestamp();
                var snapshot = await Patience.WithAsync(() => Look(scanning), cancellationToken, exception => view.Waiting(exception.Message));
                view.Show(snapshot);
                if (!scanning)
                {
                    await entering;
                    if (snapshot.Counts.Open == 0)
                    {
                        return snapshot.Load;
                    }
                }

                // Looking at a load of a hundred thousand files costs something; it takes a tenth of the time at most.
                var pause = Stopwatch.GetElapsedTime(looked) * 10;
                await Task.Delay(pause > Every ? pause : Every, cancellationToken);
                if (worker.Completion.IsFaulted)
                {
                    await worker.Completion;
                }
            }
        }
        finally
        {
            view.Clear();
        }
    }

    private LoadSnapshot Look(bool scanning)
    {
        var record = store.Ledger.Load(load)!;
        var running = store.Ledger.Files(new FileFilter { LoadId = load, State = FileState.Running }, RunningShown);
        return new LoadSnapshot(record, scanning, running, Fallen(record.Counts));
    }

    private IReadOnlyList<FileRecord> Fallen(LoadCounts counts)
    {
        if (counts.Failed + counts.Partial + counts.Refused <= _told.Count)
        {
            return [];
        }

        var filter = new FileFilter { LoadId = load, States = [FileState.Failed, FileState.Refused, FileState.Partial], EndedFrom = _since };
        var fallen = store.Ledger.Files(filter, FallenAtOnce).Where(file => _told.Add(file.Id)).ToList();

        // Files end in no strict order, and clocks differ a little: a margin is looked at again.
        _since = store.Options.Clock.GetUtcNow() - TimeSpan.FromMinutes(1);
        return fallen;
    }
}
