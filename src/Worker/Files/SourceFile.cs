using System.Security.Cryptography;
using Plans.Ingest;

namespace Plans.Worker.Files;

/// <summary>A file as it was found: its bytes and the hash by which it is known.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
internal sealed record SourceFile(string Path, FileContent Content, string Sha256)
{
    /// <summary>Bytes; a larger file is refused before it is read (FIELD.md §6).</summary>
    public const long MaximumLength = 512L << 20;

    /// <exception cref="UnreadableFileException">It does not exist, is no regular file, may not be read or is too large.</exception>
    public static async Task<SourceFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var full = System.IO.Path.GetFullPath(path);
        var name = System.IO.Path.GetFileName(full);
        Check(full, path);
        try
        {
            var bytes = await File.ReadAllBytesAsync(full, cancellationToken);
            return new SourceFile(full, new FileContent(name, bytes), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new UnreadableFileException(
                FailureReasons.AccessDenied, $"{path}: you have no permission to read it.", "Give yourself permission (chmod +r) or run as its owner.", exception);
        }
        catch (IOException exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw NotFound(path);
        }
        catch (IOException exception)
        {
            throw new UnreadableFileException(
                FileReasons.ReadError, $"{path}: reading it failed: {exception.Message}", "Check the disk or the network drive and try again.", exception);
        }
    }

    /// <summary>Looks before opening: opening a pipe would wait for ever.</summary>
    private static void Check(string full, string path)
    {
        if (Directory.Exists(full))
        {
            throw new UnreadableFileException(
                FileReasons.IsFolder, $"{path}: is a folder, not a file.", "Name the files in it, or use plans load, which takes folders.");
        }

        var file = new FileInfo(full);
        if (!file.Exists)
        {
            throw NotFound(path);
        }

        if (file.Length == 0)
        {
            throw new UnreadableFileException(
                FailureReasons.Empty, $"{path}: is empty (0 bytes).", "Copy or download the file again.");
        }

        if (file.Length > MaximumLength)
        {
            throw new UnreadableFileException(
                FailureReasons.LimitExceeded,
                $"{path}: has {file.Length >> 20} MB; more than {MaximumLength >> 20} MB are not read.",
                "Split it into its documents.");
        }
    }

    private static UnreadableFileException NotFound(string path) => new(
        FailureReasons.NotFound, $"{path}: does not exist.", "Check the spelling; names are case-sensitive.");
}
