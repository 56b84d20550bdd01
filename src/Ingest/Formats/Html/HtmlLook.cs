using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Plans.Ingest.Formats.Html;

/// <summary>How text at a place in the page looks, as tags and style attributes say; style sheets are not applied.</summary>
internal readonly partial record struct HtmlLook(bool Bold, bool Italic, double? FontSize, Alignment Alignment, int? HeadingLevel, string? Font, bool Capitals)
{
    public HtmlLook Inside(IElement element)
    {
        var look = element.LocalName switch
        {
            "b" or "strong" or "th" => this with { Bold = true },
            "i" or "em" => this with { Italic = true },
            "font" when element.GetAttribute("face") is { Length: > 0 } face => this with { Font = face },
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
        Font = FontIn(style) ?? Font,
        Capitals = Case().Match(style) is { Success: true } letters ? letters.Groups["upper"].Success : Capitals,
        Alignment = Align().Match(style) is { Success: true } align ? AlignmentOf(align.Groups["way"].Value) ?? Alignment : Alignment,
    };

    /// <summary>The font family that declarations name first, or null.</summary>
    public static string? FontIn(string declarations) => Family().Match(declarations) is { Success: true } family ? family.Groups["name"].Value.Trim() : null;

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

    [GeneratedRegex(@"font-family\s*:\s*[""']?(?<name>[^;,""'{}]{1,80})", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Family();

    [GeneratedRegex(@"text-transform\s*:\s*(?:(?<upper>uppercase)|none|lowercase|capitalize)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Case();

    [GeneratedRegex(@"text-align\s*:\s*(?<way>left|center|right|justify)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Align();
}
