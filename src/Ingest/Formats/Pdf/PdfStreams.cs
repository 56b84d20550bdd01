using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;

namespace Plans.Ingest.Formats.Pdf;

/// <summary>Unpacks the streams of a PDF that are packed as nearly all are (ISO 32000-1, 7.4.4); others are left to a program that knows all filters.</summary>
internal static class PdfStreams
{
    /// <summary>No page's program nor any table of objects is longer.</summary>
    private const int Longest = 64 << 20;

    /// <summary>Line ends may stand between the data and what closes them.</summary>
    private const int MostPadding = 2;

    /// <param name="filter">What the stream's dictionary says, resolved.</param>
    /// <exception cref="PdfSyntaxException">It is packed in another way, damaged, cut off, or too long.</exception>
    public static byte[] Unpacked(ReadOnlyMemory<byte> data, JsonElement? filter, JsonElement? parameters)
    {
        if (filter is { ValueKind: JsonValueKind.Array } several && several.GetArrayLength() <= 1)
        {
            filter = several.GetArrayLength() == 1 ? several[0] : null;
            parameters = parameters is { ValueKind: JsonValueKind.Array } each && each.GetArrayLength() == 1 ? each[0] : null;
        }

        if (filter is null)
        {
            return data.ToArray();
        }

        if (filter is not { ValueKind: JsonValueKind.String } name || name.GetString() != "/FlateDecode")
        {
            throw new PdfSyntaxException("another filter");
        }

        var plain = Inflated(data);
        return parameters is { ValueKind: JsonValueKind.Object } said && Number(said, "/Predictor", 1) > 1 ? Restored(plain, said) : plain;
    }

    private static byte[] Inflated(ReadOnlyMemory<byte> data)
    {
        using var plain = new MemoryStream(data.Length * 4);
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(data.ToArray(), writable: false), CompressionMode.Decompress);
            var buffer = new byte[1 << 14];
            for (int count; (count = zlib.Read(buffer)) > 0;)
            {
                plain.Write(buffer, 0, count);
                if (plain.Length > Longest)
                {
                    throw new PdfSyntaxException("a stream that is too long");
                }
            }
        }
        catch (InvalidDataException)
        {
            throw new PdfSyntaxException("a damaged stream");
        }

        var sum = Sum(plain.GetBuffer().AsSpan(0, (int)plain.Length));
        for (var end = data.Length; end >= Math.Max(4, data.Length - MostPadding); end--)
        {
            if (BinaryPrimitives.ReadUInt32BigEndian(data.Span[(end - 4)..]) == sum)
            {
                return plain.ToArray();
            }
        }

        throw new PdfSyntaxException("a stream that is cut off");
    }

    /// <summary>The checksum at the end of packed data (RFC 1950, 8.2): without it, data that are cut off would pass for whole.</summary>
    private static uint Sum(ReadOnlySpan<byte> plain)
    {
        const uint Base = 65521;
        const int MostBeforeOverflow = 5552;
        var (low, high) = (1u, 0u);
        while (plain.Length > 0)
        {
            var part = plain[..Math.Min(plain.Length, MostBeforeOverflow)];
            foreach (var b in part)
            {
                low += b;
                high += low;
            }

            (low, high) = (low % Base, high % Base);
            plain = plain[part.Length..];
        }

        return (high << 16) | low;
    }

    /// <summary>Rows that are kept as differences (the predictors of PNG), of one byte a column.</summary>
    private static byte[] Restored(byte[] data, JsonElement parameters)
    {
        var columns = Number(parameters, "/Columns", 1);
        if (columns is < 1 or > 1 << 16 || Number(parameters, "/Predictor", 1) < 10 || Number(parameters, "/Colors", 1) != 1 || Number(parameters, "/BitsPerComponent", 8) != 8 || data.Length % (columns + 1) != 0)
        {
            throw new PdfSyntaxException("another predictor");
        }

        var rows = data.Length / (columns + 1);
        var plain = new byte[rows * columns];
        for (var row = 0; row < rows; row++)
        {
            var kind = data[row * (columns + 1)];
            for (var column = 0; column < columns; column++)
            {
                var at = (row * columns) + column;
                var before = kind switch
                {
                    0 => 0,
                    1 => column > 0 ? plain[at - 1] : 0,
                    2 => row > 0 ? plain[at - columns] : 0,
                    _ => throw new PdfSyntaxException("another predictor"),
                };
                plain[at] = (byte)(data[(row * (columns + 1)) + 1 + column] + before);
            }
        }

        return plain;
    }

    private static int Number(JsonElement dictionary, string name, int absent) =>
        !dictionary.TryGetProperty(name, out var value) ? absent : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : throw new PdfSyntaxException($"no number as {name}");
}
