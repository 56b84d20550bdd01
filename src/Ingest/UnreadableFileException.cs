namespace Plans.Ingest;

/// <summary>A file could not be read. It ends in the state <c>failed</c> with this reason; the rest of the load goes on.</summary>
public sealed class UnreadableFileException(string reason, string message, string advice, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>A stable code such as <c>unsupported-format</c>, <c>empty-file</c>, <c>too-large</c>; see <see cref="FailureReasons"/>.</summary>
    public string Reason { get; } = reason;

    /// <summary>What the user can do about it, one sentence.</summary>
    public string Advice { get; } = advice;
}
