namespace Plans.Worker.Files;

/// <summary>Codes beside <see cref="Plans.Ingest.FailureReasons"/> for what goes wrong around a file rather than in it.</summary>
internal static class FileReasons
{
    /// <summary>The disk, the network or the database failed; may pass.</summary>
    public const string ReadError = "read-error";

    /// <summary>A folder stands where a file is wanted.</summary>
    public const string IsFolder = "is-folder";

    /// <summary>Two files would be written to one.</summary>
    public const string SameName = "same-name";

    /// <summary>The kept bytes of a file are gone or not what they were.</summary>
    public const string OriginalLost = "original-lost";
}
