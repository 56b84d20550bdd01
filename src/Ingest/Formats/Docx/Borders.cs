using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Plans.Ingest.Formats.Docx;

/// <summary>Whether borders are drawn.</summary>
internal static class Borders
{
    /// <summary>Null where there are none stated.</summary>
    public static bool? Ruled(OpenXmlCompositeElement? borders)
    {
        var stated = borders?.Elements<W.BorderType>().ToList();
        return stated is null or [] ? null : stated.Exists(border =>
            Values.Of(border.Val) is { } value && value is not (W.BorderValues.None or W.BorderValues.Nil));
    }
}
