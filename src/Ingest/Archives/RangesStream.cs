namespace Plans.Ingest.Archives;

/// <summary>A piece of a file: from <paramref name="Start"/>, so many bytes.</summary>
internal readonly record struct FileRange(long Start, long Length);

/// <summary>Pieces of a file, one after the other, and some bytes after them. Does not own the file.</summary>
internal sealed class RangesStream(Stream file, IReadOnlyList<FileRange> ranges, ReadOnlyMemory<byte> end = default) : ReadingStream
{
    private int _range;
    private long _read;
    private ReadOnlyMemory<byte> _end = end;

    public override int Read(Span<byte> buffer)
    {
        while (_range < ranges.Count && _read >= ranges[_range].Length)
        {
            (_range, _read) = (_range + 1, 0);
        }

        if (_range == ranges.Count)
        {
            var rest = Math.Min(_end.Length, buffer.Length);
            _end.Span[..rest].CopyTo(buffer);
            _end = _end[rest..];
            return rest;
        }

        // Another member's stream may have moved the file meanwhile.
        file.Position = ranges[_range].Start + _read;
        var count = file.Read(buffer[..(int)Math.Min(buffer.Length, ranges[_range].Length - _read)]);
        _read += count;
        return count > 0 || buffer.IsEmpty ? count : throw new EndOfStreamException("it is cut off.");
    }
}
