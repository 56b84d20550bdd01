using System.Buffers.Text;
using System.Globalization;

namespace Plans.Ingest.Archives.Mail;

/// <summary>Undoes a transfer encoding line by line.</summary>
internal interface IPartDecoder
{
    void Line(ReadOnlySpan<byte> line, List<byte> decoded);

    void End(List<byte> decoded);
}

/// <summary>The bytes as they are. The line end before a boundary belongs to the boundary.</summary>
internal sealed class PlainDecoder : IPartDecoder
{
    private readonly List<byte> _lineEnd = [];

    public void Line(ReadOnlySpan<byte> line, List<byte> decoded)
    {
        decoded.AddRange(_lineEnd);
        _lineEnd.Clear();
        var text = line.TrimEnd("\r\n"u8);
        decoded.AddRange(text);
        _lineEnd.AddRange(line[text.Length..]);
    }

    public void End(List<byte> decoded)
    {
        // What is held back now is the line end of the boundary.
    }
}

/// <summary>Letters of base64, whatever else stands between them left out.</summary>
internal sealed class Base64Decoder : IPartDecoder
{
    private readonly List<byte> _letters = [];

    public void Line(ReadOnlySpan<byte> line, List<byte> decoded)
    {
        foreach (var one in line)
        {
            if (char.IsAsciiLetterOrDigit((char)one) || one is (byte)'+' or (byte)'/')
            {
                _letters.Add(one);
            }
        }

        Take(_letters.Count / 4 * 4, decoded);
    }

    /// <summary>Two or three letters over make one or two bytes; the signs that fill up were left out above.</summary>
    public void End(List<byte> decoded)
    {
        if (_letters.Count < 2)
        {
            return;
        }

        while (_letters.Count % 4 != 0)
        {
            _letters.Add((byte)'=');
        }

        Take(_letters.Count, decoded);
    }

    private void Take(int count, List<byte> decoded)
    {
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(count)];
        Base64.DecodeFromUtf8(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_letters)[..count], bytes, out _, out var written);
        decoded.AddRange(bytes.AsSpan(0, written));
        _letters.RemoveRange(0, count);
    }
}

internal sealed class QuotedPrintableDecoder : IPartDecoder
{
    private readonly PlainDecoder _plain = new();

    public void Line(ReadOnlySpan<byte> line, List<byte> decoded)
    {
        var text = line.TrimEnd("\r\n"u8);
        var end = line[text.Length..];
        text = text.TrimEnd(" \t"u8);
        var isJoined = text is [.., (byte)'='];
        var bytes = new List<byte>(line.Length);
        for (var i = 0; i < text.Length - (isJoined ? 1 : 0); i++)
        {
            if (text[i] == '=' && i + 2 < text.Length && byte.TryParse(text.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                bytes.Add(code);
                i += 2;
            }
            else
            {
                bytes.Add(text[i]);
            }
        }

        var written = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes);
        _plain.Line([.. written, .. isJoined ? default : end], decoded);
    }

    public void End(List<byte> decoded) => _plain.End(decoded);
}
