using System.Text;
using static Plans.Ingest.Archives.Zip.ZipBytes;

namespace Plans.Ingest.Archives.Rar;

/// <summary>The headers of the rar format up to version 4 (technote.txt of RAR 4.20).</summary>
internal static class Rar4Headers
{
    private const int SignatureLength = 7;
    private const int BlockHead = 7;
    private const int FileHead = 32;
    private const byte ArchiveBlock = 0x73;
    private const byte FileBlock = 0x74;
    private const byte EndBlock = 0x7B;
    private static readonly byte[] Tail = [0xC4, 0x3D, EndBlock, 0x00, 0x40, 0x07, 0x00];

    public static RarDirectory Read(Stream file, int mostEntries)
    {
        var head = Header(file, SignatureLength) is { } first && first[2] == ArchiveBlock ? first : null;
        if (head is null)
        {
            return new RarDirectory(default, Tail) { Damage = "its first header is not one." };
        }

        var flags = Short(head, 3);
        var directory = new RarDirectory(new(0, SignatureLength + head.Length), Tail) { IsSolid = (flags & 8) != 0, HeadersEncrypted = (flags & 0x80) != 0 };
        if (!directory.HeadersEncrypted)
        {
            ReadEntries(file, directory, mostEntries);
        }

        return directory;
    }

    private static void ReadEntries(Stream file, RarDirectory directory, int mostEntries)
    {
        for (var at = directory.Head.Length; directory.Entries.Count <= mostEntries;)
        {
            if (Header(file, at) is not { } header)
            {
                directory.Damage = at >= file.Length ? "it is cut off." : "one of its headers is damaged.";
                return;
            }

            if (header[2] == EndBlock)
            {
                return;
            }

            long data = (Short(header, 3) & 0x8000) != 0 && header.Length >= BlockHead + 4 ? Int(header, BlockHead) : 0;
            if (header[2] == FileBlock && header.Length >= FileHead)
            {
                var entry = Entry(header, at);
                data = entry.PackedBytes;
                if (!entry.IsFolder)
                {
                    directory.Entries.Add(entry);
                }
            }

            at += header.Length + data;
        }
    }

    /// <returns>Null where there is none, or one with a wrong checksum.</returns>
    private static byte[]? Header(Stream file, long at)
    {
        if (at < 0 || at > file.Length - BlockHead)
        {
            return null;
        }

        var length = Short(Zip.ZipBytes.Read(file, at, BlockHead), 5);
        if (length < BlockHead || at > file.Length - length)
        {
            return null;
        }

        var header = Zip.ZipBytes.Read(file, at, length);
        return (ushort)Crc32.Of(header.AsSpan(2)) == Short(header, 0) ? header : null;
    }

    private static RarEntry Entry(byte[] header, long at)
    {
        var flags = Short(header, 3);
        long packed = Int(header, 7), bytes = Int(header, 11);
        var nameAt = FileHead;
        if ((flags & 0x100) != 0 && header.Length >= FileHead + 8)
        {
            packed |= (long)Int(header, 32) << 32;
            bytes |= (long)Int(header, 36) << 32;
            nameAt += 8;
        }

        var name = header.AsSpan(Math.Min(nameAt, header.Length));
        name = name[..Math.Min(Short(header, 26), name.Length)];
        return new RarEntry(Name(name, (flags & 0x200) != 0), new(at, header.Length + packed), packed, bytes, Int(header, 16))
        {
            BeganBefore = (flags & 1) != 0,
            GoesOn = (flags & 2) != 0,
            IsEncrypted = (flags & 4) != 0,
            IsFolder = (flags & 0xE0) == 0xE0,
            IsLink = header[15] == 3 && (Int(header, 28) & 0xF000) == 0xA000,
        };
    }

    private static string Name(ReadOnlySpan<byte> name, bool isUnicode)
    {
        var zero = name.IndexOf((byte)0);
        return isUnicode && zero >= 0
            ? Unpacked(name[..zero], name[(zero + 1)..])
            : NameDecoding.For([name.ToArray()]).Decode(name.ToArray());
    }

    /// <summary>
    /// A name in UTF-16, packed as its difference from the plain name before it: two bits choose for each character a low byte, one with the
    /// common high byte, a whole character, or a run of the plain name.
    /// </summary>
    private static string Unpacked(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> packed)
    {
        var name = new StringBuilder();
        var high = packed.Length > 0 ? packed[0] << 8 : 0;
        int flags = 0, bits = 0;
        for (var at = 1; at < packed.Length;)
        {
            if (bits == 0)
            {
                (flags, bits) = (packed[at++], 8);
                continue;
            }

            bits -= 2;
            switch ((flags >> bits) & 3)
            {
                case 0:
                    name.Append((char)packed[at++]);
                    break;
                case 1:
                    name.Append((char)(packed[at++] | high));
                    break;
                case 2:
                    name.Append((char)(packed[at] | (at + 1 < packed.Length ? packed[at + 1] << 8 : 0)));
                    at += 2;
                    break;
                default:
                    var length = packed[at++];
                    var correction = (length & 0x80) != 0 && at < packed.Length ? packed[at++] : -1;
                    for (var left = (length & 0x7F) + 2; left > 0 && name.Length < plain.Length; left--)
                    {
                        var letter = plain[name.Length];
                        name.Append((char)(correction < 0 ? letter : ((letter + correction) & 0xFF) | high));
                    }

                    break;
            }
        }

        return MemberNames.WithoutHalves(name.ToString());
    }
}
