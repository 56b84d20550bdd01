using System.Buffers.Binary;

namespace Plans.Ingest.Archives.Zip;

/// <summary>The numbers and records of which a zip is made (APPNOTE.TXT 4.3).</summary>
internal static class ZipBytes
{
    public const uint LocalHeader = 0x04034B50;
    public const uint DirectoryHeader = 0x02014B50;
    public const uint DirectoryEnd = 0x06054B50;
    public const uint DirectoryEnd64 = 0x06064B50;
    public const uint DirectoryEnd64Locator = 0x07064B50;
    public const uint DataDescriptor = 0x08074B50;
    public const int LocalHeaderLength = 30;
    public const int DirectoryHeaderLength = 46;

    public static ushort Short(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    public static uint Int(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    public static long Long(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes[at..]);

    /// <summary>The data of an extra field; empty where there is none.</summary>
    public static ReadOnlySpan<byte> Extra(ReadOnlySpan<byte> extra, ushort kind)
    {
        while (extra.Length >= 4)
        {
            var length = Short(extra, 2);
            if (length > extra.Length - 4)
            {
                break;
            }

            if (Short(extra, 0) == kind)
            {
                return extra.Slice(4, length);
            }

            extra = extra[(4 + length)..];
        }

        return [];
    }

    /// <summary>Reads a piece of a file.</summary>
    /// <exception cref="InvalidDataException">The file ends before.</exception>
    public static byte[] Read(Stream file, long at, int length)
    {
        if (at < 0 || at > file.Length - length)
        {
            throw new InvalidDataException("it points outside of the file.");
        }

        var bytes = new byte[length];
        file.Position = at;
        file.ReadExactly(bytes);
        return bytes;
    }
}
