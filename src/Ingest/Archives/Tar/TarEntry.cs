namespace Plans.Ingest.Archives.Tar;

/// <summary>One entry of a tar stream.</summary>
/// <param name="Name">Its bytes; in UTF-8 where they come from a pax record.</param>
/// <param name="Content">Must be read or left before the next entry is asked for; ends at the entry's end.</param>
internal sealed record TarEntry(byte[] Name, char Kind, long Bytes, Stream Content)
{
    public bool IsFile => Kind is '0' or '7';

    public bool IsFolder => Kind == '5' || (IsFile && Name is [.., (byte)'/']);

    public bool IsLink => Kind is '1' or '2';
}
