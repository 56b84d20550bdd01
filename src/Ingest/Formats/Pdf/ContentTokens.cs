using System.Buffers.Text;

namespace Plans.Ingest.Formats.Pdf;

internal enum ContentToken { End, Number, Name, Operator, Other }

/// <summary>Cuts a page's content stream (ISO 32000-1, 7.8.2) into numbers, names and operators; strings, arrays and dictionaries are passed over.</summary>
internal ref struct ContentTokens(ReadOnlySpan<byte> data)
{
    private readonly ReadOnlySpan<byte> _data = data;
    private int _at;

    public double Number { get; private set; }

    /// <summary>The operator, or the name without its slash.</summary>
    public ReadOnlySpan<byte> Word { get; private set; }

    public ContentToken Next()
    {
        while (_at < _data.Length && IsSpace(_data[_at]))
        {
            _at++;
        }

        if (_at >= _data.Length)
        {
            return ContentToken.End;
        }

        switch (_data[_at])
        {
            case (byte)'%':
                Skip(_data[_at..].IndexOfAny((byte)'\n', (byte)'\r'));
                return ContentToken.Other;
            case (byte)'(':
                SkipString();
                return ContentToken.Other;
            case (byte)'<' when _at + 1 < _data.Length && _data[_at + 1] != '<':
                Skip(_data[_at..].IndexOf((byte)'>') + 1);
                return ContentToken.Other;
            case (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)')':
                _at++;
                return ContentToken.Other;
            case (byte)'/':
                _at++;
                Word = Regular();
                return ContentToken.Name;
        }

        Word = Regular();
        if (IsNumber(Word[0]) && Utf8Parser.TryParse(Word, out double number, out var used) && used == Word.Length)
        {
            Number = number;
            return ContentToken.Number;
        }

        if (Word.SequenceEqual("ID"u8))
        {
            SkipInlineImage();
        }

        return ContentToken.Operator;
    }

    private ReadOnlySpan<byte> Regular()
    {
        var start = _at;
        while (_at < _data.Length && !IsSpace(_data[_at]) && !IsDelimiter(_data[_at]))
        {
            _at++;
        }

        return _data[start.._at];
    }

    private void SkipString()
    {
        var depth = 0;
        for (; _at < _data.Length; _at++)
        {
            if (_data[_at] == '\\')
            {
                _at++;
            }
            else if (_data[_at] == '(')
            {
                depth++;
            }
            else if (_data[_at] == ')' && --depth == 0)
            {
                _at++;
                return;
            }
        }
    }

    /// <summary>The data of an image inside the stream ends with EI between white space.</summary>
    private void SkipInlineImage()
    {
        for (var i = _at + 1; i + 2 < _data.Length; i++)
        {
            if (_data[i] == 'E' && _data[i + 1] == 'I' && IsSpace(_data[i - 1]) && IsSpace(_data[i + 2]))
            {
                _at = i + 2;
                return;
            }
        }

        _at = _data.Length;
    }

    private void Skip(int length) => _at = length <= 0 ? _data.Length : _at + length;

    private static bool IsSpace(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsDelimiter(byte b) => b is (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';

    private static bool IsNumber(byte b) => b is >= (byte)'0' and <= (byte)'9' or (byte)'-' or (byte)'+' or (byte)'.';
}
