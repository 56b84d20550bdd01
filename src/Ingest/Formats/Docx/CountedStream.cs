namespace Plans.Ingest.Formats.Docx;

/// <summary>Passes an unzipped part on until it has given more bytes than the limits allow.</summary>
internal sealed class CountedStream(Stream inner, long zippedBytes, ReadLimits limits, Func<Exception> tooLarge) : Stream
{
    private readonly long _most = Math.Min(limits.PartBytes, Math.Max(limits.RatioFromBytes, zippedBytes * limits.Ratio));
    private long _given;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _given; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Count(inner.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => Count(inner.Read(buffer));

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Count(int read)
    {
        _given += read;
        return _given > _most ? throw tooLarge() : read;
    }
}
