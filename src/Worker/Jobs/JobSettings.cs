using System.Globalization;
using Plans.Ingest.Archives;

namespace Plans.Worker.Jobs;

/// <summary>How files are worked on. Read once when a worker starts; those named in <see cref="Here"/> can be set in the environment.</summary>
public sealed record JobSettings
{
    public static readonly JobSettings Default = new();

    /// <summary>What one file in work may need, with the programs that it calls.</summary>
    private const long BytesOfAFile = 400L * 1024 * 1024;

    /// <summary>The defaults, or what the environment says instead; what is no number is left aside.</summary>
    public static JobSettings Here { get; } = Default with
    {
        Concurrency = Number("PLANS_FILES_AT_ONCE") ?? Default.Concurrency,
        OcrFiles = Number("PLANS_OCR_FILES_AT_ONCE") ?? Default.OcrFiles,
        FileTime = Seconds("PLANS_FILE_SECONDS") ?? Default.FileTime,
        SilentFor = Seconds("PLANS_SILENT_SECONDS") ?? Default.SilentFor,
        MaximumStarts = Number("PLANS_MAXIMUM_STARTS") ?? Default.MaximumStarts,
        EndingTime = Seconds("PLANS_ENDING_SECONDS") ?? Default.EndingTime,
    };

    /// <summary>Files read and extracted at once: each keeps a core busy and needs memory.</summary>
    public int Concurrency { get; init; } = (int)Math.Clamp(
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / BytesOfAFile, 1, Environment.ProcessorCount);

    /// <summary>Files at once whose pages are being recognised (OCR), beside the others; their pages share the cores.</summary>
    public int OcrFiles { get; init; } = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>Archives unpacked at once, beside the others: it is the disk that is busy then.</summary>
    public int Archives { get; init; } = 1;

    /// <summary>The pauses before each further try, after failures that can pass. When they are used up the file stays failed.</summary>
    public IReadOnlyList<TimeSpan> RetryPauses { get; init; } =
        [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(25)];

    /// <summary>How often a file may be started, counting the times that the process died over it; more, and the file is to blame.</summary>
    public int MaximumStarts { get; init; } = 6;

    /// <summary>How long one file may take (FIELD.md §6).</summary>
    public TimeSpan FileTime { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long after <see cref="FileTime"/> a file that does not stop when told to is left behind as failed.</summary>
    public TimeSpan StoppingTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a worker that was told to end waits for files in work and for the queue; then it ends all the same, and what it had is taken over as
    /// from a dead one. A server that does not answer would hold it for ever.
    /// </summary>
    public TimeSpan EndingTime { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>What archives may cost; their time, too, which is longer than that of one document.</summary>
    public ArchiveLimits ArchiveLimits { get; init; } = ArchiveLimits.Default;

    /// <summary>Files that have a job at any time; the others wait in the ledger, so that the queue stays small whatever the load.</summary>
    public int QueueLength { get; init; } = 1000;

    /// <summary>After so long without a beat a worker on another machine is dead, and its files are taken over. It beats ten times as often.</summary>
    public TimeSpan SilentFor { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan BeatEvery => SilentFor / 10;

    private static int? Number(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static TimeSpan? Seconds(string name) => Number(name) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
}
