using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Plans.Extraction;
using Plans.Store;
using Plans.Store.Ledger;
using Plans.Tests;
using Plans.Worker.Jobs;

namespace Plans.Worker.Tests;

/// <summary>Workers of several machines, each with a data folder of its own, on one server.</summary>
public sealed class SharedQueueTests : IDisposable
{
    private const int Files = 40;

    private static readonly JobSettings Settings = new() { Concurrency = 2, SilentFor = TimeSpan.FromSeconds(3) };

    private readonly TemporaryFolder _folder = new();
    private readonly string _database = PostgresServer.NewDatabase();
    private readonly List<PlanStore> _stores = [];

    [Fact]
    public async Task They_share_a_load_though_their_clocks_differ_by_minutes_and_each_file_is_run_once()
    {
        var (fast, slow) = (Machine("fast", TimeSpan.FromMinutes(7)), Machine("slow", TimeSpan.FromMinutes(-7)));
        var load = Register(fast);
        var runs = new ConcurrentBag<(string Machine, long File)>();
        await using (QueueWorker.Start(fast, Settings, NullLoggerFactory.Instance, Work("fast", fast, runs)))
        await using (QueueWorker.Start(slow, Settings, NullLoggerFactory.Instance, Work("slow", slow, runs)))
        {
            await UntilEndedAsync(fast, load);
        }

        Assert.Equal(Files, runs.Select(run => run.File).Distinct().Count());
        Assert.Equal(Files, runs.Count);
        Assert.Equal(["fast", "slow"], runs.Select(run => run.Machine).Distinct().Order());
        Assert.All(fast.Ledger.Files(FileFilter.All), file => Assert.InRange(file.EndedAt!.Value, DateTimeOffset.UtcNow.AddMinutes(-3), DateTimeOffset.UtcNow.AddMinutes(3)));
    }

    [Fact]
    public async Task What_a_machine_left_that_died_is_taken_over_and_its_late_result_is_void()
    {
        var (dead, alive) = (Machine("dead", TimeSpan.Zero), Machine("alive", TimeSpan.Zero));
        var load = Register(dead);
        var lost = dead.Ledger.Start(dead.Ledger.Due(1)[0], "dead:1")!;
        dead.Ledger.Beat("dead:1");

        await using (QueueWorker.Start(alive, Settings, NullLoggerFactory.Instance, Work("alive", alive, [])))
        {
            await UntilEndedAsync(alive, load);
        }

        Assert.Equal(2, alive.Ledger.Find(lost.FileId)!.Attempts);
        Assert.False(dead.Ledger.Fail(lost, new("late", "", "")));
        Assert.DoesNotContain(alive.Ledger.Workers(), worker => worker.Worker == "dead:1");
    }

    private PlanStore Machine(string name, TimeSpan ahead)
    {
        var clock = new ServerClock(new ClockAhead(ahead));
        var store = PlanStore.Open(new StoreOptions { DataFolder = _folder[name], Database = _database, Clock = clock });
        clock.Follow(store);
        _stores.Add(store);
        return store;
    }

    private static long Register(PlanStore store)
    {
        var load = store.Ledger.StartLoad(["/"]);
        for (var number = 0; number < Files; number++)
        {
            store.Ledger.Register(load, new FoundFile($"/{number}.txt", $"{number:x64}", 1), PlanExtractor.Version);
        }

        return load;
    }

    private static Func<string, FileWork> Work(string machine, PlanStore store, ConcurrentBag<(string Machine, long File)> runs) => worker => new(async (file, stopping) =>
    {
        if (store.Ledger.Start(file, worker) is { } run)
        {
            runs.Add((machine, file));
            await Task.Delay(50, stopping);
            store.Ledger.Fail(run, new("no-plan", "", ""));
        }
    });

    private static async Task UntilEndedAsync(PlanStore store, long load)
    {
        for (var tries = 0; tries < 600 && store.Ledger.Counts(load).Open > 0; tries++)
        {
            await Task.Delay(100);
        }

        Assert.Equal(Files, store.Ledger.Counts(load).Failed);
    }

    public void Dispose()
    {
        _stores.ForEach(store => store.Dispose());
        PostgresServer.Drop(_database);
        _folder.Dispose();
    }

    private sealed class ClockAhead(TimeSpan ahead) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
    }
}
