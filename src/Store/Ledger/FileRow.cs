using Plans.Ingest;

namespace Plans.Store.Ledger;

/// <summary>A row of <c>files</c> as <see cref="Select"/> reads it.</summary>
internal sealed class FileRow
{
    public const string Select =
        """
        select f.*, o.path as duplicate_path, p.id as plan_id
        from files f
        left join files o on o.id = f.duplicate_of
        left join plans p on p.sha256 = f.sha256
        """;

    public long Id { get; init; }

    public long LoadId { get; init; }

    public string Path { get; init; } = "";

    public string Name { get; init; } = "";

    public string? Sha256 { get; init; }

    public long Size { get; init; }

    public string? MediaType { get; init; }

    public FileState State { get; init; }

    public string? Stage { get; init; }

    public long Run { get; init; }

    public int Attempts { get; init; }

    public string? Worker { get; init; }

    public string? Reason { get; init; }

    public string? Message { get; init; }

    public string? Advice { get; init; }

    public long? DuplicateOf { get; init; }

    public string? DuplicatePath { get; init; }

    public string? Extractor { get; init; }

    public long? PlanId { get; init; }

    public string FoundAt { get; init; } = "";

    public string? DueAt { get; init; }

    public string? StartedAt { get; init; }

    public string? EndedAt { get; init; }

    public long? ArchiveId { get; init; }

    public int Depth { get; init; }

    public int? Members { get; init; }

    public long? Expanded { get; init; }

    public string? Note { get; init; }

    public int Priority { get; init; }

    public string? Lane { get; init; }

    public bool Held { get; init; }

    public bool Ended => State is FileState.Done or FileState.Partial or FileState.Failed;

    public FileRecord ToRecord() => new()
    {
        Id = Id,
        LoadId = LoadId,
        Path = Path,
        Name = Name,
        Sha256 = Sha256,
        Size = Size,
        MediaType = MediaType,
        State = State == FileState.Failed && Reason == FailureReasons.LimitExceeded ? FileState.Refused : State,
        Stage = Stage,
        Attempts = Attempts,
        Worker = Worker,
        Failure = Reason is null ? null : new FileFailure(Reason, Message ?? "", Advice ?? ""),
        DuplicateOf = DuplicateOf,
        DuplicatePath = DuplicatePath,
        ExtractorVersion = Extractor,
        PlanId = PlanId,
        ArchiveId = ArchiveId,
        Depth = Depth,
        Members = Members,
        ExpandedBytes = Expanded,
        Note = Note,
        Priority = Priority,
        Lane = Lane,
        Held = Held,
        FoundAt = Timestamp.Read(FoundAt),
        DueAt = Timestamp.ReadOptional(DueAt),
        StartedAt = Timestamp.ReadOptional(StartedAt),
        EndedAt = Timestamp.ReadOptional(EndedAt),
    };
}
