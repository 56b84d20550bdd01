using System.Text.Json;
using Plans.Worker.CommandLine;

namespace Plans.Worker.Tests;

public sealed class EvalCommandTests : IDisposable
{
    private const string Plan = "KẾ HOẠCH\nPhát triển giáo dục nghề nghiệp năm 2024\n\nI. MỤC ĐÍCH, YÊU CẦU\n\nNâng cao chất lượng nguồn nhân lực.\n";

    private const string Gold = """
        {
          "document": { "type": "Kế hoạch", "title": "Phát triển giáo dục nghề nghiệp năm 2024", "period": {"from": 2024, "to": 2024} },
          "sections": [ {"path": "I", "heading": "MỤC ĐÍCH, YÊU CẦU", "kind": "purpose"}, {"path": "II", "heading": "NHIỆM VỤ", "kind": "tasks"} ]
        }
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Measures_each_document_and_all_together()
    {
        _folder.Write("a.txt", Plan);
        _folder.Write("a.txt.gold.json", Gold);
        _folder.Write("sâu/b.txt", Plan);
        _folder.Write("sâu/b.txt.gold.json", Gold);

        var run = await CommandLineRun.Of("eval", _folder.Path, "--json", "--errors", "1");

        Assert.Equal(ExitCode.AllWell, run.ExitCode);
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(["a.txt", "sâu/b.txt", "ALL"], json.RootElement.EnumerateObject().Select(row => row.Name));
        var sections = json.RootElement.GetProperty("ALL").GetProperty("sections");
        Assert.Equal((1, 0.5), (sections.GetProperty("p").GetDouble(), sections.GetProperty("r").GetDouble()));
        Assert.Equal((2, 0, 2), (sections.GetProperty("tp").GetInt32(), sections.GetProperty("fp").GetInt32(), sections.GetProperty("fn").GetInt32()));
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("ALL").GetProperty("targets").GetProperty("f1").ValueKind);
        var error = Assert.Single(json.RootElement.GetProperty("a.txt").GetProperty("errors").EnumerateArray());
        Assert.Contains("NHIỆM VỤ", error.GetProperty("what").GetString());
    }

    [Fact]
    public async Task Prints_a_line_for_each_part_and_the_differences_that_are_asked_for()
    {
        _folder.Write("plans/a.txt", Plan);
        _folder.Write("gold/a.txt.gold.json", Gold);

        var run = await CommandLineRun.Of("eval", _folder["plans"], "--gold", _folder["gold"], "--errors", "3");

        Assert.Equal(ExitCode.AllWell, run.ExitCode);
        var lines = run.Output.Split('\n');
        Assert.Contains("a.txt\tsections\t1.000\t0.500\t0.667\t1\t0\t1", lines);
        Assert.Contains("ALL\tdocument fields\t1.000\t1.000\t1.000\t10\t0\t0", lines);
        Assert.Contains("a.txt\tsections\tmissed\tII NHIỆM VỤ", lines);
        Assert.DoesNotContain(lines, line => line.Contains("funding", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_document_that_cannot_be_read_counts_as_one_in_which_nothing_was_found()
    {
        _folder.Write("a.txt.gold.json", Gold);

        var run = await CommandLineRun.Of("eval", _folder.Path);

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains("a.txt\tsections\t0.000\t0.000\t0.000\t0\t0\t2", run.Output);
        Assert.Contains("a.txt: does not exist. [not-found]", run.Error);
    }

    [Theory]
    [InlineData("rỗng", "holds no annotation")]
    [InlineData("không có", "cannot be looked into")]
    [InlineData("hỏng", "is no annotation")]
    public async Task A_folder_without_sound_annotations_is_wrong_use(string folder, string message)
    {
        Directory.CreateDirectory(_folder["rỗng"]);
        _folder.Write("hỏng/a.txt.gold.json", "{ \"targets\": 5 }");

        var run = await CommandLineRun.Of("eval", _folder[folder]);

        Assert.Equal(ExitCode.WrongUse, run.ExitCode);
        Assert.Contains(message, run.Error);
        Assert.Contains("plans eval --help", run.Error);
    }

    public void Dispose() => _folder.Dispose();
}
