using System.Text.Json;

namespace Plans.Ingest.Formats.Pdf;

/// <summary>
/// The objects of a PDF that is as the standard has it, read from its bytes: most files are, and asking another program for them costs as much
/// as reading their text. Only what is asked for is read. Whatever is unusual (encrypted, repaired by appending in a mixed way, damaged) is
/// refused, for a program that repairs.
/// </summary>
internal sealed class PdfFile : PdfObjects
{
    private const int DeepestTree = 64;
    private const int MostPages = 1_000_000;

    /// <summary>Of all streams together: a form may be painted any number of times.</summary>
    private const long MostData = 1L << 30;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly PdfCrossReferences _places;
    private readonly Dictionary<int, JsonDocument> _objects = [];
    private readonly Dictionary<int, PackedObjects> _packed = [];
    private long _unpacked;

    private PdfFile(ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
        _places = PdfCrossReferences.Of(bytes);
        var pages = new List<JsonElement?>();
        AddPages(PdfReference.Of(_places.Root) is { } root ? Entry(Resolve(root), "/Pages") : null, pages, 0);
        Pages = pages.Count > 0 ? pages : throw new PdfSyntaxException("no pages");
    }

    private sealed record PackedObjects(byte[] Data, int First, IReadOnlyList<(int Number, int At)> Places);

    public override IReadOnlyList<JsonElement?> Pages { get; }

    /// <exception cref="PdfSyntaxException">It is not as the standard has it.</exception>
    public static PdfFile Open(ReadOnlyMemory<byte> bytes) => new(bytes);

    public override JsonElement? Resolve(PdfReference reference)
    {
        if (!_objects.TryGetValue(reference.Number, out var known))
        {
            if (_places.Find(reference.Number) is not { } place)
            {
                return null;
            }

            known = place.Container is { } container ? Packed(container, place.At, reference.Number) : At(place.At, reference, out _);
            _objects[reference.Number] = known;
        }

        return known.RootElement;
    }

    /// <exception cref="PdfSyntaxException">It cannot be decoded here.</exception>
    public override byte[]? Data(PdfReference reference)
    {
        if (_places.Find(reference.Number) is not { Container: null } place)
        {
            return null;
        }

        using var dictionary = At(place.At, reference, out var end);
        var data = PdfStreams.Unpacked(StreamAt(dictionary.RootElement, end), Entry(dictionary.RootElement, "/Filter"), Entry(dictionary.RootElement, "/DecodeParms"));
        _unpacked += data.Length;
        return _unpacked <= MostData ? data : throw new PdfSyntaxException("streams that are too long");
    }

    public override bool IsDecoded(PdfReference reference) => true;

    public override void Dispose()
    {
        foreach (var known in _objects.Values)
        {
            known.Dispose();
        }
    }

    private JsonDocument At(int at, PdfReference reference, out int end)
    {
        var syntax = new PdfSyntax(_bytes.Span, at);
        if (syntax.Integer() != reference.Number || syntax.Integer() != reference.Generation || !syntax.Skip("obj"u8))
        {
            throw new PdfSyntaxException($"no object {reference.Number} at {at}");
        }

        var value = syntax.Value();
        end = syntax.At;
        return value;
    }

    private ReadOnlyMemory<byte> StreamAt(JsonElement dictionary, int end)
    {
        var syntax = new PdfSyntax(_bytes.Span, end);
        if (!syntax.Skip("stream"u8) || Entry(dictionary, "/Length") is not { ValueKind: JsonValueKind.Number } said || !said.TryGetInt32(out var length) || length < 0)
        {
            throw new PdfSyntaxException($"no stream at {end}");
        }

        var start = syntax.At;
        start += _bytes.Span[start..] switch { [(byte)'\r', (byte)'\n', ..] => 2, [(byte)'\n', ..] => 1, _ => throw new PdfSyntaxException($"no stream at {end}") };
        if (length > _bytes.Length - start || !new PdfSyntax(_bytes.Span, start + length).Skip("endstream"u8))
        {
            throw new PdfSyntaxException($"a stream of another length at {end}");
        }

        return _bytes.Slice(start, length);
    }

    /// <summary>An object inside a stream of objects (ISO 32000-1, 7.5.7).</summary>
    private JsonDocument Packed(int container, int index, int number)
    {
        if (!_packed.TryGetValue(container, out var packed))
        {
            packed = _packed[container] = Unpack(new PdfReference(container, 0));
        }

        return index < packed.Places.Count && packed.Places[index] is var (found, at) && found == number && at >= 0 && at < packed.Data.Length - packed.First
            ? new PdfSyntax(packed.Data, packed.First + at).Value() : throw new PdfSyntaxException($"no object {number} in {container}");
    }

    private PackedObjects Unpack(PdfReference container)
    {
        if (_places.Find(container.Number) is not { Container: null } place)
        {
            throw new PdfSyntaxException($"no object {container.Number}");
        }

        using var dictionary = At(place.At, container, out _);
        if (Entry(dictionary.RootElement, "/N") is not { ValueKind: JsonValueKind.Number } n || !n.TryGetInt32(out var count) || count is < 0 or > 1 << 20
            || Entry(dictionary.RootElement, "/First") is not { ValueKind: JsonValueKind.Number } f || !f.TryGetInt32(out var first) || first < 0)
        {
            throw new PdfSyntaxException($"no objects in {container.Number}");
        }

        var data = Data(container)!;
        var syntax = new PdfSyntax(data, 0);
        var places = new List<(int, int)>(count);
        for (var i = 0; i < count; i++)
        {
            places.Add((checked((int)syntax.Integer()), checked((int)syntax.Integer())));
        }

        return new PackedObjects(data, first, places);
    }

    private void AddPages(JsonElement? node, List<JsonElement?> pages, int depth)
    {
        if (node is not { ValueKind: JsonValueKind.Object } || depth > DeepestTree || pages.Count > MostPages)
        {
            throw new PdfSyntaxException("no tree of pages");
        }

        if (Entry(node, "/Kids") is { ValueKind: JsonValueKind.Array } kids)
        {
            foreach (var kid in kids.EnumerateArray())
            {
                AddPages(Resolve(kid), pages, depth + 1);
            }
        }
        else
        {
            pages.Add(node);
        }
    }
}
