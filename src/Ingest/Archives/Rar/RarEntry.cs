namespace Plans.Ingest.Archives.Rar;

/// <summary>A file in a rar archive, as its header says.</summary>
/// <param name="Block">Header and data in the file.</param>
/// <param name="Bytes">Unpacked; null where the packer did not know.</param>
/// <param name="Checksum">CRC-32; null where there is none or another kind.</param>
internal sealed record RarEntry(string Name, FileRange Block, long PackedBytes, long? Bytes, uint? Checksum)
{
    public bool IsEncrypted { get; init; }

    public bool IsFolder { get; init; }

    public bool IsLink { get; init; }

    /// <summary>Its data begin in the part of the archive before this one.</summary>
    public bool BeganBefore { get; init; }

    /// <summary>Its data go on in the next part.</summary>
    public bool GoesOn { get; init; }
}

/// <summary>What the headers of a rar archive say; its data may be packed, its headers are not.</summary>
/// <param name="Head">From the beginning to the end of the archive's own header.</param>
/// <param name="Tail">The block that ends an archive.</param>
internal sealed record RarDirectory(FileRange Head, ReadOnlyMemory<byte> Tail)
{
    public bool HeadersEncrypted { get; init; }

    /// <summary>The files are packed as one: none can be unpacked without those before it.</summary>
    public bool IsSolid { get; init; }

    public List<RarEntry> Entries { get; } = [];

    /// <summary>Why the headers could not be followed to their end; null where they could.</summary>
    public string? Damage { get; set; }
}
