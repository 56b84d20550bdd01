using System.Buffers;
using System.Security.Cryptography;

namespace Plans.Store.Originals;

/// <param name="Sha256">Lower-case hex.</param>
public sealed record KeptOriginal(string Sha256, long Size);

/// <summary>The bytes of every loaded file, kept once under their hash: <c>originals/ab/abcdef…</c>.</summary>
public sealed class OriginalFiles
{
    private const int BufferSize = 128 * 1024;
    private const string Unfinished = ".tmp";

    internal OriginalFiles(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>
    /// Keeps a content; a file is there whole or not at all. A content that is held already is not written again, unless its kept
    /// copy is damaged.
    /// </summary>
    /// <param name="content">Read from where it stands to its end.</param>
    /// <exception cref="IOException">The content cannot be read, or the disk is full.</exception>
    public KeptOriginal Keep(Stream content, CancellationToken cancellationToken = default)
    {
        if (content.CanSeek && Held(content) is { } held)
        {
            return held;
        }

        Directory.CreateDirectory(Folder);
        var temporary = Path.Combine(Folder, Path.GetRandomFileName() + Unfinished);
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

    public bool Exists(string sha256) => File.Exists(PathOf(sha256));

    /// <summary>The bytes, verified against their hash.</summary>
    /// <exception cref="StoreException">Missing, or not what was kept.</exception>
    public byte[] Read(string sha256)
    {
        using var stream = OpenRead(sha256);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == sha256
            ? bytes
            : throw new StoreException(
                StoreProblem.OriginalDamaged, $"The kept original {PathOf(sha256)} is damaged. Load its source file again to replace it.");
    }

    /// <summary>For sending on; not verified.</summary>
    /// <exception cref="StoreException">Missing.</exception>
    public Stream OpenRead(string sha256)
    {
        try
        {
            return new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StoreException(
                StoreProblem.OriginalMissing, $"The kept original {PathOf(sha256)} is missing. Load its source file again.", e);
        }
    }

    /// <summary>Whether the file is there and has its hash.</summary>
    public bool Verify(string sha256)
    {
        if (!Exists(sha256))
        {
            return false;
        }

        using var stream = OpenRead(sha256);
        return Convert.ToHexStringLower(SHA256.HashData(stream)) == sha256;
    }

    /// <summary>Removes what a killed process left half written.</summary>
    /// <param name="olderThan">Younger ones may be at work in another process.</param>
    internal void Sweep(DateTimeOffset olderThan)
    {
        if (!Directory.Exists(Folder))
        {
            return;
        }

        foreach (var file in new DirectoryInfo(Folder).EnumerateFiles("*" + Unfinished).Where(f => f.LastWriteTimeUtc < olderThan.UtcDateTime))
        {
            file.Delete();
        }
    }

    private KeptOriginal? Held(Stream content)
    {
        var start = content.Position;
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        var size = content.Position - start;
        content.Position = start;
        return Verify(sha256) ? new KeptOriginal(sha256, size) : null;
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

    /// <summary>Where the bytes are, for programs that need a path; they must not change them.</summary>
    public string PathOf(string sha256)
    {
        // A hash comes from users, too (a URL): nothing but a hash may become a path.
        if (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower))
        {
            throw new ArgumentException("A SHA-256 has 64 lower-case hexadecimal digits.", nameof(sha256));
        }

        return Path.Combine(Folder, sha256[..2], sha256);
    }
}
