using System.Text.RegularExpressions;

namespace Plans.Ingest.Formats.Text;

/// <summary>The few HTML tags that converters and recognisers leave in plain text and in table cells.</summary>
internal static partial class InlineTags
{
    /// <summary>The paragraphs of a cell: p and br part them, other tags vanish.</summary>
    public static IReadOnlyList<string> Paragraphs(string cell) =>
        Drop(ParagraphBreak().Replace(cell, "\n")).Split('\n').Select(Encodings.CleanText.Squeeze).Where(line => line.Length > 0).ToList();

    private static string Drop(string text) => text.Contains('<') ? Format().Replace(text, "") : text;

    [GeneratedRegex(@"</?(?:p|br|div)(?:\s[^<>]{0,200})?\s*/?>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex ParagraphBreak();

    [GeneratedRegex(@"</?(?:i|b|u|em|strong|sup|sub|span|font|center|small|mark|a|s|del|ins)(?:\s[^<>]{0,200})?\s*/?>",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Format();
}
