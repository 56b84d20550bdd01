using Plans.Store;
using Plans.Web.Loads;
using Plans.Worker.Jobs;
using Plans.Worker.Loads;

namespace Plans.Worker.Hosting;

/// <summary>Loads what was sent to the site, by the same way as the command does.</summary>
internal sealed class LoadDesk(PlanStore store, QueueWorker worker, ILogger<LoadDesk> log) : ILoadDesk
{
    public async Task<long> LoadAsync(string folder, CancellationToken cancellationToken)
    {
        var begun = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);

        // Goes on when the reader has long left the page.
        _ = Task.Run(() => Load(folder, begun), CancellationToken.None);
        return await begun.Task.WaitAsync(cancellationToken);
    }

    public void Wake() => worker.Wake();

    private void Load(string folder, TaskCompletionSource<long> begun)
    {
        try
        {
            // Someone waits for it in front of the page.
            var load = store.Ledger.StartLoad([folder], reprocess: false, Priorities.Single);
            begun.TrySetResult(load);
            new Loader(store).Enter(load, [folder], reprocess: false, worker.Wake, CancellationToken.None);
            worker.Wake();
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception)
        {
            log.LogError(exception, "Files that were sent could not be entered.");
            begun.TrySetException(exception);
        }
    }
}
