using System.Text.Json;
using Plans.Store;
using Plans.Store.Ledger;

namespace Plans.EndToEnd;

/// <summary>A load that is killed at any moment loses no file and loads none twice.</summary>
public sealed class KillTests : IDisposable
{
    private const int Files = 300;
    private const int Kills = 10;
    private const int Seed = 20240314;

    private readonly TemporaryFolder _folder = new();

    private string Data => _folder["data"];

    [Fact]
    public async Task Killed_ten_times_and_started_again_every_file_ends_loaded_once()
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
            using var load = PlansProcess.Start(Data, "load", _folder["plans"]);
            if (kill % 3 > 0)
            {
                await UntilAFileIsInWorkAsync(store, load);
            }

            await Task.Delay(random.Next(0, 400));
            load.Kill();
            cutOff += store.Ledger.CountsByState()[FileState.Running] > 0 ? 1 : 0;
        }

        Assert.True(cutOff > 0, "No kill hit a file in work: the test shows nothing; take more files.");
        (await PlansProcess.RunAsync(Data, "load", _folder["plans"])).Expect(0);

        Assert.Equal(Enumerable.Range(1, Files).Select(number => $"{number:000}.txt"), await PlanFilesAsync());
        Assert.Equal(Files, store.Ledger.CountsByState()[FileState.Done]);
        Assert.Equal(Files, store.Ledger.CountsByState().Values.Sum());
    }

    private static async Task UntilAFileIsInWorkAsync(PlanStore store, PlansProcess load)
    {
        var ended = store.Ledger.CountsByState()[FileState.Done];
        while (!load.HasEnded && store.Ledger.CountsByState() is var states && states[FileState.Running] == 0 && states[FileState.Done] == ended)
        {
            await Task.Delay(10);
        }
    }

    private async Task<IEnumerable<string?>> PlanFilesAsync()
    {
        var search = (await PlansProcess.RunAsync(Data, "search", "giáo dục nghề nghiệp", "--kind", "plan", "--limit", "1000", "--json")).Expect(0);
        using var json = JsonDocument.Parse(search.Output);
        return [.. json.RootElement.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("file").GetString()).Order(StringComparer.Ordinal)];
    }

    public void Dispose() => _folder.Dispose();
}
