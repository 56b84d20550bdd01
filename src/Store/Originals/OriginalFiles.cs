using System.Security.Cryptography;

namespace Plans.Store.Originals;

/// <param name="Sha256">Lower-case hex.</param>
public sealed record KeptOriginal(string Sha256, long Size);

/// <summary>
/// The bytes of every loaded file, kept once under their hash: in a folder beside an embedded database, inside a server's database, where
/// every machine that works on it has them and one backup holds all.
/// </summary>
public abstract class OriginalFiles
{
    private const int HashDigits = 64;

    /// <summary>
    /// Keeps a content; a file is there whole or not at all. A content that is held already is not written again, unless its kept
    /// copy is damaged.
    /// </summary>
    /// <param name="content">Read from where it stands to its end.</param>
    /// <exception cref="IOException">The content cannot be read, or the disk is full.</exception>
    public KeptOriginal Keep(Stream content, CancellationToken cancellationToken = default) =>
        content.CanSeek && Held(content) is { } held ? held : Write(content, cancellationToken);

    public abstract bool Exists(string sha256);

    /// <summary>For sending on; not verified.</summary>
    /// <exception cref="StoreException">Missing.</exception>
    public abstract Stream OpenRead(string sha256);

    /// <summary>Where the bytes are, for programs that need a path; they must not change them.</summary>
    /// <exception cref="StoreException">Missing.</exception>
    public abstract string PathOf(string sha256);

    /// <summary>The hashes of all that is kept, in their order.</summary>
    public abstract IEnumerable<string> All();

    /// <summary>The bytes, verified against their hash.</summary>
    /// <exception cref="StoreException">Missing, or not what was kept.</exception>
    public byte[] Read(string sha256)
    {
        using var stream = OpenRead(sha256);
        var bytes = new byte[stream.Length];
        try
        {
            stream.ReadExactly(bytes);
        }
        catch (EndOfStreamException)
        {
            throw Damaged(sha256);
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == sha256 ? bytes : throw Damaged(sha256);
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
    internal abstract void Sweep(DateTimeOffset olderThan);

    /// <summary>How messages name a kept original.</summary>
    private protected abstract string Place(string sha256);

    /// <summary>Writes a content that is not held, or whose copy is damaged.</summary>
    private protected abstract KeptOriginal Write(Stream content, CancellationToken cancellationToken);

    private protected StoreException Missing(string sha256, Exception? inner = null) => new(
        StoreProblem.OriginalMissing, $"The kept original {Place(sha256)} is missing. Load its source file again.", inner);

    /// <summary>A hash comes from users, too (a URL): nothing but a hash may become a path or a key.</summary>
    private protected static string Checked(string sha256) => sha256.Length == HashDigits && sha256.All(char.IsAsciiHexDigitLower)
        ? sha256
        : throw new ArgumentException("A SHA-256 has 64 lower-case hexadecimal digits.", nameof(sha256));

    private StoreException Damaged(string sha256) => new(
        StoreProblem.OriginalDamaged, $"The kept original {Place(sha256)} is damaged. Load its source file again to replace it.");

    private KeptOriginal? Held(Stream content)
    {
        var start = content.Position;
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        var size = content.Position - start;
        content.Position = start;
        return Verify(sha256) ? new KeptOriginal(sha256, size) : null;
    }
}
