using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Plans.Ingest.Formats.Docx;

/// <summary>Lays what a set of properties states over what was inherited.</summary>
internal static class StyleReading
{
    public static StyleFacts Over(StyleFacts below, W.Style style)
    {
        var facts = Over(below, style.StyleRunProperties);
        facts = OverParagraph(facts, style.StyleParagraphProperties);
        var name = style.StyleName?.Val?.Value ?? "";
        return facts with
        {
            HeadingLevel = facts.HeadingLevel ?? HeadingLevel(name),
            IsContents = facts.IsContents || name.StartsWith("toc ", StringComparison.OrdinalIgnoreCase) && name.Length == 5,
            Ruled = Borders.Ruled(style.GetFirstChild<W.StyleTableProperties>()?.TableBorders) ?? facts.Ruled,
        };
    }

    /// <summary>Run properties, of whatever parent: they hold the same elements.</summary>
    public static StyleFacts Over(StyleFacts below, OpenXmlElement? run) => run is null ? below : below with
    {
        Bold = Values.IsOnOrNull(run.GetFirstChild<W.Bold>()) ?? below.Bold,
        Italic = Values.IsOnOrNull(run.GetFirstChild<W.Italic>()) ?? below.Italic,
        Hidden = Values.IsOnOrNull(run.GetFirstChild<W.Vanish>()) ?? below.Hidden,
        FontSize = Values.Number(run.GetFirstChild<W.FontSize>()?.Val) / 2 ?? below.FontSize,
        Font = FontOf(run.GetFirstChild<W.RunFonts>()) ?? below.Font,
        Capitals = Values.IsOnOrNull(run.GetFirstChild<W.Caps>()) ?? below.Capitals,
    };

    /// <summary>Of Latin letters. A theme goes before a name; converters leave names of blanks where they lost the font.</summary>
    private static string? FontOf(W.RunFonts? fonts) => fonts switch
    {
        null => null,
        _ when fonts.AsciiTheme is not null || fonts.HighAnsiTheme is not null => "",
        _ => string.IsNullOrWhiteSpace(fonts.Ascii?.Value ?? fonts.HighAnsi?.Value) ? null : fonts.Ascii?.Value ?? fonts.HighAnsi?.Value,
    };

    /// <summary>Paragraph properties, of a style or of the paragraph itself.</summary>
    public static StyleFacts OverParagraph(StyleFacts below, OpenXmlElement? properties)
    {
        if (properties is null)
        {
            return below;
        }

        var numbering = properties.GetFirstChild<W.NumberingProperties>();
        var outline = Values.Of(properties.GetFirstChild<W.OutlineLevel>()?.Val);
        return below with
        {
            Indent = Values.IndentOf(properties.GetFirstChild<W.Indentation>()) ?? below.Indent,
            Alignment = AlignmentOf(properties.GetFirstChild<W.Justification>()) ?? below.Alignment,
            // Level 9 is Word's way of saying body text.
            HeadingLevel = outline is { } level ? (level is >= 0 and < 9 ? level + 1 : null) : below.HeadingLevel,
            List = Values.Of(numbering?.NumberingId?.Val) ?? below.List,
            ListLevel = Values.Of(numbering?.NumberingLevelReference?.Val) ?? below.ListLevel,
        };
    }

    private static Alignment? AlignmentOf(W.Justification? justification) => Values.Of(justification?.Val) switch
    {
        null => null,
        W.JustificationValues.Center => Alignment.Centre,
        W.JustificationValues.Right or W.JustificationValues.End => Alignment.Right,
        W.JustificationValues.Both or W.JustificationValues.Distribute => Alignment.Justified,
        _ => Alignment.Left,
    };

    private static int? HeadingLevel(string styleName) =>
        styleName.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) && styleName is [.., >= '1' and <= '9' and var digit] ? digit - '0' : null;
}
