using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Plans.Ingest.Sandbox;

/// <summary>
/// Runs a foreign program under limits of time, memory and output. Whatever happens to it, a crash, a hang, a flood, it is one failed file:
/// when this returns or throws, the program and its children are gone.
/// </summary>
internal static class ChildProcess
{
    private const int MostErrorText = 16 * 1024;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <param name="read">Consumes the output while the program runs; what it leaves unread is thrown away.</param>
    /// <exception cref="UnreadableFileException">The program is missing, took too long or wrote too much.</exception>
    public static ChildResult Run(ChildCommand command, Action<Stream> read, CancellationToken cancellationToken)
    {
        var program = ProgramPath.Find(command.Program) ?? throw Missing(command.Program, command.Package);
        using var process = Start(command, program);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(command.Time);
        using var kill = deadline.Token.Register(() => Kill(process));
        try
        {
            var error = Task.Run(() => ErrorText(process));
            var input = Task.Run(() => Feed(process, command));
            using var output = new LimitedStream(process.StandardOutput.BaseStream, command.OutputBytes);
            try
            {
                read(output);
                output.CopyTo(Stream.Null);
            }
            catch (Exception) when (deadline.IsCancellationRequested || output.IsExceeded)
            {
                // The cause is told below; what the reader stumbled over is only its consequence.
                Kill(process);
            }

            // The output has ended, so the end of the program is near; one that closed its output and hangs is killed by the deadline.
            process.WaitForExit();
            cancellationToken.ThrowIfCancellationRequested();
            if (output.IsExceeded)
            {
                throw new UnreadableFileException(FailureReasons.LimitExceeded,
                    $"{command.Program} wrote more than the limit of {command.OutputBytes} bytes.", "Split the file, or raise the limit ChildOutputBytes.");
            }

            if (deadline.IsCancellationRequested)
            {
                throw new UnreadableFileException(FailureReasons.Timeout,
                    string.Create(CultureInfo.InvariantCulture, $"{command.Program} took longer than the limit of {command.Time.TotalSeconds:0} s and was stopped."),
                    "Split the file, or raise the time limit.");
            }

            Task.WaitAll([error, input], Grace);
            return new ChildResult(process.ExitCode, error.IsCompletedSuccessfully ? error.Result : "");
        }
        finally
        {
            // Killing the tree looks at every process of the machine, which costs more than most of these programs; who has ended has no children left.
            if (!process.HasExited)
            {
                Kill(process);
            }
        }
    }

    private static UnreadableFileException Missing(string program, string package) => new(FailureReasons.ToolMissing,
        $"The program {program} is needed for this file and is not installed.", $"Install it: apt-get install {package}");

    private static Process Start(ChildCommand command, string program)
    {
        var limiter = ProgramPath.Find("prlimit") ?? throw Missing("prlimit", "util-linux");
        var start = new ProcessStartInfo(limiter)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = command.WorkingFolder ?? Path.GetTempPath(),
        };
        // No core dumps; processor time as a second net, should this process be killed and leave the child alone.
        foreach (var argument in (IEnumerable<string>)
            [
                string.Create(CultureInfo.InvariantCulture, $"--as={command.MemoryBytes}"),
                string.Create(CultureInfo.InvariantCulture, $"--cpu={Math.Ceiling(command.Time.TotalSeconds) * 2}"),
                "--core=0", "--nofile=1024", "--", program, .. command.Arguments,
            ])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in command.Environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new UnreadableFileException(FailureReasons.Internal, $"{command.Program} could not be started: {e.Message}.",
                "Check that the machine has memory and processes to spare.", e);
        }
    }

    private static void Feed(Process process, ChildCommand command)
    {
        try
        {
            using var stream = process.StandardInput.BaseStream;
            if (command.InputStream is { } input)
            {
                input.CopyTo(stream);
            }
            else
            {
                stream.Write(command.Input.Span);
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // It ended without reading all of its input, as it may.
        }
    }

    private static string ErrorText(Process process)
    {
        var text = new StringBuilder();
        var buffer = new char[4096];
        int count;
        while ((count = process.StandardError.Read(buffer, 0, buffer.Length)) > 0)
        {
            text.Append(buffer, 0, Math.Min(count, MostErrorText - text.Length));
        }

        return text.ToString();
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended already.
        }
    }
}
