using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Plans.Ingest.Formats.Office;

/// <summary>What an office file is, by its bytes, and whether it is worth converting.</summary>
/// <param name="Trouble">Why it cannot be read, found before the conversion; null if nothing was found.</param>
internal sealed record SniffedOffice(OfficeKind Kind, UnreadableFileException? Trouble = null);

internal static class OfficeSniffer
{
    private const ushort FilePass = 0x002F;

    public static OfficeKind? KindOf(FileContent file) => Look(file)?.Kind;

    public static SniffedOffice? Look(FileContent file)
    {
        var bytes = file.Bytes.Span;
        if (bytes.StartsWith("{\\rtf"u8))
        {
            return new SniffedOffice(OfficeKind.Rtf);
        }

        if (bytes.StartsWith("PK\x03\x04"u8))
        {
            return OpenDocument(file);
        }

        return OleFile.TryOpen(file.Bytes) is { } ole ? Ole(file, ole) : null;
    }

    private static SniffedOffice? Ole(FileContent file, OleFile ole)
    {
        // A stream listed but cut off, and a file too short for its list of streams, are both damaged.
        if (ole.Has("WordDocument"))
        {
            var beginning = ole.Beginning("WordDocument");
            var isOld = beginning.Length > 12 && BinaryPrimitives.ReadUInt16LittleEndian(beginning[2..]) < 0xC1;
            var isEncrypted = beginning.Length > 12 && (beginning[11] & 1) != 0;
            return Judged(isOld ? OfficeKind.OldDoc : OfficeKind.Doc, ole.IsWhole("WordDocument"), isEncrypted);
        }

        if (ole.Has("Workbook") || ole.Has("Book"))
        {
            var stream = ole.Has("Workbook") ? "Workbook" : "Book";
            return Judged(stream == "Book" ? OfficeKind.OldXls : OfficeKind.Xls, ole.IsWhole(stream), HasPassword(ole.Beginning(stream)));
        }

        return Path.GetExtension(file.Name).ToLowerInvariant() switch
        {
            ".doc" or ".dot" => Judged(OfficeKind.Doc, isWhole: false, isEncrypted: false),
            ".xls" or ".xlt" => Judged(OfficeKind.Xls, isWhole: false, isEncrypted: false),
            _ => null,
        };

        SniffedOffice Judged(OfficeKind kind, bool isWhole, bool isEncrypted) => new(kind, isEncrypted ? Encrypted(file) : isWhole ? null : Damaged(file, kind));
    }

    /// <summary>Whether a workbook's records begin with the one that says that the rest is encrypted.</summary>
    private static bool HasPassword(ReadOnlySpan<byte> records)
    {
        for (var at = 0; at + 4 <= records.Length;)
        {
            if (BinaryPrimitives.ReadUInt16LittleEndian(records[at..]) == FilePass)
            {
                return true;
            }

            at += 4 + BinaryPrimitives.ReadUInt16LittleEndian(records[(at + 2)..]);
        }

        return false;
    }

    private static SniffedOffice? OpenDocument(FileContent file)
    {
        // The standard puts the type first and unzipped, so that it is found without opening the zip.
        var head = Encoding.Latin1.GetString(file.Bytes.Span[..Math.Min(file.Bytes.Length, 256)]);
        var kind = head.Contains("mimetypeapplication/vnd.oasis.opendocument.text", StringComparison.Ordinal) ? OfficeKind.Odt
            : head.Contains("mimetypeapplication/vnd.oasis.opendocument.spreadsheet", StringComparison.Ordinal) ? OfficeKind.Ods : null;
        if (kind is null)
        {
            return null;
        }

        try
        {
            using var zip = new ZipArchive(new MemoryStream(file.Bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            if (zip.GetEntry("content.xml") is null)
            {
                return new SniffedOffice(kind, Damaged(file, kind));
            }

            using var manifest = new StreamReader(zip.GetEntry("META-INF/manifest.xml")?.Open() ?? Stream.Null, Encoding.UTF8);
            var beginning = new char[64 * 1024];
            var length = manifest.ReadBlock(beginning);
            return new SniffedOffice(kind, beginning.AsSpan(0, length).Contains("encryption-data", StringComparison.Ordinal) ? Encrypted(file) : null);
        }
        catch (InvalidDataException)
        {
            return new SniffedOffice(kind, Damaged(file, kind));
        }
    }

    private static UnreadableFileException Encrypted(FileContent file) => new(FailureReasons.Encrypted, $"{file.Name} is protected by a password.",
        "Open it in its program, remove the password and save it again.");

    public static UnreadableFileException Damaged(FileContent file, OfficeKind kind) => new(FailureReasons.Damaged,
        $"{file.Name} is a damaged or incomplete {kind.Title}.", "Get the file again from where it came, or open it in its program and save it anew.");
}
