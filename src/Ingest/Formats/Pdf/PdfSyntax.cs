using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Plans.Ingest.Formats.Pdf;

/// <summary>What stands in a file is not as the standard has it. It may be read all the same by a program that repairs.</summary>
internal sealed class PdfSyntaxException(string message) : Exception(message);

/// <summary>Reads the objects of a PDF (ISO 32000-1, 7.2 and 7.3) and writes each in the JSON in which qpdf writes them; the letters of strings are left out.</summary>
internal ref struct PdfSyntax(ReadOnlySpan<byte> data, int at)
{
    /// <summary>Less than a parser of JSON follows.</summary>
    private const int Deepest = 60;

    private readonly ReadOnlySpan<byte> _data = data;

    public int At { get; private set; } = at >= 0 && at <= data.Length ? at : throw new PdfSyntaxException($"nothing at {at}");

    /// <summary>One object from here on.</summary>
    /// <exception cref="PdfSyntaxException">It is none.</exception>
    public JsonDocument Value()
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, 0);
        }

        return JsonDocument.Parse(buffer.WrittenMemory);
    }

    /// <summary>Passes over a word if it stands here.</summary>
    public bool Skip(ReadOnlySpan<byte> word)
    {
        SkipSpace();
        if (!_data[At..].StartsWith(word))
        {
            return false;
        }

        At += word.Length;
        return true;
    }

    /// <exception cref="PdfSyntaxException">No number stands here.</exception>
    public long Integer()
    {
        SkipSpace();
        if (!Utf8Parser.TryParse(_data[At..], out long number, out var length))
        {
            throw new PdfSyntaxException($"no number at {At}");
        }

        At += length;
        return number;
    }

    private void Write(Utf8JsonWriter writer, int depth)
    {
        SkipSpace();
        if (At >= _data.Length || depth > Deepest)
        {
            throw new PdfSyntaxException($"no object at {At}");
        }

        switch (_data[At])
        {
            case (byte)'<' when At + 1 < _data.Length && _data[At + 1] == '<':
                At += 2;
                WriteDictionary(writer, depth);
                break;
            case (byte)'<':
                Pass(_data[At..].IndexOf((byte)'>') + 1);
                writer.WriteStringValue("b:");
                break;
            case (byte)'(':
                PassString();
                writer.WriteStringValue("u:");
                break;
            case (byte)'/':
                writer.WriteStringValue(Name());
                break;
            case (byte)'[':
                At++;
                writer.WriteStartArray();
                while (!Skip("]"u8))
                {
                    Write(writer, depth + 1);
                }

                writer.WriteEndArray();
                break;
            case (byte)'t' when Skip("true"u8):
                writer.WriteBooleanValue(true);
                break;
            case (byte)'f' when Skip("false"u8):
                writer.WriteBooleanValue(false);
                break;
            case (byte)'n' when Skip("null"u8):
                writer.WriteNullValue();
                break;
            default:
                WriteNumber(writer);
                break;
        }
    }

    private void WriteDictionary(Utf8JsonWriter writer, int depth)
    {
        writer.WriteStartObject();
        while (!Skip(">>"u8))
        {
            if (At >= _data.Length || _data[At] != '/')
            {
                throw new PdfSyntaxException($"no name at {At}");
            }

            writer.WritePropertyName(Name());
            Write(writer, depth + 1);
        }

        writer.WriteEndObject();
    }

    /// <summary>A number, or the reference of which it is the first.</summary>
    private void WriteNumber(Utf8JsonWriter writer)
    {
        var end = At;
        while (end < _data.Length && !IsSpace(_data[end]) && !IsDelimiter(_data[end]))
        {
            end++;
        }

        var digits = _data[At..end];
        if (!Utf8Parser.TryParse(digits.StartsWith("+"u8) ? digits[1..] : digits, out double number, out var length) || length == 0 || !double.IsFinite(number))
        {
            throw new PdfSyntaxException($"no object at {At}");
        }

        At = end;
        var reference = this;
        if (digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 && reference.Generation() is { } generation)
        {
            At = reference.At;
            writer.WriteStringValue($"{Encoding.ASCII.GetString(digits)} {generation} R");
        }
        else
        {
            writer.WriteNumberValue(number);
        }
    }

    private int? Generation()
    {
        SkipSpace();
        var end = At;
        while (end < _data.Length && char.IsAsciiDigit((char)_data[end]))
        {
            end++;
        }

        if (end == At || end - At > 5 || !Utf8Parser.TryParse(_data[At..end], out int generation, out _))
        {
            return null;
        }

        At = end;
        return Skip("R"u8) && (At >= _data.Length || IsSpace(_data[At]) || IsDelimiter(_data[At])) ? generation : null;
    }

    private string Name()
    {
        var end = At + 1;
        while (end < _data.Length && !IsSpace(_data[end]) && !IsDelimiter(_data[end]))
        {
            end++;
        }

        var name = Encoding.Latin1.GetString(_data[At..end]);
        At = end;
        return name;
    }

    private void PassString()
    {
        var depth = 0;
        do
        {
            if (At >= _data.Length)
            {
                throw new PdfSyntaxException("a string without end");
            }

            depth += _data[At] switch { (byte)'(' => 1, (byte)')' => -1, _ => 0 };
            At = Math.Min(_data.Length, At + (_data[At] == '\\' ? 2 : 1));
        }
        while (depth > 0);
    }

    private void Pass(int length) => At = length > 0 ? At + length : throw new PdfSyntaxException($"a string without end at {At}");

    private void SkipSpace()
    {
        while (At < _data.Length && (IsSpace(_data[At]) || _data[At] == '%'))
        {
            if (_data[At] == '%')
            {
                var end = _data[At..].IndexOfAny((byte)'\n', (byte)'\r');
                At = end < 0 ? _data.Length : At + end;
            }
            else
            {
                At++;
            }
        }
    }

    private static bool IsSpace(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsDelimiter(byte b) => b is (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';
}
