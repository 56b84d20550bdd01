using System.Text.Json;

namespace Plans.Ingest.Formats.Pdf;

/// <param name="At">Where the object begins in the file; which one it is, if it stands in a stream of objects.</param>
/// <param name="Container">The number of that stream.</param>
internal readonly record struct PdfPlace(int At, int? Container);

/// <summary>Where each object of a PDF stands: its tables or streams of cross-references, the newest first (ISO 32000-1, 7.5.4 and 7.5.8).</summary>
internal sealed class PdfCrossReferences
{
    private const int EndWithin = 1024;
    private const int MostTables = 1000;
    private const int MostObjects = 8_000_000;

    private readonly Dictionary<int, PdfPlace?> _places = [];

    /// <summary>The reference to the document's catalogue.</summary>
    public string? Root { get; private set; }

    public PdfPlace? Find(int number) => _places.GetValueOrDefault(number);

    /// <exception cref="PdfSyntaxException">They are not whole, or the file is encrypted.</exception>
    public static PdfCrossReferences Of(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        var last = span.LastIndexOf("startxref"u8);
        if (!span.StartsWith("%PDF-"u8) || last < Math.Max(0, span.Length - EndWithin))
        {
            throw new PdfSyntaxException("no beginning or no end");
        }

        var places = new PdfCrossReferences();
        var seen = new HashSet<long>();
        long? next = new PdfSyntax(span, last + "startxref"u8.Length).Integer();
        while (next is { } at)
        {
            if (at < 0 || at >= span.Length || !seen.Add(at) || seen.Count > MostTables)
            {
                throw new PdfSyntaxException($"no cross-references at {at}");
            }

            var syntax = new PdfSyntax(span, (int)at);
            using var trailer = syntax.Skip("xref"u8) ? places.AddTable(ref syntax) : places.AddStream(bytes, (int)at, besidesTable: false);
            next = places.Follow(trailer.RootElement, bytes);
        }

        return places;
    }

    private long? Follow(JsonElement trailer, ReadOnlyMemory<byte> bytes)
    {
        if (trailer.ValueKind != JsonValueKind.Object || trailer.TryGetProperty("/Encrypt", out _))
        {
            throw new PdfSyntaxException("no trailer, or encrypted");
        }

        // Objects in streams, which programs that know none are told to be free (7.5.8.4).
        if (Numbers(trailer, "/XRefStm") is [var hidden])
        {
            AddStream(bytes, hidden, besidesTable: true).Dispose();
        }

        Root ??= trailer.TryGetProperty("/Root", out var root) && root.ValueKind == JsonValueKind.String ? root.GetString() : null;
        return !trailer.TryGetProperty("/Prev", out var before) ? null
            : before.ValueKind == JsonValueKind.Number && before.TryGetInt64(out var at) ? at : throw new PdfSyntaxException("no previous cross-references");
    }

    private JsonDocument AddTable(ref PdfSyntax syntax)
    {
        while (!syntax.Skip("trailer"u8))
        {
            var (first, count) = (syntax.Integer(), syntax.Integer());
            for (var number = first; number < first + count; number++)
            {
                var at = syntax.Integer();
                _ = syntax.Integer();
                var isUsed = syntax.Skip("n"u8);
                if (!isUsed && !syntax.Skip("f"u8))
                {
                    throw new PdfSyntaxException("no cross-reference");
                }

                Add(number, isUsed ? new PdfPlace(checked((int)at), null) : null);
            }
        }

        return syntax.Value();
    }

    private JsonDocument AddStream(ReadOnlyMemory<byte> bytes, int at, bool besidesTable)
    {
        var syntax = new PdfSyntax(bytes.Span, at);
        _ = (syntax.Integer(), syntax.Integer());
        if (!syntax.Skip("obj"u8))
        {
            throw new PdfSyntaxException($"no cross-references at {at}");
        }

        var trailer = syntax.Value();
        var dictionary = trailer.RootElement;
        var widths = Numbers(dictionary, "/W");
        if (dictionary.ValueKind != JsonValueKind.Object || widths is not [>= 0 and <= 4, >= 1 and <= 4, >= 0 and <= 4] || Numbers(dictionary, "/Length") is not [>= 0 and var length] || !syntax.Skip("stream"u8))
        {
            throw new PdfSyntaxException($"no cross-references at {at}");
        }

        var start = syntax.At + (bytes.Span[syntax.At..].StartsWith("\r\n"u8) ? 2 : 1);
        if (length > bytes.Length - start)
        {
            throw new PdfSyntaxException($"no cross-references at {at}");
        }

        var table = PdfStreams.Unpacked(bytes.Slice(start, length), Optional(dictionary, "/Filter"), Optional(dictionary, "/DecodeParms"));
        AddEntries(table, widths, Numbers(dictionary, "/Index") is { Count: > 0 } index ? index : [0, .. Numbers(dictionary, "/Size")], besidesTable);
        return trailer;
    }

    private void AddEntries(ReadOnlySpan<byte> table, IReadOnlyList<int> widths, IReadOnlyList<int> index, bool besidesTable)
    {
        for (var part = 0; part + 1 < index.Count; part += 2)
        {
            for (var number = index[part]; number < (long)index[part] + index[part + 1]; number++)
            {
                var kind = widths[0] == 0 ? 1 : Take(ref table, widths[0]);
                var (first, second) = (Take(ref table, widths[1]), Take(ref table, widths[2]));
                Add(number, kind switch { 1 => new PdfPlace(first, null), 2 => new PdfPlace(second, first), _ => null }, besidesTable);
            }
        }
    }

    private static int Take(ref ReadOnlySpan<byte> table, int width)
    {
        if (table.Length < width)
        {
            throw new PdfSyntaxException("cross-references that are cut off");
        }

        var value = 0;
        foreach (var b in table[..width])
        {
            value = (value << 8) | b;
        }

        table = table[width..];
        return value;
    }

    /// <summary>The first that is said of an object is the newest; null is a free number.</summary>
    private void Add(long number, PdfPlace? place, bool overFree = false)
    {
        if (number is < 0 or > MostObjects || place is { At: < 0 })
        {
            throw new PdfSyntaxException("too many objects");
        }

        if (!_places.TryAdd((int)number, place) && overFree && place is not null)
        {
            _places[(int)number] ??= place;
        }
    }

    private static JsonElement? Optional(JsonElement dictionary, string name) => dictionary.TryGetProperty(name, out var value) ? value : null;

    /// <summary>One whole number or several; empty if there is anything else.</summary>
    private static IReadOnlyList<int> Numbers(JsonElement dictionary, string name) =>
        dictionary.ValueKind != JsonValueKind.Object || !dictionary.TryGetProperty(name, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(Number).OfType<int>()]
        : Number(value) is { } one ? [one] : [];

    private static int? Number(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
