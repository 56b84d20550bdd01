using Plans.Ingest.Formats.Docx;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Plans.Ingest.Formats.Xlsx;

/// <summary>What a cell's style says.</summary>
internal sealed record CellLook(string? Font, bool IsBold, bool HasBorder, NumberFormat Format)
{
    public static readonly CellLook Plain = new(null, IsBold: false, HasBorder: false, NumberFormat.General);

    /// <summary>By the style numbers that cells have.</summary>
    public static IReadOnlyList<CellLook> Of(S.Stylesheet? sheet)
    {
        var fonts = sheet?.Fonts?.Elements<S.Font>().ToList() ?? [];
        var borders = sheet?.Borders?.Elements<S.Border>().Select(IsDrawn).ToList() ?? [];
        var codes = new Dictionary<uint, string>();
        foreach (var format in sheet?.NumberingFormats?.Elements<S.NumberingFormat>() ?? [])
        {
            if (Values.Of(format.NumberFormatId) is { } id && format.FormatCode?.Value is { } code)
            {
                codes.TryAdd(id, code);
            }
        }

        var formats = new Dictionary<uint, NumberFormat>();
        return sheet?.CellFormats?.Elements<S.CellFormat>().Select(format =>
        {
            var font = Values.Of(format.FontId) is { } fontId && fontId < fonts.Count ? fonts[(int)fontId] : null;
            var number = Values.Of(format.NumberFormatId) ?? 0;
            if (!formats.TryGetValue(number, out var shown))
            {
                formats[number] = shown = NumberFormat.Of(codes.GetValueOrDefault(number) ?? NumberFormat.BuiltIn(number));
            }

            return new CellLook(font?.FontName?.Val?.Value, IsOn(font?.Bold), Values.Of(format.BorderId) is { } border && border < borders.Count && borders[(int)border], shown);
        }).ToList() ?? [];
    }

    public static bool IsOn(S.BooleanPropertyType? property) => property is not null && property.Val is not { HasValue: true, Value: false };

    private static bool IsDrawn(S.Border border) => border.Elements<S.BorderPropertiesType>()
        .Any(side => side is not S.DiagonalBorder && side.Style is { HasValue: true } style && style.Value != S.BorderStyleValues.None);
}
