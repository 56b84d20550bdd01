using System.Buffers;
using System.Security.Cryptography;

namespace Plans.Store.Originals;

/// <summary>Originals in a folder: <c>originals/ab/abcdef…</c>.</summary>
internal sealed class OriginalFolder(string folder) : OriginalFiles
{
    private const int BufferSize = 128 * 1024;
    private const string Unfinished = ".tmp";

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(5);

    public override bool Exists(string sha256) => File.Exists(PathOf(sha256));

    public override Stream OpenRead(string sha256)
    {
        try
        {
            return new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Missing(sha256, e);
        }
    }

    public override IEnumerable<string> All() => !Directory.Exists(folder)
        ? []
        : Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetFileName(path))
            .Where(name => !name.EndsWith(Unfinished, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    internal override void Sweep(DateTimeOffset olderThan)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*" + Unfinished).Where(f => f.LastWriteTimeUtc < olderThan.UtcDateTime || IsLeft(f)))
        {
            file.Delete();
        }
    }

    /// <summary>Who writes a file holds it locked, so one that nobody holds was left by a process that died. It gets its lock a moment after its name.</summary>
    private static bool IsLeft(FileInfo file)
    {
        if (TimeProvider.System.GetUtcNow() - file.LastWriteTimeUtc < Moment)
        {
            return false;
        }

        try
        {
            using var free = new FileStream(file.FullName, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private protected override string Place(string sha256) => PathOf(sha256);

    private protected override KeptOriginal Write(Stream content, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, Path.GetRandomFileName() + Unfinished);
        try
        {
            var kept = Copy(content, temporary, cancellationToken);
            var target = PathOf(kept.Sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(temporary, target, overwrite: true);
            return kept;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static KeptOriginal Copy(Stream content, string path, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            int read;
            while ((read = content.Read(buffer)) > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                hash.AppendData(buffer, 0, read);
                target.Write(buffer, 0, read);
            }

            // On the disk before it gets its name, so that a power cut leaves no name without bytes.
            target.Flush(flushToDisk: true);
            return new KeptOriginal(Convert.ToHexStringLower(hash.GetHashAndReset()), target.Length);
        }
        catch (ArgumentOutOfRangeException exception)
        {
            // What the runtime makes of a file that becomes too large for the file system or the user's quota.
            throw new IOException($"{path} cannot become so large here.", exception);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public override string PathOf(string sha256) => Path.Combine(folder, Checked(sha256)[..2], sha256);
}
