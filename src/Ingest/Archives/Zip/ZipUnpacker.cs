using System.IO.Compression;
using System.Text;

namespace Plans.Ingest.Archives.Zip;

/// <summary>Takes zip archives apart, by their directory or, where that is lost, by what can be found without it.</summary>
internal sealed class ZipUnpacker : IUnpacker
{
    private const int Stored = 0;
    private const int Deflated = 8;
    private const int StrongEncryption = 99;

    public void Unpack(ArchiveFile file, ArchiveWalk walk)
    {
        using var bytes = File.OpenRead(file.Path);
        var end = ZipDirectory.FindEnd(bytes);
        if (end is { Parts: > 1 })
        {
            throw ArchiveTroubles.Divided(file.Name, $"its {end.Parts - 1} earlier parts ({Path.ChangeExtension(file.Name, ".z01")} …)");
        }

        var (entries, why) = Directory(bytes, end);
        var files = entries.Where(entry => !entry.IsFolder);
        if (files.Any() && files.All(entry => entry.IsEncrypted || entry.Method == StrongEncryption))
        {
            throw ArchiveTroubles.Encrypted(file.Name);
        }

        var names = NameDecoding.For(entries.Where(entry => !entry.NameIsUtf8).Select(entry => entry.Name));
        foreach (var entry in files)
        {
            HandOver(bytes, entry, entry.NameIsUtf8 ? Encoding.UTF8.GetString(entry.Name) : names.Decode(entry.Name), walk);
        }

        if (why is not null)
        {
            throw ArchiveTroubles.Damaged(file.Name, $"{why} There may have been more files in it.");
        }
    }

    /// <returns>The entries, each time read anew from the file, and what is wrong with them as a whole.</returns>
    private static (IEnumerable<ZipEntryFacts> Entries, string? Why) Directory(FileStream bytes, ZipDirectory.End? end)
    {
        if (end is null)
        {
            return (ZipScan.Entries(bytes), "its directory, at its end, is missing.");
        }

        try
        {
            foreach (var _ in ZipDirectory.Entries(bytes, end))
            {
                // Looked through to its end before anything is taken for granted.
            }

            return (ZipDirectory.Entries(bytes, end), null);
        }
        catch (InvalidDataException exception)
        {
            return (ZipScan.Entries(bytes), exception.Message);
        }
    }

    private static void HandOver(FileStream bytes, ZipEntryFacts entry, string name, ArchiveWalk walk)
    {
        if (entry.IsLink)
        {
            walk.Omit(name, OmissionReasons.Link, "A symbolic link, which is not followed.");
        }
        else if (entry.IsDevice)
        {
            walk.Omit(name, OmissionReasons.NoFile, "A device or pipe, no file.");
        }
        else if (entry.IsEncrypted || entry.Method == StrongEncryption)
        {
            walk.RefuseEncrypted(name);
        }
        else if (entry.Method is not (Stored or Deflated))
        {
            walk.Refuse(name, FailureReasons.UnsupportedFormat, $"is packed in its zip by method {entry.Method}, which is not read.", "Pack it again as an ordinary zip.");
        }
        else if (entry.Bytes < 0)
        {
            walk.RefuseDamaged(name, "its end, with its checksum, is missing.");
        }
        else if (Data(bytes, entry) is not { } data)
        {
            walk.RefuseDamaged(name, "its header is not where the directory says.");
        }
        else
        {
            var packed = new RangesStream(bytes, [new(data, entry.PackedBytes)]);
            walk.File(name, new MemberFacts(entry.PackedBytes, entry.Bytes, entry.Checksum), entry.Method == Stored ? packed : new DeflateStream(packed, CompressionMode.Decompress));
        }
    }

    /// <summary>Where the data of an entry begins; null where there is no header for it.</summary>
    private static long? Data(FileStream bytes, ZipEntryFacts entry)
    {
        if (entry.Header < 0 || entry.PackedBytes < 0 || entry.Header > bytes.Length - ZipBytes.LocalHeaderLength)
        {
            return null;
        }

        var header = ZipBytes.Read(bytes, entry.Header, ZipBytes.LocalHeaderLength);
        return ZipBytes.Int(header, 0) == ZipBytes.LocalHeader
            ? entry.Header + ZipBytes.LocalHeaderLength + ZipBytes.Short(header, 26) + ZipBytes.Short(header, 28)
            : null;
    }
}
