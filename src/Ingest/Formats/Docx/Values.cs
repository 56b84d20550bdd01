using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Plans.Ingest.Formats.Docx;

/// <summary>Reads attribute values; one that is not well-formed counts as absent, as it does in Word.</summary>
internal static class Values
{
    private const double TwipsInPoint = 20;

    public static T? Of<T>(OpenXmlSimpleValue<T>? value)
        where T : struct => value is { HasValue: true } ? value.Value : null;

    /// <summary>An element such as w:b is on when it stands there without a value.</summary>
    public static bool IsOn(W.OnOffType property) => property.Val is null || (property.Val.HasValue ? property.Val.Value : false);

    public static bool? IsOnOrNull(W.OnOffType? property) => property is null ? null : IsOn(property);

    /// <summary>Where a paragraph's first line begins, in points from the margin.</summary>
    public static double? IndentOf(W.Indentation? indentation)
    {
        if (indentation is null)
        {
            return null;
        }

        var left = Twips(indentation.Left) ?? Twips(indentation.Start);
        var first = Twips(indentation.FirstLine) ?? -Twips(indentation.Hanging);
        return left is null && first is null ? null : ((left ?? 0) + (first ?? 0)) / TwipsInPoint;
    }

    public static double? Number(StringValue? value) =>
        double.TryParse(value?.Value, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    private static double? Twips(StringValue? value) => Number(value);
}
