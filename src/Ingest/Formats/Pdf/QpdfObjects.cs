using System.Text.Json;

namespace Plans.Ingest.Formats.Pdf;

/// <summary>The objects of a PDF as qpdf prints them: of any PDF that can be repaired.</summary>
internal sealed class QpdfObjects : PdfObjects
{
    private readonly JsonDocument _json;
    private readonly Dictionary<PdfReference, JsonElement> _objects = [];

    private QpdfObjects(JsonDocument json)
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

        Pages = json.RootElement.TryGetProperty("pages", out var pages) && pages.ValueKind == JsonValueKind.Array ? pages.EnumerateArray().Select(page => Entry(page, "object")).ToList() : [];
    }

    public override IReadOnlyList<JsonElement?> Pages { get; }

    /// <exception cref="JsonException">It is no JSON.</exception>
    public static QpdfObjects Read(Stream stream) => new(JsonDocument.Parse(stream, new JsonDocumentOptions { MaxDepth = 512 }));

    public override JsonElement? Resolve(PdfReference reference) => !_objects.TryGetValue(reference, out var found) ? null
        : found.TryGetProperty("value", out var direct) ? direct
        : found.TryGetProperty("stream", out var stream) && stream.TryGetProperty("dict", out var dictionary) ? dictionary
        : null;

    public override byte[]? Data(PdfReference reference) =>
        _objects.TryGetValue(reference, out var found) && found.TryGetProperty("stream", out var stream) && stream.TryGetProperty("data", out var data)
            && data.TryGetBytesFromBase64(out var bytes) ? bytes : null;

    /// <summary>A stream that cannot be decoded keeps its filters.</summary>
    public override bool IsDecoded(PdfReference reference) => _objects.TryGetValue(reference, out var found) && found.TryGetProperty("stream", out var stream)
        && stream.TryGetProperty("data", out _) && !(stream.TryGetProperty("dict", out var dictionary) && dictionary.TryGetProperty("/Filter", out _));

    public override void Dispose() => _json.Dispose();
}
