namespace Plans.Ingest;

/// <summary>What a file may cost. Every breach ends that file with <see cref="FailureReasons.LimitExceeded"/>, never the load.</summary>
public sealed record ReadLimits
{
    public static readonly ReadLimits Default = new();

    /// <summary>Largest file of any format, in bytes. 512 MB: larger plans do not exist, larger files are archives or disk images.</summary>
    public long FileBytes { get; init; } = 512L << 20;

    /// <summary>Largest text or HTML file, in bytes. 64 MB is some 20 000 pages; such a file is held in memory several times over.</summary>
    public long TextBytes { get; init; } = 64L << 20;

    /// <summary>Largest part inside a DOCX once unzipped, in bytes, counted while unzipping: the sizes that a zip declares can lie.</summary>
    public long PartBytes { get; init; } = 256L << 20;

    /// <summary>How many times larger than its zipped form a part may be, if it is over <see cref="RatioFromBytes"/>.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>Parts up to this size may have any ratio: repetitive small parts and blank images compress extremely well.</summary>
    public long RatioFromBytes { get; init; } = 1L << 20;

    /// <summary>Deepest nesting of XML or HTML elements that is followed.</summary>
    public int ElementDepth { get; init; } = 256;

    /// <summary>Most cells in one table of a DOCX, or in all of an HTML page; the tables of a text are bounded by its size.</summary>
    public int TableCells { get; init; } = 1_000_000;

    /// <summary>Most pages of one file.</summary>
    public int Pages { get; init; } = 5_000;

    /// <summary>Most characters on one page; no printed page has a hundredth of it.</summary>
    public int PageCharacters { get; init; } = 1_000_000;

    /// <summary>Most pixels of a page image for recognition.</summary>
    public long ImagePixels { get; init; } = 100_000_000;

    /// <summary>Time for the recognition of one page.</summary>
    public TimeSpan PageTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Time for one file as a whole.</summary>
    public TimeSpan FileTime { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Time for the conversion of one office file. Plans take less than a second; damaged files can keep the converter busy for ever.</summary>
    public TimeSpan OfficeTime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Address space of a child process in bytes.</summary>
    public long ChildMemoryBytes { get; init; } = 4L << 30;

    /// <summary>Most bytes that a child process may hand over.</summary>
    public long ChildOutputBytes { get; init; } = 2L << 30;
}
