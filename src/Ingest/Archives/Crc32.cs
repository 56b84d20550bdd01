namespace Plans.Ingest.Archives;

/// <summary>The checksum of zip and rar (polynomial 0xEDB88320), over bytes as they come.</summary>
internal sealed class Crc32
{
    private const int Slices = 8;
    private static readonly uint[][] Tables = MakeTables();
    private uint _state = uint.MaxValue;

    public uint Value => ~_state;

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = new Crc32();
        crc.Add(bytes);
        return crc.Value;
    }

    /// <summary>Eight bytes a step, a table for the place of each.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        var state = _state;
        while (bytes.Length >= Slices)
        {
            var low = BitConverter.ToUInt32(bytes) ^ state;
            var high = BitConverter.ToUInt32(bytes[4..]);
            state = Tables[7][low & 0xFF] ^ Tables[6][(low >> 8) & 0xFF] ^ Tables[5][(low >> 16) & 0xFF] ^ Tables[4][low >> 24]
                ^ Tables[3][high & 0xFF] ^ Tables[2][(high >> 8) & 0xFF] ^ Tables[1][(high >> 16) & 0xFF] ^ Tables[0][high >> 24];
            bytes = bytes[Slices..];
        }

        foreach (var one in bytes)
        {
            state = Tables[0][(state ^ one) & 0xFF] ^ (state >> 8);
        }

        _state = state;
    }

    private static uint[][] MakeTables()
    {
        var tables = new uint[Slices][];
        tables[0] = [.. Enumerable.Range(0, 256).Select(code => Enumerable.Range(0, 8).Aggregate((uint)code, (crc, _) => (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1))];
        for (var slice = 1; slice < Slices; slice++)
        {
            tables[slice] = [.. tables[slice - 1].Select(before => tables[0][before & 0xFF] ^ (before >> 8))];
        }

        return tables;
    }
}
