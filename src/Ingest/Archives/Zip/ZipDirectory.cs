using static Plans.Ingest.Archives.Zip.ZipBytes;

namespace Plans.Ingest.Archives.Zip;

/// <summary>The directory at the end of a zip, read entry by entry so that a huge one costs no memory.</summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const ushort Zip64 = 1;
    private const ushort UnicodePath = 0x7075;

    /// <param name="Parts">How many files the archive is divided into; the directory stands in the last.</param>
    /// <param name="Shift">What stands before the zip in the file, in bytes: programs that unpack themselves, garbage.</param>
    internal sealed record End(long Start, long Length, long Shift, int Parts);

    /// <returns>Null where there is no end of a directory.</returns>
    public static End? FindEnd(Stream file)
    {
        var tail = Read(file, Math.Max(0, file.Length - EndLength - ushort.MaxValue), (int)Math.Min(file.Length, EndLength + ushort.MaxValue));
        for (var at = tail.Length - EndLength; at >= 0; at--)
        {
            if (Int(tail, at) == DirectoryEnd)
            {
                return EndAt(file, tail.AsSpan(at), file.Length - tail.Length + at);
            }
        }

        return null;
    }

    /// <exception cref="InvalidDataException">The directory is damaged from here on.</exception>
    public static IEnumerable<ZipEntryFacts> Entries(Stream file, End end)
    {
        var at = end.Start;
        while (at < end.Start + end.Length)
        {
            var header = Read(file, at, DirectoryHeaderLength);
            if (Int(header, 0) != DirectoryHeader)
            {
                throw new InvalidDataException("its directory is damaged.");
            }

            var (name, extra, comment) = (Short(header, 28), Short(header, 30), Short(header, 32));
            yield return Entry(header, Read(file, at + DirectoryHeaderLength, name), Read(file, at + DirectoryHeaderLength + name, extra), end.Shift);
            at += DirectoryHeaderLength + name + extra + comment;
        }
    }

    private static End? EndAt(Stream file, ReadOnlySpan<byte> end, long at)
    {
        long length = Int(end, 12), start = Int(end, 16);
        var parts = Short(end, 4) + 1;
        var directoryEnd = at;
        if (at >= 20 && Read(file, at - 20, 20) is var locator && Int(locator, 0) == DirectoryEnd64Locator)
        {
            var end64 = Long(locator, 8);
            if (end64 < 0 || end64 > file.Length - 56 || Read(file, end64, 56) is var record && Int(record, 0) != DirectoryEnd64)
            {
                return null;
            }

            (length, start, parts, directoryEnd) = (Long(record, 40), Long(record, 48), (int)Int(record, 16) + 1, end64);
        }

        var shift = directoryEnd - length - start;
        return length < 0 || start < 0 || (shift < 0 && parts == 1) ? null : new End(start + Math.Max(shift, 0), length, Math.Max(shift, 0), parts);
    }

    private static ZipEntryFacts Entry(byte[] header, byte[] name, byte[] extra, long shift)
    {
        long bytes = Int(header, 24), packed = Int(header, 20), local = Int(header, 42);
        var large = Extra(extra, Zip64);
        Take64(ref bytes, ref large);
        Take64(ref packed, ref large);
        Take64(ref local, ref large);

        var flags = Short(header, 8);
        var isUnix = header[5] is 3 or 19;
        var unicode = Extra(extra, UnicodePath);
        var hasUnicode = unicode.Length > 5 && Int(unicode, 1) == Crc32.Of(name);
        return new ZipEntryFacts(
            hasUnicode ? unicode[5..].ToArray() : name,
            hasUnicode || (flags & 0x800) != 0,
            (flags & 1) != 0,
            Short(header, 10),
            Int(header, 16),
            packed,
            bytes,
            local + shift,
            isUnix ? (int)(Int(header, 38) >> 16) : 0);
    }

    /// <summary>A number that does not fit its field stands in the extra field, in this order.</summary>
    private static void Take64(ref long value, ref ReadOnlySpan<byte> large)
    {
        if (value == uint.MaxValue && large.Length >= 8)
        {
            value = Long(large, 0);
            large = large[8..];
        }
    }
}
