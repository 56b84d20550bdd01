namespace Plans.Ingest;

/// <summary>The codes that say why a file failed. They are stored and shown, so a code never changes its meaning.</summary>
public static class FailureReasons
{
    public const string Empty = "empty-file";
    public const string UnsupportedFormat = "unsupported-format";
    public const string LockFile = "lock-file";
    public const string Damaged = "damaged";
    public const string Encrypted = "encrypted";
    public const string DtdProhibited = "dtd-prohibited";
    public const string LimitExceeded = "limit-exceeded";
    public const string NotFound = "not-found";
    public const string AccessDenied = "access-denied";
    /// <summary>A foreign program that the format needs is not installed; the message names its Debian package.</summary>
    public const string ToolMissing = "tool-missing";

    /// <summary>A foreign program crashed on this file.</summary>
    public const string ToolFailed = "tool-failed";

    /// <summary>The archive, or one file in it, goes on in another part that is not here.</summary>
    public const string PartMissing = "part-missing";

    /// <summary>An archive where one document is wanted.</summary>
    public const string IsArchive = "is-archive";

    public const string Timeout = "timeout";
    public const string Internal = "internal-error";
}
