using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Plans.Ingest.Formats.Html;

/// <summary>How text at a place in the page looks, as tags and style attributes say; style sheets are not applied.</summary>
internal readonly partial record struct HtmlLook(bool Bold, bool Italic, double? FontSize, Alignment Alignment, int? HeadingLevel)
{
    public HtmlLook Inside(IElement element)
    {
        var look = element.LocalName switch
        {
            "b" or "strong" or "th" => this with { Bold = true },
            "i" or "em" => this with { Italic = true },
            "center" => this with { Alignment = Alignment.Centre },
            ['h', >= '1' and <= '6'] => this with { Bold = true, HeadingLevel = element.LocalName[1] - '0' },
            _ => this,
        };
        look = look with { Alignment = AlignmentOf(element.GetAttribute("align")) ?? look.Alignment };
        return element.GetAttribute("style") is { Length: > 0 } style ? look.Styled(style) : look;
    }

    public static bool IsHidden(IElement element) => element.HasAttribute("hidden")
        || (element.GetAttribute("style") is { } style && Hidden().IsMatch(style));

    /// <summary>Whether a page begins with the element.</summary>
    public static bool BreaksPage(IElement element) => element.GetAttribute("style") is { } style && PageBreak().IsMatch(style);

    private HtmlLook Styled(string style) => this with
    {
        Bold = Weight().Match(style) is { Success: true } weight ? weight.Groups["bold"].Success : Bold,
        Italic = Slant().Match(style) is { Success: true } slant ? slant.Groups["italic"].Success : Italic,
        FontSize = Size().Match(style) is { Success: true } size ? Points(size) : FontSize,
        Alignment = Align().Match(style) is { Success: true } align ? AlignmentOf(align.Groups["way"].Value) ?? Alignment : Alignment,
    };

    private static double? Points(Match size) =>
        double.TryParse(size.Groups["number"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number * (size.Groups["unit"].Value.Equals("px", StringComparison.OrdinalIgnoreCase) ? 0.75 : 1)
            : null;

    private static Alignment? AlignmentOf(string? way) => way?.ToLowerInvariant() switch
    {
        "left" => Alignment.Left,
        "center" or "middle" => Alignment.Centre,
        "right" => Alignment.Right,
        "justify" => Alignment.Justified,
        _ => null,
    };

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"(?:page-)?break-before\s*:\s*(?:always|page)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex PageBreak();

    [GeneratedRegex(@"font-weight\s*:\s*(?:(?<bold>bold(?:er)?|[6-9]00)|normal|lighter|[1-5]00)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Weight();

    [GeneratedRegex(@"font-style\s*:\s*(?:(?<italic>italic|oblique)|normal)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Slant();

    [GeneratedRegex(@"font-size\s*:\s*(?<number>\d{1,3}(?:\.\d{1,4})?)\s*(?<unit>pt|px)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Size();

    [GeneratedRegex(@"text-align\s*:\s*(?<way>left|center|right|justify)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Align();
}
