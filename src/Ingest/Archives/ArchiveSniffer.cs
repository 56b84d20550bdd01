using Plans.Ingest.Archives.Mail;
using Plans.Ingest.Archives.Tar;
using Plans.Ingest.Archives.Zip;

namespace Plans.Ingest.Archives;

/// <summary>Tells archives from documents by their bytes; the name is asked only where the bytes do not decide.</summary>
public static class ArchiveSniffer
{
    private const int Beginning = 64 * 1024;
    private static readonly string[] OfficeEndings = [".docx", ".docm", ".dotx", ".xlsx", ".xlsm", ".pptx", ".odt", ".ods", ".odp"];

    /// <param name="file">Can be sought in; left anywhere.</param>
    /// <param name="name">Its name, a mere hint.</param>
    /// <returns>Null for everything that is read as one document, office documents in zip form among them.</returns>
    public static ArchiveKind? KindOf(Stream file, string name)
    {
        file.Position = 0;
        var beginning = new byte[Math.Min(Beginning, file.Length)];
        file.ReadExactly(beginning);
        ReadOnlySpan<byte> bytes = beginning;
        return bytes switch
        {
            _ when bytes.StartsWith("PK\x03\x04"u8) => IsOffice(file, beginning, name) ? null : ArchiveKind.Zip,
            _ when bytes.StartsWith("PK\x05\x06"u8) || bytes.StartsWith("PK\x07\x08"u8) => ArchiveKind.Zip,
            _ when bytes.StartsWith("Rar!\x1A\x07\x00"u8) => ArchiveKind.Rar4,
            _ when bytes.StartsWith("Rar!\x1A\x07\x01\x00"u8) => ArchiveKind.Rar5,
            _ when bytes.StartsWith(SevenZipSignature) => ArchiveKind.SevenZip,
            [0x1F, 0x8B, 8, ..] => ArchiveKind.Gzip,
            [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', 0x31, 0x41, 0x59, 0x26, 0x53, 0x59, ..] => ArchiveKind.Bzip2,
            [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0, ..] => ArchiveKind.Xz,
            { Length: >= TarHeader.Block } when TarHeader.Parse(bytes[..TarHeader.Block]) is not null => ArchiveKind.Tar,
            _ => MailHeaders.LooksLikeMail(bytes) ? ArchiveKind.Mail : null,
        };
    }

    private static ReadOnlySpan<byte> SevenZipSignature => [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C];

    /// <summary>Word, Excel and OpenDocument files are zips with certain parts in them.</summary>
    private static bool IsOffice(Stream file, byte[] beginning, string name)
    {
        try
        {
            if (ZipDirectory.FindEnd(file) is { } end)
            {
                return ZipDirectory.Entries(file, end).Select((entry, index) => (entry, index)).Any(one =>
                    one.entry.Name.AsSpan().SequenceEqual("[Content_Types].xml"u8)
                    || one.entry.Name.AsSpan().SequenceEqual("word/document.xml"u8)
                    || (one.index == 0 && one.entry.Name.AsSpan().SequenceEqual("mimetype"u8)));
            }
        }
        catch (InvalidDataException)
        {
            // A damaged zip: its beginning and its name are all that is left to go by.
        }

        return OfficeEndings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase)
            || beginning.AsSpan().IndexOf("[Content_Types].xml"u8) >= 0
            || beginning.AsSpan().IndexOf("word/"u8) >= 0
            || beginning.AsSpan().IndexOf("mimetypeapplication/"u8) >= 0;
    }
}
