namespace Plans.Store.Ledger;

/// <summary>One line of the ledger: a path with one content. Another content at the same path is another line.</summary>
public sealed record FileRecord
{
    public required long Id { get; init; }

    /// <summary>The load that saw it last.</summary>
    public required long LoadId { get; init; }

    public required string Path { get; init; }

    public required string Name { get; init; }

    /// <summary>Lower-case hex; null where the file could not be read.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Bytes.</summary>
    public long Size { get; init; }

    public string? MediaType { get; init; }

    public required FileState State { get; init; }

    /// <summary>What a running file is going through: read, extract, save ….</summary>
    public string? Stage { get; init; }

    /// <summary>Runs since it was queued by a load or a retry.</summary>
    public int Attempts { get; init; }

    /// <summary>Who runs or last ran it.</summary>
    public string? Worker { get; init; }

    /// <summary>Why the last run did not succeed, or what is missing of a file read in part; while it runs, the reason that will stand if it never ends.</summary>
    public FileFailure? Failure { get; init; }

    /// <summary>The file with the same content that is loaded in its place.</summary>
    public long? DuplicateOf { get; init; }

    public string? DuplicatePath { get; init; }

    public string? ExtractorVersion { get; init; }

    public long? PlanId { get; init; }

    /// <summary>The archive that it came out of; null for a file of the disk.</summary>
    public long? ArchiveId { get; init; }

    /// <summary>How many archives it lies in.</summary>
    public int Depth { get; init; }

    /// <summary>Of an archive: how many members were entered, whatever became of them; null for all other files.</summary>
    public int? Members { get; init; }

    /// <summary>Of an archive: what its members unpacked to, in bytes.</summary>
    public long? ExpandedBytes { get; init; }

    /// <summary>Something to know about the file that is no failure, such as a name that was changed.</summary>
    public string? Note { get; init; }

    /// <summary>Files of a higher one are run first; 0 for most.</summary>
    public int Priority { get; init; }

    /// <summary>Which of the worker's places it takes; null for the common ones.</summary>
    public string? Lane { get; init; }

    /// <summary>Whether it waits because its load is paused.</summary>
    public bool Held { get; init; }

    public required DateTimeOffset FoundAt { get; init; }

    /// <summary>A queued file is not run before.</summary>
    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }
}

/// <param name="Reason">A code of <see cref="Ingest.FailureReasons"/> or <see cref="LedgerReasons"/>.</param>
/// <param name="Advice">What the user can do, one sentence.</param>
public sealed record FileFailure(string Reason, string Message, string Advice);

/// <summary>Reasons that the ledger itself gives.</summary>
public static class LedgerReasons
{
    /// <summary>Some pages could not be read; the file is <c>partial</c>.</summary>
    public const string PagesFailed = "pages-failed";

    /// <summary>Written before a run begins, so that a run that dies has failed already.</summary>
    public const string Interrupted = "interrupted";

    /// <summary>A failed content was replaced at its path by another one.</summary>
    public const string Superseded = "superseded";

    public const string Duplicate = "duplicate";

    /// <summary>The load that wanted the file was cancelled before it ran.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>Text that is no plan: data, source code. The file is <c>skipped</c>.</summary>
    public const string NotADocument = "not-a-document";
}
