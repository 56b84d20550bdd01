using System.Diagnostics;
using System.Globalization;
using Plans.Ingest.Sandbox;

namespace Plans.Ingest.Formats.Office;

/// <summary>One running LibreOffice with its folder, to which files are handed one after the other (see Profile/Convert.bas).</summary>
internal sealed class WarmOffice : IDisposable
{
    /// <summary>After so many files a new process is started: LibreOffice does not give all memory back.</summary>
    private const int MostFiles = 200;

    private const string FolderName = "plans-office-";

    /// <summary>Without work for so long, the process ends by itself.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(4);

    private readonly string _folder;
    private readonly string _exchange;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task<ChildResult> _process;
    private readonly Stopwatch _sinceWork = Stopwatch.StartNew();
    private int _files;
    private bool _broken;

    public WarmOffice(ReadLimits limits)
    {
        RemoveLeftovers();
        _folder = Directory.CreateTempSubdirectory(string.Create(CultureInfo.InvariantCulture, $"{FolderName}{Environment.ProcessId}-")).FullName;
        _exchange = Directory.CreateDirectory(Path.Combine(_folder, "exchange")).FullName;
        var profile = Path.Combine(_folder, "profile");
        OfficeProfile.Write(profile);
        var command = new ChildCommand("soffice", OfficeKind.Doc.Needs.Package,
        [
            $"-env:UserInstallation={Url(profile)}", "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck",
            string.Create(CultureInfo.InvariantCulture, $"{OfficeProfile.Macro}(\"{_exchange}\",{Idle.TotalSeconds})"),
        ])
        {
            Time = TimeSpan.FromHours(1),
            MemoryBytes = limits.ChildMemoryBytes,
            WorkingFolder = _folder,
            Environment = new Dictionary<string, string> { ["HOME"] = _folder, ["TMPDIR"] = _folder, ["LC_ALL"] = "C.UTF-8", ["SAL_USE_VCLPLUGIN"] = "svp" },
        };
        _process = Task.Factory.StartNew(() => ChildProcess.Run(command, _ => { }, _stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Whether it can be trusted with another file. It may be about to end where it was idle for most of the time it waits.</summary>
    public bool IsReady => !_broken && !_process.IsCompleted && _files < MostFiles && _sinceWork.Elapsed < Idle / 2;

    public byte[] Convert(FileContent file, OfficeKind kind, ReadLimits limits, CancellationToken cancellationToken)
    {
        _broken = true;
        _files++;
        var (input, output) = (Path.Combine(_exchange, $"{_files}.in"), Path.Combine(_exchange, $"{_files}.out"));
        var (job, done) = (Path.Combine(_exchange, "job"), Path.Combine(_exchange, "done"));
        using (var stream = File.Create(input))
        {
            stream.Write(file.Bytes.Span);
        }

        // Renamed, so that the macro never sees half a job; its answer comes the same way.
        File.WriteAllLines(job + ".new", [Url(input), Url(output), kind.InputFilter, kind.OutputFilter]);
        File.Move(job + ".new", job);
        Await(done, file, limits, cancellationToken);
        var answer = File.ReadAllText(done).Trim();
        File.Delete(done);
        File.Delete(input);
        _sinceWork.Restart();
        _broken = false;
        if (answer != "ok")
        {
            File.Delete(output);
            throw OfficeSniffer.Damaged(file, kind);
        }

        return Result(output, file, kind, limits);
    }

    public void Dispose()
    {
        _stop.Cancel();
        try
        {
            _process.Wait();
        }
        catch (AggregateException)
        {
            // It was stopped, as asked.
        }

        _stop.Dispose();
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // A child of the process may still write for a moment; the next start removes what stays.
        }
    }

    private void Await(string done, FileContent file, ReadLimits limits, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        while (!File.Exists(done))
        {
            if (_process.IsFaulted)
            {
                throw _process.Exception.InnerException as UnreadableFileException ?? Crashed(file);
            }

            if (_process.IsCompleted)
            {
                throw Crashed(file);
            }

            if (clock.Elapsed > limits.OfficeTime)
            {
                throw new UnreadableFileException(FailureReasons.Timeout,
                    string.Create(CultureInfo.InvariantCulture, $"{file.Name}: LibreOffice took longer than the limit of {limits.OfficeTime.TotalSeconds:0} s and was stopped."),
                    "Open it in its program, save it as DOCX or XLSX and load that, or raise the limit OfficeTime.");
            }

            cancellationToken.WaitHandle.WaitOne(Poll);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Its answer alone is not believed: the file must be there, small enough and what was asked for.</summary>
    private static byte[] Result(string output, FileContent file, OfficeKind kind, ReadLimits limits)
    {
        var info = new FileInfo(output);
        if (!info.Exists || info.Length == 0)
        {
            throw OfficeSniffer.Damaged(file, kind);
        }

        if (info.Length > limits.FileBytes)
        {
            throw new UnreadableFileException(FailureReasons.LimitExceeded,
                $"{file.Name} became a file of more than the limit of {limits.FileBytes} bytes when it was converted.", "Split it, or raise the limit FileBytes.");
        }

        var bytes = File.ReadAllBytes(output);
        File.Delete(output);
        return bytes.AsSpan().StartsWith(kind.AsPdf ? "%PDF-"u8 : "PK"u8) ? bytes : throw OfficeSniffer.Damaged(file, kind);
    }

    private static UnreadableFileException Crashed(FileContent file) => new(FailureReasons.ToolFailed,
        $"{file.Name}: LibreOffice crashed on this file.", "Open it in its program, save it as DOCX or XLSX and load that.");

    /// <summary>Folders of processes that were killed before they could clean up.</summary>
    private static void RemoveLeftovers()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), FolderName + "*"))
        {
            var owner = Path.GetFileName(folder)[FolderName.Length..].Split('-')[0];
            if (!Directory.Exists($"/proc/{owner}"))
            {
                try
                {
                    Directory.Delete(folder, recursive: true);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    // Another process removes it just now, or it is another user's.
                }
            }
        }
    }

    private static string Url(string path) => new Uri(path).AbsoluteUri;
}
