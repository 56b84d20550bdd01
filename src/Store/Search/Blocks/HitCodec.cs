using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Plans.Store.Search.Blocks;

/// <summary>Writes sets of places: few as a list of them, many as bits. Little-endian, as every machine that .NET runs on.</summary>
internal static class HitCodec
{
    private const byte AsBits = 0;
    private const byte AsList = 1;

    public static byte[] Write(ulong[] bits)
    {
        var count = Bits.Count(bits);
        if (count * sizeof(ushort) >= bits.Length * sizeof(ulong))
        {
            return [AsBits, .. MemoryMarshal.AsBytes(bits.AsSpan())];
        }

        var bytes = new byte[1 + (count * sizeof(ushort))];
        bytes[0] = AsList;
        var at = 1;
        foreach (var place in Bits.Up(bits))
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), (ushort)place);
            at += sizeof(ushort);
        }

        return bytes;
    }

    /// <param name="places">How many the block has.</param>
    public static ulong[] Read(ReadOnlySpan<byte> bytes, int places)
    {
        var bits = Bits.None(places);
        if (bytes[0] == AsBits)
        {
            bytes[1..].CopyTo(MemoryMarshal.AsBytes(bits.AsSpan()));
            return bits;
        }

        foreach (var place in MemoryMarshal.Cast<byte, ushort>(bytes[1..].ToArray()))
        {
            Bits.Add(bits, place);
        }

        return bits;
    }

    /// <summary>Words that follow a word, with the places where they do.</summary>
    public static byte[] WritePairs(IReadOnlyDictionary<string, List<ushort>> following)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        foreach (var (word, places) in following)
        {
            writer.Write(word);
            writer.Write(places.Count);
            writer.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(places)));
        }

        return stream.ToArray();
    }

    /// <returns>Where the word follows; nowhere where it is not among them.</returns>
    public static ulong[] ReadPair(byte[] bytes, string word, int places)
    {
        var bits = Bits.None(places);
        using var stream = new MemoryStream(bytes);
        using var reader = new BinaryReader(stream);
        while (stream.Position < stream.Length)
        {
            var found = reader.ReadString() == word;
            var length = reader.ReadInt32() * sizeof(ushort);
            if (found)
            {
                foreach (var place in MemoryMarshal.Cast<byte, ushort>(bytes.AsSpan((int)stream.Position, length)))
                {
                    Bits.Add(bits, place);
                }

                return bits;
            }

            stream.Position += length;
        }

        return bits;
    }
}
