using System.Globalization;
using System.Text.RegularExpressions;

namespace Plans.Extraction.Language;

/// <summary>A number as it stands in a text.</summary>
/// <param name="Start">Where its first digit (or number word) stands.</param>
/// <param name="End">One past its last character, multiplier and per-cent sign included.</param>
/// <param name="Max">The upper end of a range.</param>
/// <param name="Percent">Whether a per-cent sign closes it.</param>
/// <param name="Digits">The first run of digits as printed.</param>
public sealed record NumberToken(int Start, int End, decimal Value, decimal? Max, bool Percent, string Digits, bool HasMultiplier)
{
    public int Length => End - Start;
}

/// <summary>
/// Vietnamese numbers (Số): a dot groups thousands, a comma marks decimals; multipliers nghìn, triệu, tỷ; ranges; per cent.
/// Never parsed with a culture. The specification with examples is docs/grammar/so.md.
/// </summary>
public static partial class NumberGrammar
{
    private const string Plain = @"\d+(?:[.,]\d+)*";
    private const string Multiplier = @"(?:nghìn|ngàn|vạn|triệu|(?:tỷ|tỉ)(?!\s?(?:lệ|trọng|suất|số)))(?!\p{L})";

    /// <summary>"1 triệu 200 nghìn": a number in two steps.</summary>
    private const string Steps = @"(?<a>" + Plain + @")\s(?:(?<ma>tỷ|tỉ)\s(?<a2>" + Plain + @")\s(?<m2>triệu|nghìn|ngàn)|(?<ma>triệu)\s(?<a2>" + Plain + @")\s(?<m2>nghìn|ngàn))(?!\p{L})";

    [GeneratedRegex(Steps + @"|(?<a>" + Plain + @")(?<pa>\s?%(?![0o]\b))?(?:\s(?<ma>" + Multiplier + @")(?:\s(?<mm>" + Multiplier + @"))?)?(?:\s?(?:-|đến|tới)\s?(?<b>" + Plain + @")(?<pb>\s?%(?![0o]\b))?(?:\s(?<mb>" + Multiplier + @"))?)?", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Pattern();

    /// <summary>All numbers of a text in <see cref="Canon.Form"/>, in order.</summary>
    public static IReadOnlyList<NumberToken> Find(string canon)
    {
        if (!canon.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return [];
        }

        var found = new List<NumberToken>();
        foreach (Match match in Pattern().Matches(canon))
        {
            // "giảm còn 40%2": a digit that touches a letter or a per-cent sign is part of a name or a footnote's mark
            if (match.Index > 0 && (char.IsLetter(canon[match.Index - 1]) || canon[match.Index - 1] is '/' or '%'))
            {
                continue;
            }

            found.AddRange(Tokens(canon, match));
        }

        return found.Count > 1 ? BrokenDigits.Join(canon, found) : found;
    }

    private static IEnumerable<NumberToken> Tokens(string canon, Match match)
    {
        var a = match.Groups["a"];
        var b = match.Groups["b"];
        var first = Parse(a.Value);
        if (first is null)
        {
            yield break;
        }

        if (match.Groups["a2"].Success)
        {
            var rest = Parse(match.Groups["a2"].Value) ?? 0;
            var value = (first.Value * Scale(match.Groups["ma"].Value)) + (rest * Scale(match.Groups["m2"].Value));
            yield return new NumberToken(match.Index, match.Index + match.Length, value, null, false, a.Value, true);
            yield break;
        }

        var scaleA = Scale(match.Groups["ma"].Value) * Scale(match.Groups["mm"].Value);
        var scaleB = Scale(match.Groups["mb"].Value);
        var second = b.Success ? Parse(b.Value) : null;
        var end = match.Index + match.Length;
        if (second is { } upper)
        {
            var low = first.Value * (scaleA == 1 ? scaleB : scaleA);
            var high = upper * scaleB;
            var percentA = match.Groups["pa"].Success;
            var percentB = match.Groups["pb"].Success;
            var oneUnit = percentA == percentB || percentB;
            if (oneUnit && low < high && !IsYear(a.Value) && !(end + 1 < canon.Length && canon[end] == '/' && char.IsDigit(canon[end + 1])))
            {
                yield return new NumberToken(match.Index, end, low, high, percentB, a.Value, scaleB != 1);
                yield break;
            }

            var endA = Math.Max(Math.Max(a.Index + a.Length, End(match.Groups["pa"])), Math.Max(End(match.Groups["ma"]), End(match.Groups["mm"])));
            yield return new NumberToken(match.Index, endA, first.Value * scaleA, null, percentA, a.Value, scaleA != 1);
            yield return new NumberToken(b.Index, end, high, null, percentB, b.Value, scaleB != 1);
            yield break;
        }

        yield return new NumberToken(match.Index, end, first.Value * scaleA, null, match.Groups["pa"].Success, a.Value, scaleA != 1);
    }

    private static int End(Group group) => group.Success ? group.Index + group.Length : 0;

    private static bool IsYear(string digits) => digits.Length == 4 && digits[0] is '1' or '2' && digits.All(char.IsDigit) &&
        int.Parse(digits, CultureInfo.InvariantCulture) is > 1900 and < 2100;

    /// <summary>The value of one run of digits, dots and commas; null where it is none ("1.1.2").</summary>
    public static decimal? Parse(string digits)
    {
        var dots = digits.Count(c => c == '.');
        var commas = digits.Count(c => c == ',');
        var plain = (dots, commas) switch
        {
            (0, 0) => digits,
            (_, 0) when GroupsOfThree(digits, '.') => digits.Replace(".", ""),
            (1, 0) => digits,
            (0, 1) => digits.Replace(',', '.'),
            (0, _) when GroupsOfThree(digits, ',') => digits.Replace(",", ""),
            (_, 1) when digits.LastIndexOf(',') > digits.LastIndexOf('.') && GroupsOfThree(digits[..digits.LastIndexOf(',')], '.') =>
                digits.Replace(".", "").Replace(',', '.'),
            (1, _) when digits.LastIndexOf('.') > digits.LastIndexOf(',') && GroupsOfThree(digits[..digits.LastIndexOf('.')], ',') =>
                digits.Replace(",", ""),
            _ => null,
        };
        return plain is { Length: <= 24 } && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static bool GroupsOfThree(string digits, char separator)
    {
        var groups = digits.Split(separator);
        return groups[0].Length is >= 1 and <= 3 && groups[0] != "0" && groups.Skip(1).All(g => g.Length == 3);
    }

    private static decimal Scale(string multiplier) => multiplier switch
    {
        "" => 1m,
        "nghìn" or "ngàn" => 1_000m,
        "vạn" => 10_000m,
        "triệu" => 1_000_000m,
        _ => 1_000_000_000m,
    };
}
