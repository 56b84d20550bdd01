using System.Text.RegularExpressions;

namespace Plans.Ingest.Encodings;

/// <summary>
/// TCVN3 has no capitals with tone marks. Where no font says that all is shown as capitals, keyboard programs left these letters small:
/// "Kế HOạCH" for KẾ HOẠCH. Words are given back their capitals where the other letters show that they are in capitals.
/// </summary>
internal static partial class Tcvn3Capitals
{
    private enum Case { Capitals, Open, Small }

    /// <param name="text">Decoded; lines are judged one by one.</param>
    public static string Restore(string text) => string.Join('\n', text.Split('\n').Select(RestoreLine));

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
}
