namespace Plans.Worker.Tests;

/// <summary>What a command line printed and returned, run in this process.</summary>
public sealed record CommandLineRun(int ExitCode, string Output, string Error)
{
    public static async Task<CommandLineRun> Of(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await Cli.RunAsync(arguments, output, error);
        return new CommandLineRun(exitCode, output.ToString(), error.ToString());
    }
}
