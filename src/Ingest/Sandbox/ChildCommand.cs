namespace Plans.Ingest.Sandbox;

/// <summary>A foreign program with its arguments and what it may cost.</summary>
/// <param name="Program">Its name as found in the search path, such as <c>pdftotext</c>.</param>
/// <param name="Package">The Debian package that brings it, for the message when it is missing.</param>
internal sealed record ChildCommand(string Program, string Package, IReadOnlyList<string> Arguments)
{
    /// <summary>Wall-clock time until it is killed.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Address space in bytes; programs that reserve much without using it need a generous figure.</summary>
    public long MemoryBytes { get; init; } = 4L << 30;

    /// <summary>Most bytes that it may write to its output.</summary>
    public long OutputBytes { get; init; } = 2L << 30;

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Written to its standard input, which is closed then.</summary>
    public ReadOnlyMemory<byte> Input { get; init; }

    /// <summary>Written to its standard input in place of <see cref="Input"/>, as fast as it is taken; must stay open while the program runs.</summary>
    public Stream? InputStream { get; init; }

    public string? WorkingFolder { get; init; }
}

/// <param name="Error">The beginning of what it wrote to standard error.</param>
internal sealed record ChildResult(int ExitCode, string Error);
