using System.Globalization;
using System.Text;

namespace Plans.Ingest.Archives.Tar;

/// <summary>
/// Reads a tar entry by entry from a stream that cannot be turned back. A block that should be a header and is none is a damage: reading goes
/// on at the next block that is one, and the damage is counted.
/// </summary>
/// <param name="skipped">Told of bytes that nobody read.</param>
internal sealed class TarStream(Stream stream, Action<long> skipped)
{
    private const int MostRecords = 1 << 20;
    private readonly byte[] _block = new byte[TarHeader.Block];
    private Piece? _open;
    private int _padding;

    /// <summary>How often something stood where a header should be.</summary>
    public int Damages { get; private set; }

    /// <summary>Whether the stream ended in the midst of something, without the two empty blocks that end a tar.</summary>
    public bool IsCutOff { get; private set; }

    /// <returns>Null at the end.</returns>
    public TarEntry? Next()
    {
        byte[]? name = null;
        long? bytes = null;
        var lost = false;
        while (true)
        {
            if (!SkipRest() || !ReadBlock())
            {
                return null;
            }

            if (!_block.AsSpan().ContainsAnyExcept((byte)0))
            {
                return null;
            }

            if (TarHeader.Parse(_block) is not { } header)
            {
                Damages += lost ? 0 : 1;
                lost = true;
                continue;
            }

            lost = false;
            switch (header.Kind)
            {
                case 'x':
                    (name, bytes) = Records(ReadText(header), name, bytes);
                    break;
                case 'L':
                    name = ReadText(header).AsSpan().TrimEnd((byte)0).ToArray();
                    break;
                case 'g' or 'K' or 'V':
                    Open(header.Bytes);
                    break;
                default:
                    var length = bytes ?? header.Bytes;
                    return new TarEntry(name ?? header.Name, header.Kind, length, Open(header.Kind is >= '1' and <= '6' ? 0 : length));
            }
        }
    }

    private Piece Open(long length)
    {
        _padding = (int)((TarHeader.Block - (length % TarHeader.Block)) % TarHeader.Block);
        return _open = new Piece(stream, length);
    }

    private bool SkipRest()
    {
        if (_open is null)
        {
            return true;
        }

        var buffer = new byte[64 * 1024];
        try
        {
            while (_open.Read(buffer) is > 0 and var count)
            {
                skipped(count);
            }
        }
        catch (EndOfStreamException)
        {
            IsCutOff = true;
            return false;
        }

        _open = null;
        return stream.ReadAtLeast(buffer.AsSpan(0, _padding), _padding, throwOnEndOfStream: false) == _padding;
    }

    private bool ReadBlock()
    {
        var count = stream.ReadAtLeast(_block, TarHeader.Block, throwOnEndOfStream: false);
        IsCutOff = count < TarHeader.Block;
        return !IsCutOff;
    }

    /// <summary>Records that describe the next entry; longer ones than anybody writes are left unread.</summary>
    private byte[] ReadText(TarHeader header)
    {
        var text = Open(header.Bytes);
        var bytes = new byte[Math.Min(header.Bytes, MostRecords)];
        try
        {
            return bytes[..text.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        }
        catch (EndOfStreamException)
        {
            return [];
        }
    }

    /// <summary>Pax records: length, blank, keyword, =, value, line end.</summary>
    private static (byte[]? Name, long? Bytes) Records(ReadOnlySpan<byte> text, byte[]? name, long? bytes)
    {
        while (text.IndexOf((byte)' ') is > 0 and var blank
            && int.TryParse(Encoding.ASCII.GetString(text[..blank]), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            && length > blank + 1 && length <= text.Length)
        {
            var record = text[(blank + 1)..(length - 1)];
            var equals = record.IndexOf((byte)'=');
            if (equals > 0 && record[..equals].SequenceEqual("path"u8))
            {
                name = record[(equals + 1)..].ToArray();
            }
            else if (equals > 0 && record[..equals].SequenceEqual("size"u8)
                && long.TryParse(Encoding.ASCII.GetString(record[(equals + 1)..]), NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            {
                bytes = size;
            }

            text = text[length..];
        }

        return (name, bytes);
    }

    /// <summary>The content of one entry.</summary>
    private sealed class Piece(Stream stream, long length) : ReadingStream
    {
        private long _left = length;

        public override int Read(Span<byte> buffer)
        {
            var count = stream.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
            _left -= count;
            return count > 0 || _left == 0 || buffer.IsEmpty ? count : throw new EndOfStreamException("it is cut off.");
        }
    }
}
