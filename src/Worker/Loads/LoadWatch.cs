using Plans.Store.Ledger;
using Plans.Worker.Jobs;

namespace Plans.Worker.Loads;

/// <summary>Waits for files to end, whichever process works on them.</summary>
internal sealed class LoadWatch(QueueWorker worker, Progress progress)
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(200);

    /// <param name="count">Counts the files, from the ledger.</param>
    /// <returns>The counts at the end; every file has ended.</returns>
    public async Task<LoadCounts> UntilEndedAsync(Func<LoadCounts> count, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var counts = count();
                if (counts.Open == 0)
                {
                    return counts;
                }

                progress.Show(counts, scanning: false);
                await Task.Delay(Every, cancellationToken);
                if (worker.Completion.IsFaulted)
                {
                    await worker.Completion;
                }
            }
        }
        finally
        {
            progress.Clear();
        }
    }
}
