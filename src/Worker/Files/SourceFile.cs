using System.Security.Cryptography;
using Plans.Ingest;
using Plans.Ingest.Archives;

namespace Plans.Worker.Files;

/// <summary>A file as it was found: its bytes and the hash by which it is known.</summary>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
internal sealed record SourceFile(FileContent Content, string Sha256)
{
    /// <summary>Bytes; a larger file is refused before it is read (FIELD.md §6).</summary>
    public static readonly long MaximumLength = ReadLimits.Default.FileBytes;

    /// <summary>Reads one document.</summary>
    /// <exception cref="UnreadableFileException">It does not exist, is no regular file, an archive, may not be read or is too large.</exception>
    public static async Task<SourceFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var file = Check(path);
        try
        {
            if (ArchiveKindOf(file) is { } kind)
            {
                throw new UnreadableFileException(
                    FailureReasons.IsArchive, $"{path}: is {kind.Title()} of several files, not one document.", $"Use plans load {file.Name}, which unpacks it, or unpack it and name the document.");
            }

            var bytes = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
            return new SourceFile(new FileContent(file.Name, bytes), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, exception);
        }
    }

    /// <summary>What the user is told when opening or reading a file fails.</summary>
    public static UnreadableFileException Unreadable(string path, Exception exception) => exception switch
    {
        UnauthorizedAccessException => new(
            FailureReasons.AccessDenied, $"{path}: you have no permission to read it.", "Give yourself permission (chmod u+r) or run as its owner.", exception),
        FileNotFoundException or DirectoryNotFoundException => new(
            FailureReasons.NotFound, $"{path}: does not exist.", "Check the spelling; names are case-sensitive.", exception),
        _ => new(
            FileReasons.ReadError, $"{path}: reading it failed: {exception.Message}", "Check the disk or the network drive and try again.", exception),
    };

    /// <summary>Looks at a file without opening it: a pipe would wait for ever.</summary>
    public static FileInfo Check(string path)
    {
        if (Directory.Exists(path))
        {
            throw new UnreadableFileException(
                FileReasons.IsFolder, $"{path}: is a folder, not a file.", "Name the files in it, or use plans load, which takes folders.");
        }

        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw Unreadable(path, WhyAbsent(path));
        }

        if (file.Length == 0)
        {
            throw new UnreadableFileException(FailureReasons.Empty, $"{path}: is empty (0 bytes).", "Copy or download the file again.");
        }

        if (file.Length > MaximumLength && !IsLoadableArchive(path, file))
        {
            throw new UnreadableFileException(
                FailureReasons.LimitExceeded,
                $"{path}: has {file.Length >> 20} MB; more than {MaximumLength >> 20} MB are not read.",
                "Split it into its documents.");
        }

        return file;
    }

    /// <summary>Whether it is larger than a document may be, but an archive, which is read piece by piece.</summary>
    private static bool IsLoadableArchive(string path, FileInfo file)
    {
        try
        {
            return file.Length <= ArchiveLimits.Default.ExpandedBytes && ArchiveKindOf(file) is not null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, exception);
        }
    }

    private static ArchiveKind? ArchiveKindOf(FileInfo file)
    {
        using var bytes = file.OpenRead();
        return ArchiveSniffer.KindOf(bytes, file.Name);
    }

    /// <summary>A file in a folder that may not be entered seems not to exist; asking for its attributes tells the difference.</summary>
    private static Exception WhyAbsent(string path)
    {
        try
        {
            File.GetAttributes(path);
            return new FileNotFoundException();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception;
        }
    }
}
