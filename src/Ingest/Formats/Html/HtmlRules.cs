using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Plans.Ingest.Formats.Html;

/// <summary>Which elements have lines drawn around them, by their style attribute or by a style sheet in the page.</summary>
internal sealed partial class HtmlRules
{
    private const int MostSelectors = 200;

    private readonly List<string> _selectors;

    /// <param name="sheets">The contents of the page's style elements.</param>
    public HtmlRules(IEnumerable<string> sheets) =>
        _selectors = sheets.SelectMany(sheet => Rule().Matches(Comment().Replace(sheet, "")).Select(rule => rule.Groups["selector"].Value.Trim()))
            .Take(MostSelectors).ToList();

    public bool Draw(IElement element) =>
        (element.GetAttribute("style") is { } style && Border().IsMatch(style)) || _selectors.Exists(selector => Matches(element, selector));

    private static bool Matches(IElement element, string selector)
    {
        try
        {
            return element.Matches(selector);
        }
        catch (DomException)
        {
            // Not a selector that the library knows, such as @page.
            return false;
        }
    }

    [GeneratedRegex(@"/\*[^*]*\*+(?:[^/*][^*]*\*+)*/", RegexOptions.NonBacktracking)]
    private static partial Regex Comment();

    [GeneratedRegex(@"border(?:-(?:top|bottom|left|right))?\s*:[^;{}]*(?:solid|double|windowtext|[1-9](?:\.\d+)?p[xt])",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Border();

    [GeneratedRegex(@"(?<selector>[^{};@]+)\{[^{}]*border(?:-(?:top|bottom|left|right))?\s*:[^;{}]*(?:solid|double|[1-9](?:\.\d+)?p[xt])[^{}]*\}",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Rule();
}
