namespace Plans.Ingest.Archives;

/// <summary>
/// What an archive may cost. A breach by a member ends that member, a breach by the archive ends the archive after what came before;
/// either says which limit it was, by the name of the setting. All bytes are counted as they come: declared sizes can lie.
/// </summary>
public sealed record ArchiveLimits
{
    public static readonly ArchiveLimits Default = new();

    /// <summary>Most bytes that an archive, with all archives in it, may unpack to. 20 GB is some hundred thousand scanned plans.</summary>
    public long ExpandedBytes { get; init; } = 20L << 30;

    /// <summary>Most members of an archive with all archives in it, folders not counted.</summary>
    public int Members { get; init; } = 200_000;

    /// <summary>How many archives may lie in one another, the outermost counted. Real ones have two or three.</summary>
    public int Depth { get; init; } = 5;

    /// <summary>Largest member in bytes, unless it is an archive's own limit: the limit of a file (<see cref="ReadLimits.FileBytes"/>).</summary>
    public long MemberBytes { get; init; } = 512L << 20;

    /// <summary>How many times larger than its packed form a member may be, if it is over <see cref="RatioFromBytes"/>.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>Members up to this size may have any ratio: repetitive texts and blank images compress extremely well.</summary>
    public long RatioFromBytes { get; init; } = 1L << 20;

    /// <summary>Most characters of a member's path; longer ones are shortened.</summary>
    public int PathCharacters { get; init; } = 1000;

    /// <summary>Time for one archive, without the archives in it.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromHours(6);

    /// <summary>Address space of an unpacking child process in bytes; the largest dictionaries in use need 1.5 GB.</summary>
    public long ChildMemoryBytes { get; init; } = 4L << 30;
}
