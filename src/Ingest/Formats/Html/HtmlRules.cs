using System.Text.RegularExpressions;

namespace Plans.Ingest.Formats.Html;

/// <summary>Whether CSS draws lines around cells.</summary>
internal static partial class HtmlRules
{
    /// <param name="declarations">The content of a style attribute.</param>
    public static bool Draws(string declarations) => Border().IsMatch(declarations);

    /// <param name="sheet">The content of a style element.</param>
    public static bool SheetDraws(string sheet) => CellRule().IsMatch(sheet);

    [GeneratedRegex(@"border(?:-(?:top|bottom|left|right))?\s*:[^;{}]*(?:solid|double|windowtext|[1-9](?:\.\d+)?p[xt])", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Border();

    [GeneratedRegex(@"(?:^|[\s,}>])(?:table|td|th)\b[^{}]*\{[^{}]*border(?:-(?:top|bottom|left|right))?\s*:[^;{}]*(?:solid|double|[1-9](?:\.\d+)?p[xt])",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex CellRule();
}
