namespace Plans.Ingest.Archives.Zip;

/// <summary>One entry of a zip, from its directory or, where that is lost, from the header before its data.</summary>
/// <param name="Bytes">Unpacked; -1 where that stood behind its data and is lost, and the checksum with it.</param>
/// <param name="Header">Where its local header stands in the file.</param>
/// <param name="UnixMode">The file's type and permissions as Unix has them; 0 where the packer was no Unix program.</param>
internal sealed record ZipEntryFacts(
    byte[] Name, bool NameIsUtf8, bool IsEncrypted, int Method, uint Checksum, long PackedBytes, long Bytes, long Header, int UnixMode)
{
    private const int FileType = 0xF000;

    public bool IsFolder => Name is [.., (byte)'/' or (byte)'\\'] || (UnixMode & FileType) == 0x4000;

    public bool IsLink => (UnixMode & FileType) == 0xA000;

    public bool IsDevice => (UnixMode & FileType) is 0x2000 or 0x6000 or 0x1000 or 0xC000;
}
