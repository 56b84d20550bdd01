using System.Text.Json;

namespace Plans.EndToEnd;

/// <summary>The five real plans beside the repository, through the program as it is built.</summary>
public sealed class RealPlansTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [SharedFact]
    public async Task Extract_writes_every_part_of_the_contract_for_each_of_them()
    {
        var plans = Directory.GetFiles(Path.Combine(SharedFactAttribute.Folder!, "plans"), "*.txt");

        (await PlansProcess.RunAsync(_folder["data"], ["extract", .. plans, "--out", _folder["out"]])).Expect(0);

        Assert.All(plans, plan =>
        {
            using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder["out"], Path.GetFileName(plan) + ".json")));
            Assert.All(
                ["legal_bases", "sections", "targets", "tasks"], part => Assert.NotEqual(0, json.RootElement.GetProperty(part).GetArrayLength()));
            Assert.NotNull(json.RootElement.GetProperty("document").GetProperty("type").GetString());
        });
    }

    [SharedFact]
    public async Task Every_span_points_at_its_words_in_the_text_that_is_printed()
    {
        var plans = Directory.GetFiles(Path.Combine(SharedFactAttribute.Folder!, "plans"), "*.txt");
        (await PlansProcess.RunAsync(_folder["data"], ["extract", .. plans, "--out", _folder["out"]])).Expect(0);
        foreach (var plan in plans)
        {
            var text = (await PlansProcess.RunAsync(_folder["data"], "text", plan)).Expect(0).Output;
            using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder["out"], Path.GetFileName(plan) + ".json")));
            Assert.NotEqual(0, json.RootElement.GetProperty("targets").GetArrayLength());
            Assert.All(json.RootElement.GetProperty("targets").EnumerateArray(), target =>
            {
                var span = target.GetProperty("span");
                var words = text[span.GetProperty("start").GetInt32()..span.GetProperty("end").GetInt32()];
                Assert.Contains(target.GetProperty("printed").GetString()!, words.ReplaceLineEndings(" "));
            });
        }
    }

    public void Dispose() => _folder.Dispose();
}
