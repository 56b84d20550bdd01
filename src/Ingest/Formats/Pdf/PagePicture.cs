using System.Text.Json;

namespace Plans.Ingest.Formats.Pdf;

/// <summary>A picture that is all of a page and whose pixels can be had as they are kept, without drawing the page.</summary>
/// <param name="Colours">1 for grey, 3 for red, green and blue.</param>
/// <param name="Bits">Of a pixel and colour: 8, or 1 for black and white.</param>
/// <param name="DotsPerInch">As it lies on the page.</param>
internal sealed record PagePicture(PdfReference Object, int Width, int Height, int Colours, int Bits, double DotsPerInch)
{
    /// <summary>Grosser pictures are no scans of text; finer ones cost more to shrink than to draw.</summary>
    private const double Grossest = 100;
    private const double Finest = 620;

    /// <summary>How far the resolution may differ between across and down.</summary>
    private const double Uneven = 0.01;

    /// <summary>What qpdf decodes; fax and JPEG 2000 it does not.</summary>
    private static readonly string[] Decoded = ["/FlateDecode", "/LZWDecode", "/RunLengthDecode", "/ASCII85Decode", "/ASCIIHexDecode", "/DCTDecode"];

    /// <summary>Null if its pixels mean something else than plain grey or colours, so that only drawing tells what is seen.</summary>
    public static PagePicture? Of(PdfObjects objects, PdfReference reference, PageFrame frame)
    {
        if (objects.Resolve(reference) is not { ValueKind: JsonValueKind.Object } picture || HasAny(picture, "/SMask", "/Mask", "/ImageMask", "/Decode")
            || Number(objects, picture, "/Width") is not (> 0 and var width) || Number(objects, picture, "/Height") is not (> 0 and var height)
            || ColoursOf(objects, objects.Entry(picture, "/ColorSpace")) is not { } colours || !IsDecoded(objects.Entry(picture, "/Filter")))
        {
            return null;
        }

        var bits = Number(objects, picture, "/BitsPerComponent");
        var (across, down) = (width * 72 / frame.Width, height * 72 / frame.Height);
        var isPlain = bits == 8 || (bits == 1 && colours == 1);
        return isPlain && across is >= Grossest and <= Finest && Math.Abs(across - down) < Uneven * down ? new PagePicture(reference, width, height, colours, bits, across) : null;
    }

    private static bool HasAny(JsonElement dictionary, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (dictionary.TryGetProperty(name, out _))
            {
                return true;
            }
        }

        return false;
    }

    private static int Number(PdfObjects objects, JsonElement dictionary, string name) =>
        objects.Entry(dictionary, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : 0;

    private static int? ColoursOf(PdfObjects objects, JsonElement? space) => space switch
    {
        { ValueKind: JsonValueKind.String } name => name.GetString() switch { "/DeviceGray" => 1, "/DeviceRGB" => 3, _ => null },
        { ValueKind: JsonValueKind.Array } parts when parts.GetArrayLength() > 0 && parts[0].ValueKind == JsonValueKind.String => parts[0].GetString() switch
        {
            "/CalGray" => 1,
            "/CalRGB" => 3,
            "/ICCBased" when parts.GetArrayLength() == 2 && objects.Resolve(parts[1]) is { ValueKind: JsonValueKind.Object } profile => Number(objects, profile, "/N") switch { 1 => 1, 3 => 3, _ => null },
            _ => null,
        },
        _ => null,
    };

    private static bool IsDecoded(JsonElement? filter) => filter switch
    {
        null => true,
        { ValueKind: JsonValueKind.String } name => Decoded.Contains(name.GetString()),
        { ValueKind: JsonValueKind.Array } names => names.EnumerateArray().All(name => name.ValueKind == JsonValueKind.String && Decoded.Contains(name.GetString())),
        _ => false,
    };
}
