using System.Collections.Concurrent;
using Plans.Ingest.Sandbox;

namespace Plans.Ingest.Formats.Office;

/// <summary>
/// Converts office files by LibreOffice processes that are kept warm: starting one costs a second, a conversion in a running one a few tenths
/// or less. A process converts one file at a time, in a profile and folder of its own; what hangs or crashes it is one failed file.
/// </summary>
internal static class OfficeConverter
{
    private static readonly SemaphoreSlim Places = new(Math.Max(1, Environment.ProcessorCount / 2));
    private static readonly ConcurrentBag<WarmOffice> Idle = [];

    static OfficeConverter() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Close();

    /// <summary>The file as DOCX or XLSX.</summary>
    /// <exception cref="UnreadableFileException">LibreOffice is missing, refuses the file, crashes or takes too long.</exception>
    public static byte[] Convert(FileContent file, OfficeKind kind, ReadLimits limits, CancellationToken cancellationToken)
    {
        CheckInstalled(file, kind);
        Places.Wait(cancellationToken);
        WarmOffice? office = null;
        try
        {
            while (Idle.TryTake(out office) && !office.IsReady)
            {
                office.Dispose();
                office = null;
            }

            office ??= new WarmOffice(limits);
            var converted = office.Convert(file, kind, limits, cancellationToken);
            if (office.IsReady)
            {
                Idle.Add(office);
                office = null;
            }

            return converted;
        }
        catch (UnreadableFileException e) when (office is { IsReady: true } && e.Reason == FailureReasons.Damaged)
        {
            Idle.Add(office);
            office = null;
            throw;
        }
        finally
        {
            office?.Dispose();
            Places.Release();
        }
    }

    /// <summary>Ends the processes that wait for work.</summary>
    public static void Close()
    {
        while (Idle.TryTake(out var office))
        {
            office.Dispose();
        }
    }

    private static void CheckInstalled(FileContent file, OfficeKind kind)
    {
        var (package, library) = kind.Needs;
        var program = ProgramPath.Find("soffice");
        var folder = program is null ? null : Path.GetDirectoryName(File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? program);
        if (folder is null || !File.Exists(Path.Combine(folder, library)))
        {
            throw new UnreadableFileException(FailureReasons.ToolMissing, $"{file.Name} ({kind.Title}) needs LibreOffice, which is not installed.",
                $"Install it: apt-get install {package}");
        }
    }
}
