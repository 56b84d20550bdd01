using Plans.Worker.CommandLine;

namespace Plans.Worker.Tests;

/// <summary>A command line that makes no sense ends with 2 and says what is wrong and where help is.</summary>
public sealed class WrongUseTests
{
    [Theory]
    [InlineData("exract a.txt", "exract", "plans --help")]
    [InlineData("extract a.txt", "--out", "plans extract --help")]
    [InlineData("extract --out out", "FILE", "plans extract --help")]
    [InlineData("text", "FILE", "plans text --help")]
    [InlineData("load --data d", "PATH", "plans load --help")]
    [InlineData("search x --kind paragraph", "paragraph", "plans search --help")]
    [InlineData("search x --year next", "next", "plans search --help")]
    [InlineData("compare", "--indicator", "plans compare --help")]
    [InlineData("serve --port many", "many", "plans serve --help")]
    public async Task Says_what_is_wrong_and_where_help_is(string line, string wrong, string help)
    {
        var run = await CommandLineRun.Of(line.Split(' '));

        Assert.Equal(ExitCode.WrongUse, run.ExitCode);
        Assert.Contains(wrong, run.Error);
        Assert.Contains($"See: {help}", run.Error);
    }

    [Fact]
    public async Task Nothing_at_all_shows_the_commands()
    {
        var run = await CommandLineRun.Of();

        Assert.Equal(ExitCode.WrongUse, run.ExitCode);
        Assert.Contains("extract", run.Output);
    }
}
