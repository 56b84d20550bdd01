using System.Text.RegularExpressions;

namespace Plans.Ingest.Formats.Text;

/// <summary>Lines that are drawn with letters: dashes and the like, with corners.</summary>
internal static partial class RuleLines
{
    public static bool IsRule(string raw) => Rule().IsMatch(raw);

    [GeneratedRegex(@"^\s*(?:[-=_─━═]{3,}\s*|[+|:¦│┼├┤┌┐└┘┬┴╔╗╚╝╠╣╦╩╬║-]?[-=_─━═]{2,}[+|:¦│┼├┤┌┐└┘┬┴╔╗╚╝╠╣╦╩╬║ ])+[-=_─━═]*\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Rule();
}
