using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Plans.Worker.CommandLine;

namespace Plans.Worker.Tests;

public sealed class ExtractCommandTests : IDisposable
{
    private const string Plan = "KẾ HOẠCH\nPhát triển giáo dục nghề nghiệp năm 2024\n\nI. MỤC ĐÍCH, YÊU CẦU\n\nNâng cao chất lượng nguồn nhân lực.\n";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Writes_the_contracts_json_under_the_full_name_of_the_file()
    {
        var path = _folder.Write("kế hoạch.txt", Plan);

        var run = await CommandLineRun.Of("extract", path, "--out", _folder["out"]);

        Assert.Equal(ExitCode.AllWell, run.ExitCode);
        using var json = JsonDocument.Parse(File.ReadAllText(_folder["out/kế hoạch.txt.json"]));
        Assert.Equal(1, json.RootElement.GetProperty("schema").GetInt32());
        Assert.Equal("kế hoạch.txt", json.RootElement.GetProperty("file").GetString());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Plan))), json.RootElement.GetProperty("sha256").GetString());
    }

    [Fact]
    public async Task One_bad_file_does_not_stop_the_others()
    {
        var run = await CommandLineRun.Of(
            "extract", _folder.Write("a.txt", Plan), _folder["không có.txt"], _folder.Write("z.txt", Plan + "z"), "--out", _folder["out"], "--json");

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.True(File.Exists(_folder["out/a.txt.json"]));
        Assert.True(File.Exists(_folder["out/z.txt.json"]));
        Assert.Contains("không có.txt: does not exist. [not-found]", run.Error);
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(
            [null, "not-found", null],
            json.RootElement.EnumerateArray().Select(file => file.GetProperty("failure")).Select(failure =>
                failure.ValueKind == JsonValueKind.Null ? null : failure.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task A_second_file_of_the_same_name_is_refused_rather_than_overwriting_the_first()
    {
        var first = _folder.Write("2023/ke-hoach.txt", Plan);
        var second = _folder.Write("2024/ke-hoach.txt", Plan + "2024");

        var run = await CommandLineRun.Of("extract", first, second, "--out", _folder["out"]);

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains($"{second}: has the name of {first}", run.Error);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Plan))), File.ReadAllText(_folder["out/ke-hoach.txt.json"]));
    }

    [Fact]
    public async Task Text_prints_what_the_spans_of_the_extraction_count()
    {
        var path = _folder.Write("ke-hoach.txt", Plan);
        await CommandLineRun.Of("extract", path, "--out", _folder["out"]);

        var text = (await CommandLineRun.Of("text", path)).Output;

        Assert.Contains("I. MỤC ĐÍCH, YÊU CẦU", text);
        using var json = JsonDocument.Parse(File.ReadAllText(_folder["out/ke-hoach.txt.json"]));
        Assert.All(json.RootElement.GetProperty("sections").EnumerateArray(), section =>
        {
            var span = section.GetProperty("span");
            var words = text[span.GetProperty("start").GetInt32()..span.GetProperty("end").GetInt32()];
            Assert.StartsWith(section.GetProperty("path").GetString()!, words);
        });
    }

    public void Dispose() => _folder.Dispose();
}
