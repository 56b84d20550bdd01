using Plans.Store;
using Plans.Store.Ledger;

namespace Plans.EndToEnd.Faults;

/// <summary>A load that is killed at any moment loses no file and loads none twice.</summary>
public sealed class KillTests : IDisposable
{
    private const int Seed = 20240314;

    private static readonly int Files = LongForm.Or(90, 300);

    private static readonly int Kills = LongForm.Or(6, 100);

    /// <summary>So many kills hit some files several times, for which these are not to blame.</summary>
    private static readonly Dictionary<string, string> Settings = new() { ["PLANS_MAXIMUM_STARTS"] = "1000" };

    private readonly TemporaryFolder _folder = new();

    private string Data => _folder["data"];

    [Fact]
    public async Task Killed_again_and_again_and_started_again_it_ends_as_if_undisturbed()
    {
        for (var number = 1; number <= Files; number++)
        {
            _folder.Write($"plans/{number:000}.txt", PlanTexts.Training(number));
        }

        using var store = PlanStore.Open(Data);
        var random = new Random(Seed);
        var cutOff = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            using var load = PlansProcess.StartWith(Settings, Data, "load", _folder["plans"]);
            if (kill % 3 > 0)
            {
                await UntilAFileIsInWorkAsync(store, load);
            }

            await Task.Delay(random.Next(0, 400));
            load.Kill();
            cutOff += store.Ledger.CountsByState()[FileState.Running] > 0 ? 1 : 0;
        }

        Assert.True(cutOff > 0, "No kill hit a file in work: the test shows nothing; take more files.");
        using (var last = PlansProcess.StartWith(Settings, Data, "load", _folder["plans"]))
        {
            (await last.EndAsync(TimeSpan.FromMinutes(5))).Expect(0);
        }

        using (var undisturbedLoad = PlansProcess.Start(_folder["undisturbed"], "load", _folder["plans"]))
        {
            (await undisturbedLoad.EndAsync(TimeSpan.FromMinutes(5))).Expect(0);
        }

        using var undisturbed = PlanStore.Open(_folder["undisturbed"]);
        Assert.Equal(Files, store.Ledger.CountsByState()[FileState.Done]);
        Assert.Equal(Files, store.Ledger.CountsByState().Values.Sum());
        Assert.Equal(Loads.Plans(undisturbed), Loads.Plans(store));
        await Loads.AuditAsync(Data);
        await NothingIsLeftAsync();
    }

    /// <summary>What a killed process left half written goes when the store is opened next, some seconds later.</summary>
    private async Task NothingIsLeftAsync()
    {
        await Task.Delay(TimeSpan.FromSeconds(6));
        using var store = PlanStore.Open(Data);
        Assert.Empty(Directory.GetFiles(_folder["data/originals"], "*.tmp"));
    }

    private static async Task UntilAFileIsInWorkAsync(PlanStore store, PlansProcess load)
    {
        var ended = store.Ledger.CountsByState()[FileState.Done];
        while (!load.HasEnded && store.Ledger.CountsByState() is var states && states[FileState.Running] == 0 && states[FileState.Done] == ended)
        {
            await Task.Delay(10);
        }
    }

    public void Dispose() => _folder.Dispose();
}
