using System.Text.Json;
using Plans.Ingest;

namespace Plans.EndToEnd;

/// <summary>From files to answers: what is loaded is found, what cannot be loaded is named.</summary>
public sealed class LoadTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => _folder["data"];

    [Fact]
    public async Task A_folder_is_loaded_and_searched_with_and_without_diacritics_and_compared()
    {
        _folder.Write("plans/hoa-binh.txt", PlanTexts.Training(21, "Hòa Bình", "62,5%"));
        _folder.Write("plans/sub/son-la.docx", PlanTexts.Docx(PlanTexts.Training(35, "Sơn La", "58%")));

        var load = (await PlansProcess.RunAsync(Data, "load", _folder["plans"])).Expect(0);
        Assert.Contains("2 files found: 2 done", load.Output);

        var marked = (await PlansProcess.RunAsync(Data, "search", "lao động qua đào tạo")).Expect(0);
        var unmarked = (await PlansProcess.RunAsync(Data, "search", "lao dong qua dao tao")).Expect(0);
        Assert.Contains("21/KH-UBND", marked.Output);
        Assert.Contains("35/KH-UBND", marked.Output);
        Assert.Equal(Plans(marked), Plans(unmarked));

        var compared = (await PlansProcess.RunAsync(Data, "compare", "--rows", "--indicator", "tỷ lệ lao động qua đào tạo")).Expect(0);
        Assert.Contains(compared.Lines, line => line.StartsWith("yes\tHòa Bình\t21/KH-UBND\t") && line.Contains("\t62,5%\t62.5\t%\t"));
        Assert.Contains(compared.Lines, line => line.StartsWith("yes\tSơn La\t35/KH-UBND\t") && line.Contains("\t58%\t58\t%\t"));

        var shown = (await PlansProcess.RunAsync(Data, "show", "35/KH-UBND")).Expect(0);
        Assert.Contains("Sở Lao động - Thương binh và Xã hội", shown.Output);
        Assert.Contains("II", shown.Output);
    }

    [Fact]
    public async Task A_second_load_skips_what_is_loaded_and_reprocess_does_it_again()
    {
        _folder.Write("plans/a.txt", PlanTexts.Training(1));
        _folder.Write("plans/b.txt", PlanTexts.Training(2));
        await PlansProcess.RunAsync(Data, "load", _folder["plans"]);
        _folder.Write("plans/c.txt", PlanTexts.Training(3));

        var second = (await PlansProcess.RunAsync(Data, "load", _folder["plans"])).Expect(0);
        Assert.Contains("3 files found: 1 done, 0 partial, 2 skipped (held already), 0 failed.", second.Output);

        var again = (await PlansProcess.RunAsync(Data, "load", "--reprocess", _folder["plans"])).Expect(0);
        Assert.Contains("3 files found: 3 done, 0 partial, 0 skipped (held already), 0 failed.", again.Output);
        Assert.Equal(["a.txt", "b.txt", "c.txt"], await PlanFilesAsync());
    }

    [Fact]
    public async Task Bad_files_are_named_with_reason_and_advice_and_the_rest_is_loaded()
    {
        var expected = BadFiles.WriteTo(_folder, "plans").ToDictionary();
        _folder.Write("plans/tot.txt", PlanTexts.Training(7));
        var closed = Directory.CreateDirectory(_folder["plans/cam-vao"]);
        File.WriteAllText(Path.Combine(closed.FullName, "a.txt"), PlanTexts.Training(8));
        closed.UnixFileMode = UnixFileMode.None;
        expected["cam-vao"] = FailureReasons.AccessDenied;
        expected["khong-co.txt"] = FailureReasons.NotFound;

        var load = (await PlansProcess.RunAsync(Data, "load", _folder["plans"], _folder["khong-co.txt"], "--json")).Expect(1);
        closed.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

        using var json = JsonDocument.Parse(load.Lines[^1]);
        Assert.Equal("ended", json.RootElement.GetProperty("event").GetString());
        Assert.Equal(1, json.RootElement.GetProperty("counts").GetProperty("done").GetInt32());
        AssertFailures(expected, json.RootElement.GetProperty("failures"));
        Assert.All(expected.Keys, name => Assert.Contains(name, load.Error));

        var failures = (await PlansProcess.RunAsync(Data, "failures", "--json")).Expect(0);
        using var listed = JsonDocument.Parse(failures.Output);
        AssertFailures(expected, listed.RootElement);
        Assert.Equal(["tot.txt"], await PlanFilesAsync());
    }

    [Fact]
    public async Task Retry_tries_the_failed_files_again()
    {
        _folder.Write("plans/anh.png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
        (await PlansProcess.RunAsync(Data, "load", _folder["plans"])).Expect(1);

        var retry = (await PlansProcess.RunAsync(Data, "retry")).Expect(1);

        Assert.Contains("1 file tried again: 0 done now, 0 read in part, 1 failed again.", retry.Output);
        Assert.Contains("anh.png", retry.Error);
        Assert.Contains("failed\t1", (await PlansProcess.RunAsync(Data, "status")).Expect(0).Output);
    }

    private static void AssertFailures(Dictionary<string, string> expected, JsonElement failures)
    {
        var found = failures.EnumerateArray().ToDictionary(
            failure => Path.GetFileName(failure.GetProperty("path").GetString()!), failure => failure.GetProperty("reason").GetString()!);
        Assert.Equal(expected.OrderBy(pair => pair.Key, StringComparer.Ordinal), found.OrderBy(pair => pair.Key, StringComparer.Ordinal));
        Assert.All(failures.EnumerateArray(), failure => Assert.NotEmpty(failure.GetProperty("advice").GetString()!));
    }

    private static IEnumerable<string> Plans(Finished search) => search.Lines.Skip(1).Select(line => line.Split('\t')[2]).Distinct().Order();

    private async Task<IEnumerable<string?>> PlanFilesAsync()
    {
        var search = (await PlansProcess.RunAsync(Data, "search", "giáo dục nghề nghiệp", "--kind", "plan", "--json")).Expect(0);
        using var json = JsonDocument.Parse(search.Output);
        return [.. json.RootElement.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("file").GetString()).Order(StringComparer.Ordinal)];
    }

    public void Dispose() => _folder.Dispose();
}
