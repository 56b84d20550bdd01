namespace Plans.Store.Originals;

/// <param name="Sha256">Lower-case hex.</param>
public sealed record KeptOriginal(string Sha256, long Size);

/// <summary>The bytes of every loaded file, kept once under their hash: <c>originals/ab/abcdef…</c>.</summary>
public sealed class OriginalFiles
{
    internal OriginalFiles(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>Keeps a content; a file is there whole or not at all. Keeping the same content again does nothing.</summary>
    public KeptOriginal Keep(Stream content, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    public bool Exists(string sha256) => throw new NotImplementedException();

    /// <summary>The bytes, verified against their hash.</summary>
    /// <exception cref="StoreException">Missing, or not what was kept.</exception>
    public byte[] Read(string sha256) => throw new NotImplementedException();

    /// <summary>For sending on; not verified.</summary>
    public Stream OpenRead(string sha256) => throw new NotImplementedException();

    /// <summary>Whether the file is there and has its hash.</summary>
    public bool Verify(string sha256) => throw new NotImplementedException();
}
