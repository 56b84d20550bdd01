using System.Text.RegularExpressions;

namespace Plans.Ingest.Encodings;

/// <summary>
/// TCVN3 has no capitals with tone marks. Where no font says that all is shown as capitals, keyboard programs left these letters small:
/// "Kế HOạCH" for KẾ HOẠCH. Words are given back their capitals where the other letters show that they are in capitals, and so are the first
/// letters of sentences, items and cells, and of committees ("ủy ban nhân dân").
/// </summary>
internal static partial class Tcvn3Capitals
{
    private enum Case { Capitals, Open, Small }

    /// <param name="text">Decoded; lines are judged one by one.</param>
    public static string Restore(string text) => string.Join('\n', text.Split('\n').Select(line => RestoreFirst(RestoreLine(line))));

    private static string RestoreFirst(string line) => !line.Any(HasNoCapital) ? line
        : Committee().Replace(Beginning().Replace(line, first => first.Value[..^1] + char.ToUpperInvariant(first.Value[^1])), "Ủy ban");

    private static string RestoreLine(string line)
    {
        if (!line.Any(char.IsUpper) || !line.Any(HasNoCapital))
        {
            return line;
        }

        var hasSmall = Words().Matches(line).Any(word => CaseOf(word.Value) == Case.Small);
        return Words().Replace(line, word => CaseOf(word.Value) switch
        {
            Case.Capitals => word.Value.ToUpperInvariant(),
            // "Hà" is HÀ among capitals, and a name elsewhere.
            Case.Open when !hasSmall && line.Count(char.IsUpper) > 1 => word.Value.ToUpperInvariant(),
            _ => word.Value,
        });
    }

    private static Case CaseOf(string word)
    {
        var capitals = word.Count(char.IsUpper);
        return word.Any(c => char.IsLower(c) && !HasNoCapital(c)) ? Case.Small
            : capitals > 1 || (capitals == 1 && !char.IsUpper(word[0])) ? Case.Capitals
            : Case.Open;
    }

    /// <summary>A small letter whose capital is not in the table: it bears a tone mark.</summary>
    private static bool HasNoCapital(char c) => "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ".Contains(c);

    [GeneratedRegex(@"\p{L}+", RegexOptions.NonBacktracking)]
    private static partial Regex Words();

    /// <summary>The letter after a list mark, the end of a sentence or the border of a cell. A line may begin in the middle of a sentence.</summary>
    [GeneratedRegex(@"(?:^\s*(?:[-+*•–]|\p{L}\)|\d{1,2}(?:\.\d{1,2}){0,3}[.)])\s+|[.!?]\s+|\t|\|\s*)[àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", RegexOptions.NonBacktracking)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"\bủy ban\b", RegexOptions.NonBacktracking)]
    private static partial Regex Committee();
}
