using System.Diagnostics;
using System.Text;

namespace Plans.EndToEnd;

/// <summary>What a finished process left.</summary>
public sealed record Finished(int ExitCode, string Output, string Error)
{
    public Finished Expect(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"exit status {ExitCode}, not {exitCode}\nstdout:\n{Output}\nstderr:\n{Error}");
        return this;
    }

    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>
/// The built program as users run it: a process of its own, with a data folder of its own; the folder around that stands for the
/// repository.
/// </summary>
public sealed class PlansProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private PlansProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    public bool HasEnded => _process.HasExited;

    /// <summary>The number of the process, which the names of its workers have in them.</summary>
    public int Id => _process.Id;

    public static PlansProcess Start(string dataFolder, params IEnumerable<string> arguments) => Start([], dataFolder, arguments);

    /// <param name="settings">Variables of its environment besides those of the test.</param>
    public static PlansProcess StartWith(IReadOnlyDictionary<string, string> settings, string dataFolder, params IEnumerable<string> arguments) =>
        Start([], dataFolder, arguments, settings);

    private static PlansProcess Start(
        IEnumerable<string> starter, string dataFolder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? settings = null)
    {
        string[] line = [.. starter, .. Unprivileged.Prefix, "dotnet", Path.Combine(AppContext.BaseDirectory, "Plans.Worker.dll"), .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        start.Environment["PLANS_DATA"] = dataFolder;
        start.Environment["PLANS_HOME"] = Path.GetDirectoryName(dataFolder);
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return new PlansProcess(Process.Start(start)!);
    }

    /// <summary>Runs it to its end; two minutes are more than any test needs.</summary>
    public static async Task<Finished> RunAsync(string dataFolder, params IEnumerable<string> arguments)
    {
        using var run = Start(dataFolder, arguments);
        return await run.EndAsync(TimeSpan.FromMinutes(2));
    }

    /// <summary>Runs it where no file may grow beyond a size, as on a disk without room: what does not fit must fail, not the program.</summary>
    public static async Task<Finished> RunWithoutRoomAsync(int mostBytes, string dataFolder, params IEnumerable<string> arguments)
    {
        // The signal would end the process before it can say anything; the runtime itself maps larger files unless told not to.
        string[] starter = ["sh", "-c", $"trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; exec prlimit --fsize={mostBytes} \"$@\"", "sh"];
        using var run = Start(starter, dataFolder, arguments);
        return await run.EndAsync(TimeSpan.FromMinutes(2));
    }

    /// <summary>Waits for its end; kills it and fails if that takes longer than it may.</summary>
    public async Task<Finished> EndAsync(TimeSpan within)
    {
        using var deadline = new CancellationTokenSource(within);
        try
        {
            await _process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            Kill();
            Assert.Fail($"still running after {within}\nstdout:\n{await _output}\nstderr:\n{await _error}");
        }

        return new Finished(_process.ExitCode, await _output, await _error);
    }

    /// <summary>Ends it as a power cut would (SIGKILL): nothing in it can react.</summary>
    /// <returns>Whether it was still running.</returns>
    public bool Kill()
    {
        var running = !_process.HasExited;
        if (running)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        return running;
    }

    /// <summary>Stops it where it stands (SIGSTOP): it lives, but does nothing, as on a machine that hangs.</summary>
    public void Freeze() => Signal("STOP");

    /// <summary>Lets it go on (SIGCONT).</summary>
    public void Continue() => Signal("CONT");

    /// <summary>Asks it to end in good order (SIGTERM): Ctrl-C's SIGINT is ignored by all that a script started in the background.</summary>
    public void Terminate() => Signal("TERM");

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }
}
