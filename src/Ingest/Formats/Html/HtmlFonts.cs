using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Plans.Ingest.Formats.Html;

/// <summary>
/// The fonts that a page's style sheets name, by tag and class: enough for what word processors save (p.MsoNormal, span.Body, .x). They tell
/// in which encoding old pages are typed.
/// </summary>
internal sealed partial class HtmlFonts
{
    private readonly Dictionary<string, string> _fonts = new(StringComparer.OrdinalIgnoreCase);

    public HtmlFonts(IEnumerable<string> sheets)
    {
        foreach (var rule in sheets.SelectMany(sheet => Rule().Matches(Comment().Replace(sheet, ""))))
        {
            if (HtmlLook.FontIn(rule.Groups["body"].Value) is not { } font)
            {
                continue;
            }

            foreach (var selector in rule.Groups["selectors"].Value.Split(',', StringSplitOptions.TrimEntries))
            {
                _fonts[selector] = font;
            }
        }
    }

    public string? Of(IElement element)
    {
        if (_fonts.Count == 0)
        {
            return null;
        }

        foreach (var name in element.ClassList)
        {
            if (_fonts.TryGetValue($"{element.LocalName}.{name}", out var font) || _fonts.TryGetValue($".{name}", out font))
            {
                return font;
            }
        }

        return _fonts.GetValueOrDefault(element.LocalName);
    }

    [GeneratedRegex(@"/\*[^*]*\*+(?:[^/*][^*]*\*+)*/", RegexOptions.NonBacktracking)]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?<selectors>[\w.,\s\-]{1,400})\{(?<body>[^{}]*)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Rule();
}
