namespace Plans.Ingest.Archives;

/// <summary>A file on the disk that is an archive.</summary>
/// <param name="Path">Where its bytes are.</param>
/// <param name="Name">What it is called, for messages and for what it says about parts.</param>
public sealed record ArchiveFile(string Path, string Name);

/// <summary>One thing found in an archive: a file with its content, one that cannot be had, or one that is no document by its nature.</summary>
/// <param name="Number">From 1, the same in each reading.</param>
/// <param name="Path">
/// Below the archive, parts divided by /, safe to show: never absolute, without <c>..</c> and control characters, unlike any other of the archive.
/// </param>
/// <param name="Note">How its own name differs from the path, and why; null where it does not.</param>
public sealed record ArchiveMember(int Number, string Path, string? Note)
{
    /// <summary>Read once, while the member is handed over. Null where one of the next two is set.</summary>
    /// <remarks>Reading throws <see cref="UnreadableFileException"/> on damage or beyond a limit, at the latest at the end.</remarks>
    public Stream? Content { get; init; }

    /// <summary>Why the archive cannot give this member.</summary>
    public UnreadableFileException? Refusal { get; init; }

    /// <summary>Why the member is left out on purpose.</summary>
    public Omission? Omitted { get; init; }
}

/// <param name="Reason">One of <see cref="OmissionReasons"/>.</param>
public sealed record Omission(string Reason, string Message);

/// <summary>The codes of members that are left out on purpose. They are stored and shown, so a code never changes its meaning.</summary>
public static class OmissionReasons
{
    /// <summary>A symbolic or hard link; links are never followed.</summary>
    public const string Link = "link";

    /// <summary>A device, a pipe: no file at all.</summary>
    public const string NoFile = "no-file";

    /// <summary>What a system keeps for itself: resource forks, folder views, previews, hidden files.</summary>
    public const string SystemFile = "system-file";

    /// <summary>An image that a mail shows in its text, or a signature over it.</summary>
    public const string MailPart = "mail-part";
}

/// <param name="Members">Files, links and the like; folders are not counted.</param>
/// <param name="ExpandedBytes">What they unpacked to.</param>
public sealed record ArchiveSummary(ArchiveKind Kind, int Members, long ExpandedBytes);

/// <summary>What archives around an archive have cost already; it counts against the same limits.</summary>
public readonly record struct ArchiveSpending(int Members, long ExpandedBytes);
