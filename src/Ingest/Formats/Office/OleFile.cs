using System.Buffers.Binary;
using System.Text;

namespace Plans.Ingest.Formats.Office;

/// <summary>
/// An OLE compound file (the container of DOC and XLS), as far as needed to tell what it holds and whether all of it is there.
/// Structure: [MS-CFB]. Sectors are numbered from 0 behind a header of one sector.
/// </summary>
internal sealed class OleFile
{
    private const uint EndOfChain = 0xFFFFFFFE;
    private const int EntryBytes = 128;

    /// <summary>Streams shorter than this lie elsewhere; those that matter here are longer.</summary>
    private const int MiniStream = 4096;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _sector;
    private readonly List<uint> _next = [];
    private readonly Dictionary<string, (uint Start, long Length)> _streams = new(StringComparer.OrdinalIgnoreCase);

    private OleFile(ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
        var head = bytes.Span;
        _sector = 1 << Math.Clamp((int)BinaryPrimitives.ReadUInt16LittleEndian(head[30..]), 7, 16);
        ReadTable(head);
        ReadDirectory(BinaryPrimitives.ReadUInt32LittleEndian(head[48..]));
    }

    public static bool IsOle(ReadOnlySpan<byte> bytes) => bytes is [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..];

    /// <summary>Null where the bytes are no OLE file; one cut short opens with the streams that can still be found.</summary>
    public static OleFile? TryOpen(ReadOnlyMemory<byte> bytes) => IsOle(bytes.Span) && bytes.Length >= 512 ? new OleFile(bytes) : null;

    public bool Has(string stream) => _streams.ContainsKey(stream);

    /// <summary>Whether every sector of the stream lies inside the file.</summary>
    public bool IsWhole(string stream) => _streams.TryGetValue(stream, out var found)
        && (found.Length < MiniStream || Sectors(found.Start).Sum(sector => (long)Sector(sector).Length) >= found.Length);

    /// <summary>The stream's first bytes, at most one sector; empty where they cannot be found.</summary>
    public ReadOnlySpan<byte> Beginning(string stream) =>
        _streams.TryGetValue(stream, out var found) && found.Length >= MiniStream ? Sector(found.Start).Span : [];

    private void ReadTable(ReadOnlySpan<byte> head)
    {
        var sectors = new List<uint>();
        for (var i = 0; i < 109; i++)
        {
            sectors.Add(BinaryPrimitives.ReadUInt32LittleEndian(head[(76 + (i * 4))..]));
        }

        // More than 109 sectors of the table are listed in a chain of their own, whose sectors end with the number of the next.
        var more = BinaryPrimitives.ReadUInt32LittleEndian(head[68..]);
        for (var steps = 0; more < EndOfChain - 1 && Sector(more) is { Length: > 0 } list && steps <= _bytes.Length / _sector; steps++)
        {
            for (var i = 0; i + 8 <= list.Length; i += 4)
            {
                sectors.Add(BinaryPrimitives.ReadUInt32LittleEndian(list.Span[i..]));
            }

            more = list.Length == _sector ? BinaryPrimitives.ReadUInt32LittleEndian(list.Span[^4..]) : EndOfChain;
        }

        foreach (var sector in sectors.Where(sector => sector < EndOfChain - 1))
        {
            var table = Sector(sector).Span;
            for (var i = 0; i + 4 <= table.Length && _next.Count <= _bytes.Length / _sector; i += 4)
            {
                _next.Add(BinaryPrimitives.ReadUInt32LittleEndian(table[i..]));
            }
        }
    }

    private void ReadDirectory(uint start)
    {
        foreach (var sector in Sectors(start))
        {
            var entries = Sector(sector).Span;
            for (var at = 0; at + EntryBytes <= entries.Length; at += EntryBytes)
            {
                var entry = entries[at..(at + EntryBytes)];
                var nameBytes = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, 62);
                if (entry[66] == 2)
                {
                    _streams.TryAdd(Encoding.Unicode.GetString(entry[..nameBytes]),
                        (BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]), BinaryPrimitives.ReadUInt32LittleEndian(entry[120..])));
                }
            }
        }
    }

    /// <summary>The chain from a sector on, as far as the table goes; a chain that runs in a circle ends.</summary>
    private IEnumerable<uint> Sectors(uint start)
    {
        var steps = 0;
        for (var sector = start; sector < EndOfChain - 1 && steps <= _bytes.Length / _sector; steps++)
        {
            yield return sector;
            sector = sector < _next.Count ? _next[(int)sector] : EndOfChain;
        }
    }

    /// <summary>Shorter at the end of a file that is cut; empty beyond.</summary>
    private ReadOnlyMemory<byte> Sector(uint number)
    {
        var start = ((long)number + 1) * _sector;
        return start >= _bytes.Length ? default : _bytes.Slice((int)start, (int)Math.Min(_sector, _bytes.Length - start));
    }
}
