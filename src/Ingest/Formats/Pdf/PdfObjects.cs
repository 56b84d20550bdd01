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

/// <summary>The objects of a PDF in the JSON of qpdf (version 2 of that form); whatever is not as it should be counts as absent.</summary>
internal abstract class PdfObjects : IDisposable
{
    private const int Deepest = 64;

    /// <summary>The dictionary of each page, in order.</summary>
    public abstract IReadOnlyList<JsonElement?> Pages { get; }

    /// <summary>An object's value, or the dictionary of the stream that it is.</summary>
    public abstract JsonElement? Resolve(PdfReference reference);

    /// <summary>The decoded data of a stream.</summary>
    public abstract byte[]? Data(PdfReference reference);

    /// <summary>Whether the data is there in plain.</summary>
    public abstract bool IsDecoded(PdfReference reference);

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

    public abstract void Dispose();
}
