using System.Text.Json;

namespace Plans.Ingest.Formats.Pdf;

/// <summary>How a page lies: its visible area in the file's coordinates and the clockwise turn by which it is shown.</summary>
internal sealed record PageFrame(double X0, double Y0, double X1, double Y1, int Turn)
{
    public double Width => IsTurned ? Y1 - Y0 : X1 - X0;

    public double Height => IsTurned ? X1 - X0 : Y1 - Y0;

    private bool IsTurned => Turn is 90 or 270;

    /// <summary>A point in the file's coordinates (origin at the bottom left) as it is shown, from the top left.</summary>
    public (double X, double Y) Shown(double x, double y) => Turn switch
    {
        90 => (y - Y0, x - X0),
        180 => (X1 - x, y - Y0),
        270 => (Y1 - y, X1 - x),
        _ => (x - X0, Y1 - y),
    };
}

/// <param name="Contents">The streams that paint the page, in order.</param>
/// <param name="Resources">What the streams name: above all, the forms that they paint.</param>
internal sealed record PdfPage(PageFrame Frame, IReadOnlyList<PdfReference> Contents, JsonElement? Resources, bool HasImages)
{
    /// <summary>Whether all of its images are grey or black and white, so that there is no colour to look at.</summary>
    public bool IsGrey { get; init; }
}

internal static class PdfPages
{
    private static readonly PageFrame A4 = new(0, 0, 595, 842, 0);

    public static IReadOnlyList<PdfPage> Of(PdfObjects objects) => objects.Pages.Select(page => Of(objects, page)).ToList();

    private static PdfPage Of(PdfObjects objects, JsonElement? page)
    {
        var resources = objects.Inherited(page, "/Resources");
        var images = objects.Entry(resources, "/XObject") is { ValueKind: JsonValueKind.Object } named
            ? named.EnumerateObject().Select(entry => objects.Resolve(entry.Value)).Where(picture => IsNamed(objects.Entry(picture, "/Subtype"), "/Image")).ToList() : [];
        var isGrey = images.Count > 0 && images.TrueForAll(picture => objects.Entry(picture, "/ColorSpace") is var space && (IsNamed(space, "/DeviceGray") || IsNamed(space, "/CalGray")));
        return new PdfPage(FrameOf(objects, page), Contents(objects, page), resources, images.Count > 0) { IsGrey = isGrey };
    }

    /// <summary>One stream, or an array of them.</summary>
    private static List<PdfReference> Contents(PdfObjects objects, JsonElement? page)
    {
        if (page is not { ValueKind: JsonValueKind.Object } dictionary || !dictionary.TryGetProperty("/Contents", out var contents))
        {
            return [];
        }

        if (objects.Resolve(contents) is { ValueKind: JsonValueKind.Array } parts)
        {
            return parts.EnumerateArray().Select(Reference).OfType<PdfReference>().ToList();
        }

        return Reference(contents) is { } only ? [only] : [];
    }

    private static PdfReference? Reference(JsonElement value) => value.ValueKind == JsonValueKind.String ? PdfReference.Of(value.GetString()) : null;

    private static bool IsNamed(JsonElement? value, string name) => value is { ValueKind: JsonValueKind.String } text && text.GetString() == name;

    private static PageFrame FrameOf(PdfObjects objects, JsonElement? page)
    {
        if (objects.Inherited(page, "/MediaBox") is not { ValueKind: JsonValueKind.Array } box || box.GetArrayLength() != 4)
        {
            return A4;
        }

        var corners = box.EnumerateArray().Select(corner => objects.Resolve(corner) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : double.NaN).ToList();
        var turn = objects.Inherited(page, "/Rotate") is { ValueKind: JsonValueKind.Number } rotate && rotate.TryGetInt32(out var degrees) ? ((degrees % 360) + 360) % 360 : 0;
        return corners.Exists(double.IsNaN) ? A4
            : new PageFrame(Math.Min(corners[0], corners[2]), Math.Min(corners[1], corners[3]), Math.Max(corners[0], corners[2]), Math.Max(corners[1], corners[3]), turn);
    }
}
