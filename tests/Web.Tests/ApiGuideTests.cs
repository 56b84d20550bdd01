using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Plans.Web.Tests;

/// <summary>Runs every call of docs/api.md, as a reader would who copies it.</summary>
public sealed partial class ApiGuideTests(SampleSite site) : IClassFixture<SampleSite>
{
    private const string Printed = "http://127.0.0.1:5080";

    [Fact]
    public async Task Every_call_of_the_guide_answers_what_it_says()
    {
        var calls = Blocks().Matches(await File.ReadAllTextAsync(Guide())).SelectMany(block => block.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToList();
        Assert.True(calls.Count > 15);
        foreach (var call in calls)
        {
            var parts = call.Split("# → ");
            Assert.True(parts.Length == 2, $"{call} does not say what it answers.");
            using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", parts[0].Replace(Printed, site.Url("/").TrimEnd('/'), StringComparison.Ordinal)]) { RedirectStandardOutput = true })!;
            var answer = await shell.StandardOutput.ReadToEndAsync();
            await shell.WaitForExitAsync();
            Assert.True(shell.ExitCode == 0 && answer.Contains(parts[1].Trim(), StringComparison.Ordinal), $"{call}\nexit status {shell.ExitCode}\n{answer}");
        }
    }

    private static string Guide()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "docs", "api.md")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "docs", "api.md");
    }

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
