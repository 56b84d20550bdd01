namespace Plans.Store.Postgres;

/// <summary>Reads a content that is kept in pieces of one size (the last may be shorter), one piece in memory at a time.</summary>
/// <param name="piece">Gives a piece by its ordinal, from 0; empty where it is absent, at which the stream ends.</param>
internal sealed class PieceStream(Func<int, byte[]> piece, long length, int pieceSize) : Stream
{
    private byte[] current = [];
    private int held = -1;
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => position;
        set => position = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (position >= length)
        {
            return 0;
        }

        var wanted = (int)(position / pieceSize);
        if (wanted != held)
        {
            (current, held) = (piece(wanted), wanted);
        }

        var rest = current.AsSpan(Math.Min(current.Length, (int)(position % pieceSize)));
        rest = rest[..Math.Min(rest.Length, buffer.Length)];
        rest.CopyTo(buffer);
        position += rest.Length;
        return rest.Length;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Current => position,
        SeekOrigin.End => length,
        _ => 0,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
