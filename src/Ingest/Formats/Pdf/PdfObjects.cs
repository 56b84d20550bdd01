using System.Text.Json;
using System.Text.RegularExpressions;

namespace Plans.Ingest.Formats.Pdf;

/// <summary>An indirect object's number and generation.</summary>
internal readonly partial record struct PdfReference(int Number, int Generation)
{
    public string Argument => $"{Number},{Generation}";

    public string Key => $"obj:{Number} {Generation} R";

    /// <summary>Of the form "12 0 R", or null.</summary>
    public static PdfReference? Of(string? text) => text is not null && Form().Match(text) is { Success: true } match
        ? new PdfReference(int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), int.Parse(match.Groups[2].ValueSpan, System.Globalization.CultureInfo.InvariantCulture))
        : null;

    [GeneratedRegex(@"^(?:obj:)?(\d{1,9}) (\d{1,5}) R$", RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}

/// <summary>The objects of a PDF as qpdf describes them in JSON (version 2 of that form); whatever is not as it should be counts as absent.</summary>
internal sealed class PdfObjects : IDisposable
{
    private const int Deepest = 64;

    private readonly JsonDocument _json;
    private readonly Dictionary<PdfReference, JsonElement> _objects = [];

    private PdfObjects(JsonDocument json)
    {
        _json = json;
        if (json.RootElement.TryGetProperty("qpdf", out var parts) && parts is { ValueKind: JsonValueKind.Array } && parts.GetArrayLength() > 1)
        {
            foreach (var entry in parts[1].EnumerateObject())
            {
                if (PdfReference.Of(entry.Name) is { } reference)
                {
                    _objects[reference] = entry.Value;
                }
            }
        }

        Pages = json.RootElement.TryGetProperty("pages", out var pages) && pages.ValueKind == JsonValueKind.Array ? pages.EnumerateArray().ToList() : [];
    }

    /// <summary>Each page as qpdf sums it up: its object, its contents, its images.</summary>
    public IReadOnlyList<JsonElement> Pages { get; }

    /// <exception cref="JsonException">It is no JSON.</exception>
    public static PdfObjects Read(Stream stream) => new(JsonDocument.Parse(stream, new JsonDocumentOptions { MaxDepth = 512 }));

    /// <summary>The value, or the dictionary of the stream, that a reference leads to; other values as they are.</summary>
    public JsonElement? Resolve(JsonElement? value)
    {
        for (var depth = 0; depth < Deepest && value is { } element; depth++)
        {
            if (element.ValueKind != JsonValueKind.String || PdfReference.Of(element.GetString()) is not { } reference)
            {
                return element;
            }

            value = Resolve(reference);
        }

        return null;
    }

    /// <summary>An object's value, or the dictionary of the stream that it is.</summary>
    public JsonElement? Resolve(PdfReference reference) => !_objects.TryGetValue(reference, out var found) ? null
        : found.TryGetProperty("value", out var direct) ? direct
        : found.TryGetProperty("stream", out var stream) && stream.TryGetProperty("dict", out var dictionary) ? dictionary
        : null;

    /// <summary>An entry of a dictionary, resolved.</summary>
    public JsonElement? Entry(JsonElement? dictionary, string name) =>
        dictionary is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(name, out var entry) ? Resolve(entry) : null;

    /// <summary>An entry that pages inherit from the nodes above them.</summary>
    public JsonElement? Inherited(JsonElement? page, string name)
    {
        for (var depth = 0; depth < Deepest && page is not null; depth++)
        {
            if (Entry(page, name) is { } found)
            {
                return found;
            }

            page = Entry(page, "/Parent");
        }

        return null;
    }

    /// <summary>Whether a stream is painted like a page of its own, not as an image.</summary>
    public bool IsForm(JsonElement? dictionary) => Entry(dictionary, "/Subtype") is { ValueKind: JsonValueKind.String } type && type.GetString() == "/Form";

    /// <summary>The decoded data of a stream, if this was read with it.</summary>
    public byte[]? Data(PdfReference reference) =>
        _objects.TryGetValue(reference, out var found) && found.TryGetProperty("stream", out var stream) && stream.TryGetProperty("data", out var data)
            && data.TryGetBytesFromBase64(out var bytes) ? bytes : null;

    /// <summary>Whether the data is there in plain: a stream that cannot be decoded keeps its filters.</summary>
    public bool IsDecoded(PdfReference reference) => _objects.TryGetValue(reference, out var found) && found.TryGetProperty("stream", out var stream)
        && stream.TryGetProperty("data", out _) && !(stream.TryGetProperty("dict", out var dictionary) && dictionary.TryGetProperty("/Filter", out _));

    public void Dispose() => _json.Dispose();
}
