namespace Plans.Ingest.Archives.Mail;

/// <summary>The lines of a mail as bytes, with their ends. A line longer than any mail program writes comes in pieces.</summary>
internal sealed class MailLines(Stream stream)
{
    private const int Longest = 64 * 1024;
    private readonly byte[] _buffer = new byte[2 * Longest];
    private int _start;
    private int _end;
    private bool _midLine;

    /// <summary>Whether the line begins where a line begins: false for the later pieces of a long one.</summary>
    public bool IsLineStart { get; private set; }

    /// <summary>Valid until the next line is asked for.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    public bool Next()
    {
        var length = FindEnd();
        if (length == 0)
        {
            return false;
        }

        Line = _buffer.AsMemory(_start, length);
        IsLineStart = !_midLine;
        _midLine = _buffer[_start + length - 1] != '\n';
        _start += length;
        return true;
    }

    private int FindEnd()
    {
        var seen = 0;
        while (true)
        {
            var held = _buffer.AsSpan(_start, _end - _start);
            if (held[seen..].IndexOf((byte)'\n') is >= 0 and var at)
            {
                return seen + at + 1;
            }

            if (held.Length >= Longest)
            {
                return Longest;
            }

            seen = held.Length;
            if (_end == _buffer.Length)
            {
                held.CopyTo(_buffer);
                (_start, _end) = (0, held.Length);
            }

            var count = stream.Read(_buffer, _end, _buffer.Length - _end);
            if (count == 0)
            {
                return held.Length;
            }

            _end += count;
        }
    }
}
