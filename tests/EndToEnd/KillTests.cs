using System.Text.Json;

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

        var random = new Random(Seed);
        var cutOff = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            using var load = PlansProcess.Start(Data, "load", _folder["plans"]);
            await Task.Delay(random.Next(300, 3500));
            load.Kill();
            cutOff += (await StatesAsync()).GetValueOrDefault("running") > 0 ? 1 : 0;
        }

        Assert.True(cutOff > 0, "No kill hit a file in work: the test shows nothing; take more files.");
        (await PlansProcess.RunAsync(Data, "load", _folder["plans"])).Expect(0);

        Assert.Equal(Enumerable.Range(1, Files).Select(number => $"{number:000}.txt"), await PlanFilesAsync());
        Assert.Equal(new Dictionary<string, int> { ["done"] = Files }, await StatesAsync());
    }

    /// <summary>How many files are in each state that any is in.</summary>
    private async Task<Dictionary<string, int>> StatesAsync()
    {
        using var status = JsonDocument.Parse((await PlansProcess.RunAsync(Data, "status", "--json")).Expect(0).Output);
        return status.RootElement.GetProperty("files").EnumerateObject()
            .Where(state => state.Value.GetInt32() > 0)
            .ToDictionary(state => state.Name, state => state.Value.GetInt32());
    }

    private async Task<IEnumerable<string?>> PlanFilesAsync()
    {
        var search = (await PlansProcess.RunAsync(Data, "search", "giáo dục nghề nghiệp", "--kind", "plan", "--limit", "1000", "--json")).Expect(0);
        using var json = JsonDocument.Parse(search.Output);
        return [.. json.RootElement.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("file").GetString()).Order(StringComparer.Ordinal)];
    }

    public void Dispose() => _folder.Dispose();
}
