using System.Net;
using System.Text.RegularExpressions;

namespace Plans.Ingest.Formats.Text;

/// <summary>Takes off what Markdown writes into a line besides emphasis: links, pictures, quotes, escapes, entities.</summary>
internal static partial class MarkdownMarks
{
    public static string Drop(string line)
    {
        if (Fence().IsMatch(line))
        {
            return "";
        }

        line = Quote().Replace(line, "");
        line = Image().Replace(line, "");
        line = Link().Replace(line, "${text}");
        line = line.Contains('&') ? WebUtility.HtmlDecode(line) : line;
        return line.Contains('\\') ? Escape().Replace(line, "${mark}") : line;
    }

    [GeneratedRegex(@"^\s*(?:```|~~~)|^\s*\*\s?\*\s?\*\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^(?:\s{0,3}>\s?)+", RegexOptions.NonBacktracking)]
    private static partial Regex Quote();

    [GeneratedRegex(@"!\[[^\[\]]*\]\([^()\s]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex Image();

    [GeneratedRegex(@"\[(?<text>[^\[\]]+)\]\((?:https?:|mailto:|#|\.|/)[^()\s]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    // A bar stays escaped until the cells of its row are known; an escaped asterisk is no emphasis, so it goes last.
    [GeneratedRegex(@"\\(?<mark>[.\-+#()\[\]!_<>{}$~`\\])", RegexOptions.NonBacktracking)]
    private static partial Regex Escape();
}
