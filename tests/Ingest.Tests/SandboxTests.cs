using System.Diagnostics;
using Plans.Ingest.Sandbox;

namespace Plans.Ingest.Tests;

public class SandboxTests
{
    private static readonly ChildCommand Shell = new("sh", "dash", []);

    [Fact]
    public void Output_and_exit_code_come_back()
    {
        var text = "";
        var result = ChildProcess.Run(Shell with { Arguments = ["-c", "cat; echo oops >&2; exit 3"], Input = "words"u8.ToArray() },
            output => text = new StreamReader(output).ReadToEnd(), CancellationToken.None);

        Assert.Equal(("words", 3, "oops\n"), (text, result.ExitCode, result.Error));
    }

    [Fact]
    public void A_program_that_hangs_is_stopped_with_its_children()
    {
        var watch = Stopwatch.StartNew();
        var mark = $"{Random.Shared.Next(100_000, 999_999)}";

        var failure = Assert.Throws<UnreadableFileException>(() =>
            ChildProcess.Run(Shell with { Arguments = ["-c", $"sleep {mark} & wait"], Time = TimeSpan.FromMilliseconds(500) }, _ => { }, CancellationToken.None));

        Assert.Equal(FailureReasons.Timeout, failure.Reason);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
        Assert.DoesNotContain(Directory.GetDirectories("/proc"), folder => CommandLine(folder) == $"sleep\0{mark}\0");
    }

    [Fact]
    public void A_flood_is_stopped()
    {
        var failure = Assert.Throws<UnreadableFileException>(() =>
            ChildProcess.Run(new ChildCommand("yes", "coreutils", []) { OutputBytes = 100_000 }, _ => { }, CancellationToken.None));

        Assert.Equal(FailureReasons.LimitExceeded, failure.Reason);
    }

    [Fact]
    public void A_program_that_wants_all_memory_gets_none()
    {
        var result = ChildProcess.Run(new ChildCommand("tail", "coreutils", ["/dev/zero"]) { MemoryBytes = 100 << 20 }, _ => { }, CancellationToken.None);

        Assert.NotEqual(0, result.ExitCode);
    }

    [Fact]
    public void A_missing_program_is_named_with_its_package()
    {
        var failure = Assert.Throws<UnreadableFileException>(() => ChildProcess.Run(new ChildCommand("no-such-program", "some-package", []), _ => { }, CancellationToken.None));

        Assert.Equal(FailureReasons.ToolMissing, failure.Reason);
        Assert.Contains("no-such-program", failure.Message);
        Assert.Contains("some-package", failure.Advice);
    }

    [Fact]
    public void Cancelling_is_no_failure_of_the_file()
    {
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        Assert.Throws<OperationCanceledException>(() => ChildProcess.Run(new ChildCommand("sleep", "coreutils", ["30"]), _ => { }, cancel.Token));
    }

    [Fact]
    public void A_handed_file_leaves_nothing_behind()
    {
        using var file = new HandedFile("words"u8);
        var text = "";
        ChildProcess.Run(new ChildCommand("cat", "coreutils", [file.Path]), output => text = new StreamReader(output).ReadToEnd(), CancellationToken.None);

        Assert.Equal("words", text);
        Assert.EndsWith(" (deleted)", new FileInfo(file.Path).LinkTarget);
    }

    private static string CommandLine(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline"));
        }
        catch (IOException)
        {
            return "";
        }
        catch (UnauthorizedAccessException)
        {
            return "";
        }
    }
}
