using Plans.Worker.CommandLine;

namespace Plans.Worker.Tests;

public sealed class HelpTests
{
    public static TheoryData<string> Commands => [.. Cli.CreateRoot().Subcommands.Select(command => command.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_command_has_help_with_examples_of_itself(string command)
    {
        var run = await CommandLineRun.Of(command, "--help");

        Assert.Equal(ExitCode.AllWell, run.ExitCode);
        var examples = run.Output[run.Output.IndexOf("Examples:", StringComparison.Ordinal)..];
        Assert.Contains($"plans {command}", examples);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task The_program_itself_has_help_with_examples_and_all_commands()
    {
        var run = await CommandLineRun.Of("--help");

        Assert.Equal(ExitCode.AllWell, run.ExitCode);
        Assert.Contains("Examples:", run.Output);
        Assert.All(Cli.CreateRoot().Subcommands, command => Assert.Contains($"  {command.Name} ", run.Output));
    }
}
