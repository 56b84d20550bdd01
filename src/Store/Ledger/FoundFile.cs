namespace Plans.Store.Ledger;

/// <param name="Path">Full path, or archive path with its member; the identity of the file together with its content.</param>
/// <param name="Sha256">Lower-case hex, as <see cref="Originals.OriginalFiles.Keep"/> gave it.</param>
public sealed record FoundFile(string Path, string Sha256, long Size)
{
    public string Name => System.IO.Path.GetFileName(Path);
}

/// <summary>A member of an archive that is being unpacked.</summary>
/// <param name="Number">From 1; each is entered once, in this order.</param>
/// <param name="Path">Of the archive and the member, as <see cref="FoundFile.Path"/>.</param>
/// <param name="ExpandedBytes">What the archive has unpacked to so far.</param>
public sealed record FoundMember(int Number, string Path, string? Note, long ExpandedBytes)
{
    public string Name => System.IO.Path.GetFileName(Path);
}

/// <summary>What registering a found file led to.</summary>
public enum RegistrationOutcome
{
    /// <summary>It is to be run: new, failed before, changed, done by another extractor version, or to be reprocessed.</summary>
    Queued,

    /// <summary>It was queued or running already.</summary>
    AlreadyQueued,

    /// <summary>Same path, content and extractor version are done: counted as skipped in this load.</summary>
    AlreadyDone,

    /// <summary>Another path with the same content stands for it: state <c>skipped</c>.</summary>
    Duplicate,
}

public sealed record Registration(long FileId, RegistrationOutcome Outcome);

/// <summary>The right to end a file that <see cref="FileLedger.Start"/> gave; it lapses when another run takes the file over.</summary>
public sealed record FileRun(long FileId, long Run, FileRecord File);

/// <summary>Which files; everything that is null does not restrict.</summary>
public sealed record FileFilter
{
    public static readonly FileFilter All = new();

    public FileState? State { get; init; }

    /// <summary>Any of these; empty does not restrict.</summary>
    public IReadOnlyList<FileState> States { get; init; } = [];

    /// <summary>The type that the content showed when it was last done.</summary>
    public string? MediaType { get; init; }

    /// <summary>Done by this version.</summary>
    public string? Extractor { get; init; }

    /// <summary>Done by any other version than this.</summary>
    public string? NotExtractor { get; init; }

    public DateTimeOffset? EndedFrom { get; init; }

    public DateTimeOffset? EndedBefore { get; init; }

    public long? LoadId { get; init; }

    /// <summary>Entered later than this file.</summary>
    public long? AfterId { get; init; }

    public string? Reason { get; init; }

    public IReadOnlyList<long>? Ids { get; init; }
}
