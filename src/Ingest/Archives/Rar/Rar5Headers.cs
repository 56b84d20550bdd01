using System.Buffers.Binary;
using System.Text;

namespace Plans.Ingest.Archives.Rar;

/// <summary>The headers of the rar format from version 5 (rarlab.com/technote.htm).</summary>
internal static class Rar5Headers
{
    private const int SignatureLength = 8;
    private const int MostHeader = 2 << 20;
    private const int ArchiveBlock = 1;
    private const int FileBlock = 2;
    private const int EncryptionBlock = 4;
    private const int EndBlock = 5;
    private static readonly byte[] Tail = [0x1D, 0x77, 0x56, 0x51, 0x03, 0x05, 0x04, 0x00];

    /// <param name="Body">What follows the common fields.</param>
    private sealed record Header(long Length, ulong Kind, ulong Flags, long DataBytes, byte[] Body, byte[] Extra);

    public static RarDirectory Read(Stream file, int mostEntries)
    {
        try
        {
            if (Block(file, SignatureLength) is not { } head || head.Kind is not (ArchiveBlock or EncryptionBlock))
            {
                return new RarDirectory(default, Tail) { Damage = "its first header is not one." };
            }

            var directory = new RarDirectory(new(0, SignatureLength + head.Length), Tail)
            {
                HeadersEncrypted = head.Kind == EncryptionBlock,
                IsSolid = head.Kind == ArchiveBlock && (new Numbers(head.Body).Next() & 4) != 0,
            };
            if (!directory.HeadersEncrypted)
            {
                ReadEntries(file, directory, mostEntries);
            }

            return directory;
        }
        catch (IndexOutOfRangeException)
        {
            return new RarDirectory(default, Tail) { Damage = "its first header is too short." };
        }
    }

    private static void ReadEntries(Stream file, RarDirectory directory, int mostEntries)
    {
        for (var at = directory.Head.Length; directory.Entries.Count <= mostEntries;)
        {
            if (Block(file, at) is not { } header)
            {
                directory.Damage = at >= file.Length ? "it is cut off." : "one of its headers is damaged.";
                return;
            }

            if (header.Kind == EndBlock)
            {
                return;
            }

            if (header.Kind == FileBlock && Entry(header, at) is { IsFolder: false } entry)
            {
                directory.Entries.Add(entry);
            }

            at += header.Length + header.DataBytes;
        }
    }

    /// <returns>Null where there is none, or one with a wrong checksum.</returns>
    private static Header? Block(Stream file, long at)
    {
        if (at < 0 || at > file.Length - 7)
        {
            return null;
        }

        var start = Zip.ZipBytes.Read(file, at, (int)Math.Min(file.Length - at, 7));
        var size = new Numbers(start.AsSpan(4));
        var length = size.Next();
        if (length is 0 or > MostHeader || at + 4 + size.At + (long)length > file.Length)
        {
            return null;
        }

        var bytes = Zip.ZipBytes.Read(file, at + 4, size.At + (int)length);
        if (Crc32.Of(bytes) != BinaryPrimitives.ReadUInt32LittleEndian(start))
        {
            return null;
        }

        var numbers = new Numbers(bytes.AsSpan(size.At));
        ulong kind = numbers.Next(), flags = numbers.Next();
        var extra = (flags & 1) != 0 ? (int)Math.Min(numbers.Next(), length) : 0;
        var data = (flags & 2) != 0 ? (long)Math.Min(numbers.Next(), long.MaxValue / 2) : 0;
        var body = bytes[(size.At + numbers.At)..];
        return extra > body.Length ? null : new Header(4 + bytes.Length, kind, flags, data, body[..^extra], body[^extra..]);
    }

    private static RarEntry Entry(Header header, long at)
    {
        var numbers = new Numbers(header.Body);
        var flags = numbers.Next();
        var bytes = (long)numbers.Next();
        numbers.Next();
        numbers.At += (flags & 2) != 0 ? 4 : 0;
        uint? checksum = (flags & 4) != 0 ? BinaryPrimitives.ReadUInt32LittleEndian(header.Body.AsSpan(numbers.At)) : null;
        numbers.At += checksum is null ? 0 : 4;
        numbers.Next();
        numbers.Next();
        var nameLength = (int)Math.Min(numbers.Next(), (ulong)(header.Body.Length - numbers.At));
        var extras = ExtraKinds(header.Extra);
        return new RarEntry(
            Encoding.UTF8.GetString(header.Body, numbers.At, nameLength), new(at, header.Length + header.DataBytes), header.DataBytes, (flags & 8) != 0 ? null : bytes, checksum)
        {
            IsFolder = (flags & 1) != 0,
            BeganBefore = (header.Flags & 8) != 0,
            GoesOn = (header.Flags & 0x10) != 0,
            IsEncrypted = extras.Contains(1UL),
            IsLink = extras.Contains(5UL),
        };
    }

    /// <summary>Which further records a header has: 1 says how it is encrypted, 5 where a link leads.</summary>
    private static HashSet<ulong> ExtraKinds(byte[] extra)
    {
        var kinds = new HashSet<ulong>();
        for (var at = 0; at < extra.Length;)
        {
            var numbers = new Numbers(extra.AsSpan(at));
            var length = numbers.Next();
            var body = numbers.At;
            kinds.Add(numbers.Next());
            at += body + (int)Math.Min(length, (ulong)extra.Length);
        }

        return kinds;
    }

    /// <summary>Numbers of seven bits a byte, the lowest first, the eighth bit saying that more follow. Past the end there are zeros.</summary>
    private ref struct Numbers(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;

        public int At { get; set; }

        public ulong Next()
        {
            var value = 0UL;
            for (var shift = 0; At < _bytes.Length && shift < 64; shift += 7)
            {
                var one = _bytes[At++];
                value |= (ulong)(one & 0x7F) << shift;
                if ((one & 0x80) == 0)
                {
                    break;
                }
            }

            return value;
        }
    }
}
