using System.Buffers.Binary;
using System.Text;
using Plans.Ingest.Archives;

namespace Plans.Ingest.Tests.Archives;

/// <summary>A file for a rar that is made in the tests, where nothing is compressed: no free program writes rar.</summary>
internal sealed record RarFile(string Name, string Text)
{
    /// <summary>Null is the right one.</summary>
    public uint? Checksum { get; init; }

    public bool IsEncrypted { get; init; }

    public bool BeganBefore { get; init; }

    public bool GoesOn { get; init; }

    public bool IsLink { get; init; }

    /// <summary>Says that the data are packed, which they are not: what unpacks them must fail.</summary>
    public bool IsUnreadable { get; init; }

    /// <summary>Rar 4: the name stands in UTF-16 behind a plain one, as Windows writes it.</summary>
    public bool HasPackedName { get; init; }

    public byte[] Bytes => Encoding.UTF8.GetBytes(Text);
}

/// <summary>Writes the headers of rar 4 and 5 with right checksums.</summary>
internal static class Rars
{
    public static byte[] Rar4(params RarFile[] files) => Rar4(0, files);

    /// <param name="flags">Of the archive: 1 a part of several, 8 solid, 0x80 encrypted headers.</param>
    public static byte[] Rar4(ushort flags, params RarFile[] files)
    {
        var rar = new List<byte>("Rar!\x1A\x07\x00"u8.ToArray());
        rar.AddRange(Block4(0x73, flags, new byte[6]));
        foreach (var file in files)
        {
            var name = file.HasPackedName ? PackedName(file.Name) : Encoding.UTF8.GetBytes(file.Name);
            var body = new byte[25 + name.Length];
            BinaryPrimitives.WriteInt32LittleEndian(body, file.Bytes.Length);
            BinaryPrimitives.WriteInt32LittleEndian(body.AsSpan(4), file.Bytes.Length);
            body[8] = 3;
            BinaryPrimitives.WriteUInt32LittleEndian(body.AsSpan(9), file.Checksum ?? Crc32.Of(file.Bytes));
            body[17] = 29;
            body[18] = (byte)(file.IsUnreadable ? 0x33 : 0x30);
            BinaryPrimitives.WriteUInt16LittleEndian(body.AsSpan(19), (ushort)name.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(body.AsSpan(21), file.IsLink ? 0xA1FFu : 0x81A4u);
            name.CopyTo(body, 25);
            var fileFlags = 0x8000 | (file.BeganBefore ? 1 : 0) | (file.GoesOn ? 2 : 0) | (file.IsEncrypted ? 4 : 0) | (file.HasPackedName ? 0x200 : 0);
            rar.AddRange([.. Block4(0x74, (ushort)fileFlags, body), .. file.Bytes]);
        }

        rar.AddRange(Block4(0x7B, 0x4000, []));
        return [.. rar];
    }

    /// <param name="part">Which part of several it is, from 0; null for a whole archive.</param>
    public static byte[] Rar5(int? part, params RarFile[] files)
    {
        var rar = new List<byte>("Rar!\x1A\x07\x01\x00"u8.ToArray());
        rar.AddRange(Block5(1, 0, null, [], part switch { null => Numbers(0), 0 => Numbers(1), { } number => Numbers(3, number) }));
        foreach (var file in files)
        {
            var body = new List<byte>([.. Numbers(4, file.Bytes.Length, 0x81A4), .. BitConverter.GetBytes(file.Checksum ?? Crc32.Of(file.Bytes))]);
            var name = Encoding.UTF8.GetBytes(file.Name);
            body.AddRange([.. Numbers(file.IsUnreadable ? 3 << 7 : 0, 1, name.Length), .. name]);
            byte[] extra = file.IsEncrypted ? [.. Numbers(36, 1, 0, 0, 15), .. new byte[32]] : file.IsLink ? [.. Numbers(6, 5, 1, 0, 2), .. "/e"u8] : [];
            rar.AddRange([.. Block5(2, (file.BeganBefore ? 8 : 0) | (file.GoesOn ? 0x10 : 0), file.Bytes.Length, extra, [.. body]), .. file.Bytes]);
        }

        rar.AddRange(Block5(5, 0, null, [], Numbers(0)));
        return [.. rar];
    }

    /// <summary>An archive of which even the names are encrypted.</summary>
    public static byte[] Rar5WithEncryptedHeaders() =>
        [.. "Rar!\x1A\x07\x01\x00"u8, .. Block5(4, 0, null, [], [.. Numbers(0, 0, 15), .. new byte[16]]), .. new byte[500]];

    /// <summary>
    /// Letters below U+0100 as their low byte, those with the high byte 1E with that, all others whole; the choices stand four to a byte before them.
    /// An ending that the plain name has too is taken over from it.
    /// </summary>
    private static byte[] PackedName(string name)
    {
        var plain = Encoding.ASCII.GetBytes(name);
        var packed = new List<byte>([.. plain, 0, 0x1E]);
        var copied = name.Length - Path.GetExtension(name).Length;
        var letters = name[..copied].Select(letter => (Way: letter < 0x100 ? 0 : letter >> 8 == 0x1E ? 1 : 2, Codes: letter < 0x100 || letter >> 8 == 0x1E ? (byte[])[(byte)letter] : [(byte)letter, (byte)(letter >> 8)]))
            .Append((Way: 3, Codes: [(byte)(name.Length - copied - 2)])).ToList();
        foreach (var four in letters.Chunk(4))
        {
            packed.Add((byte)four.Select((letter, place) => letter.Way << (6 - (2 * place))).Sum());
            packed.AddRange(four.SelectMany(letter => letter.Codes));
        }

        return [.. packed];
    }

    private static byte[] Block4(byte kind, ushort flags, byte[] body)
    {
        var block = new byte[7 + body.Length];
        block[2] = kind;
        BinaryPrimitives.WriteUInt16LittleEndian(block.AsSpan(3), flags);
        BinaryPrimitives.WriteUInt16LittleEndian(block.AsSpan(5), (ushort)block.Length);
        body.CopyTo(block, 7);
        BinaryPrimitives.WriteUInt16LittleEndian(block, (ushort)Crc32.Of(block.AsSpan(2)));
        return block;
    }

    private static byte[] Block5(int kind, int flags, int? data, byte[] extra, byte[] body)
    {
        var all = flags | (extra.Length > 0 ? 1 : 0) | (data is null ? 0 : 2);
        byte[] header = [.. Numbers(kind, all), .. extra.Length > 0 ? Numbers(extra.Length) : [], .. data is { } length ? Numbers(length) : [], .. body, .. extra];
        byte[] block = [.. Numbers(header.Length), .. header];
        return [.. BitConverter.GetBytes(Crc32.Of(block)), .. block];
    }

    private static byte[] Numbers(params int[] numbers) => [.. numbers.SelectMany(Number)];

    private static IEnumerable<byte> Number(int number)
    {
        for (; number >= 128; number >>= 7)
        {
            yield return (byte)((number & 0x7F) | 0x80);
        }

        yield return (byte)number;
    }
}
