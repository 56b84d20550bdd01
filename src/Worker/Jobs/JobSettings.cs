using Plans.Ingest.Archives;

namespace Plans.Worker.Jobs;

/// <summary>How files are worked on. Read once when a worker starts.</summary>
public sealed record JobSettings
{
    public static readonly JobSettings Default = new();

    /// <summary>Files worked on at once; reading and extracting keep a core busy each.</summary>
    public int Concurrency { get; init; } = Environment.ProcessorCount;

    /// <summary>The pauses before each further try, after failures that can pass. When they are used up the file stays failed.</summary>
    public IReadOnlyList<TimeSpan> RetryPauses { get; init; } =
        [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(25)];

    /// <summary>How often a file may be started, counting the times that the process died over it; more, and the file is to blame.</summary>
    public int MaximumStarts { get; init; } = 6;

    /// <summary>How long one file may take (FIELD.md §6).</summary>
    public TimeSpan FileTime { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>What archives may cost; their time, too, which is longer than that of one document.</summary>
    public ArchiveLimits Archives { get; init; } = ArchiveLimits.Default;

    /// <summary>Files that have a job at any time; the others wait in the ledger, so that the queue stays small whatever the load.</summary>
    public int QueueLength { get; init; } = 1000;
}
