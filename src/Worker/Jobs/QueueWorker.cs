using Plans.Store;
using Plans.Worker.Telemetry;
using Quartz;

namespace Plans.Worker.Jobs;

/// <summary>
/// Works on the files of a store for as long as it lives: takes over what dead workers left, gives every due file a job and shows that it
/// is alive. One process at a time does so in a data folder, others wait to take its place; on a server those of all machines share the work.
/// </summary>
internal sealed class QueueWorker : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CheckEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    private readonly string _name = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid().ToString("n")[..8]}";
    private readonly PlanStore _store;
    private readonly JobSettings _settings;
    private readonly ILoggerFactory _logs;
    private readonly ILogger _log;
    private readonly FilePipeline _pipeline;
    private readonly FileWork _work;
    private readonly SilentWorkers _silent;
    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _atWork;

    private QueueWorker(PlanStore store, JobSettings settings, ILoggerFactory logs, Func<string, FileWork>? work)
    {
        (_store, _settings, _logs, _log) = (store, settings, logs, logs.CreateLogger<QueueWorker>());
        _pipeline = new FilePipeline(store, settings, _name, logs.CreateLogger<FilePipeline>());
        _work = work?.Invoke(_name) ?? new FileWork(_pipeline.RunAsync);
        _silent = new SilentWorkers(settings.SilentFor, TimeProvider.System);
        _atWork = Task.Run(() => StayAtWorkAsync(_stop.Token));
    }

    /// <param name="work">What is done with a file, made for the worker of a name; without it, all that there is to be done.</param>
    public static QueueWorker Start(PlanStore store, JobSettings settings, ILoggerFactory logs, Func<string, FileWork>? work = null) =>
        new(store, settings, logs, work);

    /// <summary>Ends only by failure or by <see cref="DisposeAsync"/>.</summary>
    public Task Completion => _atWork;

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
        await _atWork.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
        _wake.Dispose();
    }

    private bool IsShared => _store.Options.Database is not null;

    /// <summary>Begins anew after a fault that can pass, such as a server that was stopped.</summary>
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
        OcrPages.Sweep(_store.Options);
        TakeOver();
        await UntilAnyWaitsAsync(stopping);
        await using var queue = await JobQueue.OpenAsync(_store.Options, _name, _work, _settings, _logs);
        _store.Ledger.Unfeed(await queue.FilesAsync(), IsShared ? CheckEvery : TimeSpan.Zero);
        await queue.StartAsync();

        var (nextCheck, nextBeat) = (Now + CheckEvery, Now);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await FeedAsync(queue);
                var beats = Now >= nextBeat;
                _pipeline.Running.Tell(_store.Ledger, all: beats);
                if (beats)
                {
                    Beat();
                    nextBeat = Now + _settings.BeatEvery;
                }

                if (Now >= nextCheck)
                {
                    _store.Ledger.Unfeed(await queue.FilesAsync(), CheckEvery);
                    nextCheck = Now + CheckEvery;
                }
            }
            catch (Exception exception) when (exception is SchedulerException or StoreException)
            {
                _log.LogWarning(exception, "The store or the queue does not answer; the worker waits for it.");
            }

            await _wake.WaitAsync(Tick, stopping);
        }
    }

    /// <summary>The queue takes a moment to start, which a load that finds nothing new need not wait for.</summary>
    private async Task UntilAnyWaitsAsync(CancellationToken stopping)
    {
        var nextBeat = Now;
        while (!_store.Ledger.AnyQueued())
        {
            if (Now >= nextBeat)
            {
                Beat();
                nextBeat = Now + _settings.BeatEvery;
            }

            await _wake.WaitAsync(Tick, stopping);
        }
    }

    /// <summary>Shows that it lives, and looks who does not any more.</summary>
    private void Beat()
    {
        _store.Ledger.Beat(_name);
        if (IsShared)
        {
            (_store.Options.Clock as ServerClock)?.Follow(_store);
            foreach (var dead in _silent.Look(_store.Ledger.Workers()).Where(name => name != _name))
            {
                Release(dead);
                _store.Ledger.Leave(dead, Forgotten);
            }
        }
    }

    private DateTimeOffset Now => _store.Options.Clock.GetUtcNow();

    /// <summary>
    /// Before anything runs here: what this process itself left when it began anew; and, since who holds the lock of a data folder is the
    /// only one alive there, all that still runs in the ledger of a folder. On a server other machines work, too, and are told dead by
    /// <see cref="SilentWorkers"/>.
    /// </summary>
    private void TakeOver()
    {
        foreach (var worker in _store.Ledger.RunningWorkers().Where(worker => !IsShared || worker.Worker == _name))
        {
            Release(worker.Worker);
        }

        _store.Ledger.Leave(_name, Forgotten);
    }

    /// <summary>
    /// A file over which a process died more than once waits longer each time, so that the others get done even if this one kills every process.
    /// </summary>
    private void Release(string worker)
    {
        var left = _store.Ledger.Release(worker, starts => starts > 1 ? TimeSpan.FromSeconds(Math.Pow(2, starts - 1)) : TimeSpan.Zero);
        if (left.Count > 0)
        {
            WorkerTelemetry.CountTakenOver(left.Count);
            _log.LogWarning("{Count} files were left by a worker that died ({Worker}); they are done again.", left.Count, worker);
        }
    }

    private async Task FeedAsync(JobQueue queue)
    {
        while (_store.Ledger.AnyWaits() && _store.Ledger.Feed(_settings.QueueLength) is { Count: > 0 } files)
        {
            await queue.AddAsync(files);
            WorkerTelemetry.CountFed(files.Count);
        }
    }
}
