using System.Text;

namespace Plans.Ingest.Archives.Tar;

/// <summary>One block of 512 bytes that says what follows it (POSIX ustar, and GNU's numbers).</summary>
/// <param name="Kind">The type flag: 0 a file, 5 a folder, x and g pax records, L a long name, and so on.</param>
internal sealed record TarHeader(byte[] Name, long Bytes, char Kind)
{
    public const int Block = 512;
    private const int ChecksumAt = 148;

    /// <returns>Null where the block is no header: its checksum is wrong.</returns>
    public static TarHeader? Parse(ReadOnlySpan<byte> block)
    {
        if (Octal(block.Slice(ChecksumAt, 8)) is not { } checksum || checksum != Checksum(block) || Number(block.Slice(124, 12)) is not { } bytes)
        {
            return null;
        }

        var name = Text(block[..100]);
        var isPosix = block.Slice(257, 6).SequenceEqual("ustar\0"u8);
        var prefix = isPosix ? Text(block.Slice(345, 155)) : [];
        return new TarHeader(prefix.Length == 0 ? name : [.. prefix, (byte)'/', .. name], bytes, block[156] == 0 ? '0' : (char)block[156]);
    }

    private static byte[] Text(ReadOnlySpan<byte> field) => (field.IndexOf((byte)0) is >= 0 and var end ? field[..end] : field).ToArray();

    /// <summary>The sum of all bytes, those of the checksum itself taken as blanks.</summary>
    private static long Checksum(ReadOnlySpan<byte> block)
    {
        var sum = 8L * ' ';
        for (var i = 0; i < Block; i++)
        {
            sum += i is >= ChecksumAt and < ChecksumAt + 8 ? 0 : block[i];
        }

        return sum;
    }

    /// <summary>Octal digits or, where the first bit is set, a binary number.</summary>
    private static long? Number(ReadOnlySpan<byte> field)
    {
        if ((field[0] & 0x80) == 0)
        {
            return Octal(field);
        }

        var value = 0L;
        foreach (var one in field[4..])
        {
            value = (value << 8) | one;
        }

        return field[0] == 0x80 && field[1..4].IndexOfAnyExcept((byte)0) < 0 && value >= 0 ? value : null;
    }

    private static long? Octal(ReadOnlySpan<byte> field)
    {
        var value = 0L;
        foreach (var digit in Encoding.ASCII.GetString(field).Trim(' ', '\0'))
        {
            if (digit is < '0' or > '7')
            {
                return null;
            }

            value = (value << 3) | (uint)(digit - '0');
        }

        return value;
    }
}
