using Plans.Store;
using Plans.Store.Ledger;
using Plans.Tests;

namespace Plans.EndToEnd.Faults;

/// <summary>A load that several machines share over a server, each with a data folder of its own, and what can befall them.</summary>
public sealed class SharedLoadTests : IDisposable
{
    private const int SilentSeconds = 4;

    private readonly TemporaryFolder _folder = new();
    private readonly string _database = PostgresServer.NewDatabase();
    private readonly PlanStore _store;

    public SharedLoadTests() => _store = PlanStore.Open(new StoreOptions { DataFolder = _folder["test"], Database = _database });

    [Fact]
    public async Task Of_three_workers_one_is_killed_one_stands_still_and_goes_on_and_every_file_is_stored_once()
    {
        var files = LongForm.Or(40, 1000);
        Loads.WriteLongPlans(_folder, "plans", files, chapters: 300);
        (await PlansProcess.RunAsync(_folder["a"], "load", "--detach", _folder["plans"], "--db", _database)).Expect(0);
        var (a, b, c) = (Worker("a"), Worker("b"), Worker("c"));

        await CatchAtWorkAsync(a, worker => worker.Kill(), retry: false);
        await CatchAtWorkAsync(b, worker => worker.Freeze(), retry: true);
        var frozen = RunsOf(b);
        await Task.Delay(TimeSpan.FromSeconds(SilentSeconds / 2));
        Assert.Equal(frozen, RunsOf(b));
        await Loads.UntilAsync(() => RunsOf(b).Count == 0, "Nobody took over what the worker had that stands still");
        b.Continue();
        await Loads.UntilAsync(() => _store.Ledger.CountsByState() is var states && states[FileState.Done] == files, "The load has not ended", 120);

        Assert.All(_store.Ledger.Files(FileFilter.All, int.MaxValue).Where(file => frozen.Contains(file.Id)), file => Assert.InRange(file.Attempts, 2, 3));
        Assert.Equal(files, _store.Counts().Plans);
        await EndAsync(b, c);
        a.Dispose();
        await Loads.AuditAsync(_folder["a"], "--db", _database);
        Assert.DoesNotContain(_store.Ledger.Workers(), worker => worker.Files > 0);
    }

    [Fact]
    public async Task A_server_that_is_stopped_for_a_while_and_connections_that_are_cut_lose_nothing()
    {
        var files = LongForm.Or(40, 600);
        Loads.WriteLongPlans(_folder, "plans", files, chapters: 100);
        using var load = PlansProcess.StartWith(Settings, _folder["a"], "load", _folder["plans"], "--db", _database, "--json");
        await Loads.UntilAsync(() => _store.Ledger.CountsByState()[FileState.Done] > 3, "No file was done");
        PostgresServer.Cut(_database);
        await Loads.UntilAsync(() => _store.Ledger.CountsByState()[FileState.Done] > 8, "No file was done after the connections were cut");

        PostgresServer.Stop();
        await Task.Delay(TimeSpan.FromSeconds(LongForm.Or(5, 20)));
        PostgresServer.Restart();

        var ended = (await load.EndAsync(TimeSpan.FromMinutes(5))).Expect(0);
        Assert.Contains($"\"done\":{files}", ended.Lines[^1]);
        Assert.Equal(files, _store.Counts().Plans);
        await Loads.AuditAsync(_folder["a"], "--db", _database);
    }

    private static Dictionary<string, string> Settings => new() { ["PLANS_SILENT_SECONDS"] = $"{SilentSeconds}" };

    private PlansProcess Worker(string machine) => PlansProcess.StartWith(Settings, _folder[machine], "work", "--db", _database);

    private IReadOnlyList<long> RunsOf(PlansProcess worker) =>
    [
        .. _store.Ledger.Files(new FileFilter { State = FileState.Running }, int.MaxValue)
            .Where(file => file.Worker!.Contains($":{worker.Id}:", StringComparison.Ordinal)).Select(file => file.Id),
    ];

    /// <summary>Does something to a worker while it has a file in work.</summary>
    private async Task CatchAtWorkAsync(PlansProcess worker, Action<PlansProcess> befall, bool retry)
    {
        do
        {
            worker.Continue();
            await Loads.UntilAsync(() => RunsOf(worker).Count > 0, "The worker got no file");
            befall(worker);
        }
        while (retry && RunsOf(worker).Count == 0);
    }

    private static async Task EndAsync(params PlansProcess[] workers)
    {
        foreach (var worker in workers)
        {
            worker.Terminate();
            await worker.EndAsync(TimeSpan.FromSeconds(30));
            worker.Dispose();
        }
    }

    public void Dispose()
    {
        _store.Dispose();
        PostgresServer.Drop(_database);
        _folder.Dispose();
    }
}
