namespace Plans.Ingest.Archives.Mail;

/// <summary>The decoded content of one part, read line by line until the boundary that ends it.</summary>
/// <remarks>Reading fails at the end of a part that is cut off.</remarks>
/// <param name="boundaries">Of the parts around it, the outermost first.</param>
/// <param name="encoding">Its Content-Transfer-Encoding, in lower case.</param>
internal sealed class PartBody(MailLines lines, IReadOnlyList<byte[]> boundaries, string encoding) : ReadingStream
{
    private readonly IPartDecoder _decoder = encoding switch
    {
        "base64" => new Base64Decoder(),
        "quoted-printable" => new QuotedPrintableDecoder(),
        _ => new PlainDecoder(),
    };

    private readonly List<byte> _decoded = [];
    private int _given;

    /// <summary>Which boundary ended the part, by its place in the list; -1 at the end of the mail.</summary>
    public int EndedBy { get; private set; } = -1;

    /// <summary>Whether that boundary was the last of its kind.</summary>
    public bool EndedLast { get; private set; }

    public bool IsAtEnd { get; private set; }

    /// <summary>Whether the mail ended before the part did.</summary>
    public bool IsCutOff => IsAtEnd && EndedBy < 0 && boundaries.Count > 0;

    public override int Read(Span<byte> buffer)
    {
        while (_given == _decoded.Count && !IsAtEnd)
        {
            _decoded.Clear();
            _given = 0;
            Advance();
        }

        if (_given == _decoded.Count && IsCutOff)
        {
            throw new EndOfStreamException("it is cut off.");
        }

        var count = Math.Min(buffer.Length, _decoded.Count - _given);
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_decoded).Slice(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }

    /// <summary>Goes to the end of the part, whatever is left of it.</summary>
    public void Skip()
    {
        while (!IsAtEnd)
        {
            _decoded.Clear();
            _given = 0;
            Advance();
        }
    }

    private void Advance()
    {
        if (!lines.Next())
        {
            _decoder.End(_decoded);
            IsAtEnd = true;
        }
        else if (lines.IsLineStart && IsBoundary(lines.Line.Span.TrimEnd("\r\n \t"u8)))
        {
            _decoder.End(_decoded);
            IsAtEnd = true;
        }
        else
        {
            _decoder.Line(lines.Line.Span, _decoded);
        }
    }

    private bool IsBoundary(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("--"u8))
        {
            return false;
        }

        for (var i = boundaries.Count - 1; i >= 0; i--)
        {
            var rest = line[2..];
            if (rest.StartsWith(boundaries[i]) && rest[boundaries[i].Length..] is var after && (after.IsEmpty || after.SequenceEqual("--"u8)))
            {
                (EndedBy, EndedLast) = (i, !after.IsEmpty);
                return true;
            }
        }

        return false;
    }
}
