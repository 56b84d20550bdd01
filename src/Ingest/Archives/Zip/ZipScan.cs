using static Plans.Ingest.Archives.Zip.ZipBytes;

namespace Plans.Ingest.Archives.Zip;

/// <summary>The entries of a zip whose directory is lost, as it is when a download was cut off: found by the headers before their data.</summary>
internal static class ZipScan
{
    private const int Window = 1 << 20;

    public static IEnumerable<ZipEntryFacts> Entries(Stream file)
    {
        for (var at = FindHeader(file, 0); at >= 0;)
        {
            var header = Read(file, at, LocalHeaderLength);
            var (nameLength, extraLength) = (Short(header, 26), Short(header, 28));
            if (at + LocalHeaderLength + nameLength + extraLength > file.Length)
            {
                yield break;
            }

            var data = at + LocalHeaderLength + nameLength + extraLength;
            var flags = Short(header, 6);
            long packed = Int(header, 18), bytes = Int(header, 22);
            var checksum = Int(header, 14);
            long next;
            if ((flags & 8) != 0 || packed == uint.MaxValue)
            {
                // Its sizes stand behind its data, which ends where the next header begins.
                next = FindHeader(file, data);
                var end = next < 0 ? file.Length : next;
                (packed, bytes, checksum) = Described(file, data, end) ?? (end - data, -1, 0);
            }
            else
            {
                next = FindHeader(file, Math.Min(data + packed, file.Length));
            }

            yield return new ZipEntryFacts(
                Read(file, at + LocalHeaderLength, nameLength), (flags & 0x800) != 0, (flags & 1) != 0, Short(header, 8), checksum, packed, bytes, at, 0);
            at = next;
        }
    }

    private static (long Packed, long Bytes, uint Checksum)? Described(Stream file, long data, long end)
    {
        foreach (var length in (int[])[16, 24])
        {
            if (end - data >= length && Read(file, end - length, length) is var bytes && Int(bytes, 0) == DataDescriptor)
            {
                var (packed, unpacked) = length == 16 ? (Int(bytes, 8), Int(bytes, 12)) : (Long(bytes, 8), Long(bytes, 16));
                if (packed == end - length - data)
                {
                    return (packed, unpacked, Int(bytes, 4));
                }
            }
        }

        return null;
    }

    /// <returns>Where the next header begins, not before <paramref name="from"/>; -1 where there is none.</returns>
    private static long FindHeader(Stream file, long from)
    {
        if (from <= file.Length - LocalHeaderLength && Int(Read(file, from, 4), 0) is var first && first is LocalHeader or DirectoryHeader)
        {
            return first == LocalHeader ? from : -1;
        }

        var window = new byte[Window];
        for (var start = from; start <= file.Length - LocalHeaderLength; start += Window - 3)
        {
            file.Position = start;
            var length = file.ReadAtLeast(window, Window, throwOnEndOfStream: false);
            var found = window.AsSpan(0, length).IndexOf("PK\x03\x04"u8);
            if (found >= 0)
            {
                return start + found;
            }
        }

        return -1;
    }
}
