using Plans.Ingest;
using Plans.Store;
using Quartz;

namespace Plans.Worker.Jobs;

/// <summary>
/// Works on the files of a data folder for as long as it lives: takes over what a dead worker left, gives every due file a job
/// and shows that it is alive. While another process does so, it waits to take that one's place.
/// </summary>
internal sealed class QueueWorker : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CheckEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan BeatEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SilentFor = TimeSpan.FromSeconds(30);

    private readonly string _name = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid().ToString("n")[..8]}";
    private readonly PlanStore _store;
    private readonly JobSettings _settings;
    private readonly ILoggerFactory _logs;
    private readonly ILogger _log;
    private readonly QueuedFiles _queued = new();
    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;

    private QueueWorker(PlanStore store, JobSettings settings, ILoggerFactory logs)
    {
        (_store, _settings, _logs, _log) = (store, settings, logs, logs.CreateLogger<QueueWorker>());
        _work = Task.Run(() => StayAtWorkAsync(_stop.Token));
    }

    public static QueueWorker Start(PlanStore store, JobSettings settings, ILoggerFactory logs) => new(store, settings, logs);

    /// <summary>Ends only by failure or by <see cref="DisposeAsync"/>.</summary>
    public Task Completion => _work;

    /// <summary>There are new files in the ledger; saves waiting for the next tick.</summary>
    public void Wake()
    {
        try
        {
            _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already.
        }
    }

    /// <summary>Stops; files in work go back to the queue.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
        _wake.Dispose();
    }

    /// <summary>Begins anew after a fault that can pass, such as a database locked for too long.</summary>
    private async Task StayAtWorkAsync(CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                await WorkAsync(stopping);
                return;
            }
            catch (Exception exception) when (exception is StoreException or SchedulerException)
            {
                _log.LogWarning(exception, "The store or the queue does not answer; the worker begins anew.");
                await Task.Delay(Tick, stopping);
            }
        }
    }

    private async Task WorkAsync(CancellationToken stopping)
    {
        using var mine = await WorkerLock.AcquireAsync(_store.Options.DataFolder, stopping);
        var starts = TakeOver();
        var pipeline = new FilePipeline(_store, new DocumentReader(), _settings, _name, _logs.CreateLogger<FilePipeline>());
        await UntilAnyIsDueAsync(starts, stopping);
        await using var queue = await JobQueue.OpenAsync(_store.Options.DataFolder, pipeline, _queued, _settings, _logs);
        _queued.Set(await queue.FilesAsync());
        await queue.StartAsync();

        var (nextCheck, nextBeat) = (Now + CheckEvery, Now);
        while (!stopping.IsCancellationRequested)
        {
            await FeedAsync(queue, starts);
            if (Now >= nextBeat)
            {
                _store.Ledger.Beat(_name);
                nextBeat = Now + BeatEvery;
            }

            if (Now >= nextCheck)
            {
                _queued.KeepOnly(await queue.FilesAsync());
                TakeOverElsewhere(starts);
                nextCheck = Now + CheckEvery;
            }

            await _wake.WaitAsync(Tick, stopping);
        }
    }

    /// <summary>The queue takes a moment to start, which a load that finds nothing new need not wait for.</summary>
    private async Task UntilAnyIsDueAsync(Dictionary<long, DateTimeOffset> starts, CancellationToken stopping)
    {
        while (_store.Ledger.Due(limit: 1).Count == 0)
        {
            await _wake.WaitAsync(Tick, stopping);
            TakeOverElsewhere(starts);
        }
    }

    /// <summary>On a server, what workers of other machines left when they died meanwhile.</summary>
    private void TakeOverElsewhere(Dictionary<long, DateTimeOffset> starts)
    {
        if (_store.Options.Database is not null)
        {
            foreach (var (file, start) in TakeOver())
            {
                starts[file] = start;
            }
        }
    }

    private DateTimeOffset Now => _store.Options.Clock.GetUtcNow();

    /// <summary>
    /// What was left by the dead. Who holds the lock of a data folder is the only one alive there, so whatever still runs in its
    /// ledger was; on a server other machines work, too, and who has not been seen for a while is dead. A file over which a process died
    /// more than once waits longer each time, so that the others get done even if this one kills every process.
    /// </summary>
    private Dictionary<long, DateTimeOffset> TakeOver()
    {
        var left = _store.Options.Database is null
            ? _store.Ledger.RunningWorkers().SelectMany(other => _store.Ledger.Release(other.Worker)).ToList()
            : _store.Ledger.ReleaseSilent(SilentFor);
        if (left.Count > 0)
        {
            _log.LogWarning("{Count} files were left by a process that died; they are done again.", left.Count);
        }

        return left
            .Select(fileId => _store.Ledger.Find(fileId)!)
            .Where(file => file.Attempts > 1)
            .ToDictionary(file => file.Id, file => Now + TimeSpan.FromSeconds(Math.Pow(2, file.Attempts - 1)));
    }

    private async Task FeedAsync(JobQueue queue, Dictionary<long, DateTimeOffset> starts)
    {
        var added = new Dictionary<long, DateTimeOffset>();
        foreach (var fileId in _store.Ledger.Due(_settings.QueueLength).Where(_queued.Add))
        {
            added[fileId] = starts.Remove(fileId, out var start) ? start : Now;
        }

        if (added.Count > 0)
        {
            await queue.AddAsync(added);
        }
    }
}
