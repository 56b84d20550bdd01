namespace Plans.Ingest.Archives;

/// <summary>Files that are made of files.</summary>
public enum ArchiveKind { Zip, Tar, Gzip, Bzip2, Xz, Rar4, Rar5, SevenZip, Mail }

public static class ArchiveKinds
{
    public static string MediaType(this ArchiveKind kind) => kind switch
    {
        ArchiveKind.Zip => "application/zip",
        ArchiveKind.Tar => "application/x-tar",
        ArchiveKind.Gzip => "application/gzip",
        ArchiveKind.Bzip2 => "application/x-bzip2",
        ArchiveKind.Xz => "application/x-xz",
        ArchiveKind.Rar4 or ArchiveKind.Rar5 => "application/vnd.rar",
        ArchiveKind.SevenZip => "application/x-7z-compressed",
        ArchiveKind.Mail => "message/rfc822",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>As people call it, with its article.</summary>
    public static string Title(this ArchiveKind kind) => kind switch
    {
        ArchiveKind.Mail => "an e-mail",
        ArchiveKind.Rar4 or ArchiveKind.Rar5 => "a rar archive",
        ArchiveKind.SevenZip => "a 7z archive",
        ArchiveKind.Gzip or ArchiveKind.Bzip2 or ArchiveKind.Xz => "a compressed file",
        _ => $"a {kind.ToString().ToLowerInvariant()} archive",
    };
}
