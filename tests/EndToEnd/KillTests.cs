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
        var interrupted = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            using var load = PlansProcess.Start(Data, "load", _folder["plans"]);
            await Task.Delay(random.Next(200, 1500));
            interrupted += load.Kill() ? 1 : 0;
        }

        Assert.True(interrupted >= Kills / 2, $"Only {interrupted} loads were still running when they were killed: take more files.");
        (await PlansProcess.RunAsync(Data, "load", _folder["plans"])).Expect(0);

        Assert.Equal(Enumerable.Range(1, Files).Select(number => $"{number:000}.txt"), await PlanFilesAsync());
        using var status = JsonDocument.Parse((await PlansProcess.RunAsync(Data, "status", "--json")).Expect(0).Output);
        var states = status.RootElement.GetProperty("files").EnumerateObject().Where(state => state.Value.GetInt32() > 0);
        Assert.Equal([("done", Files)], states.Select(state => (state.Name.ToLowerInvariant(), state.Value.GetInt32())));
    }

    private async Task<IEnumerable<string?>> PlanFilesAsync()
    {
        var search = (await PlansProcess.RunAsync(Data, "search", "giáo dục nghề nghiệp", "--kind", "plan", "--limit", "1000", "--json")).Expect(0);
        using var json = JsonDocument.Parse(search.Output);
        return [.. json.RootElement.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("file").GetString()).Order(StringComparer.Ordinal)];
    }

    public void Dispose() => _folder.Dispose();
}
