namespace Plans.Extraction.Language;

/// <summary>
/// Numbers that a converter pulled apart: "1 6%" for 16%, "9, 3%" for 9,3%, "1 8,3 triệu" for 18,3 triệu. A lone digit directly before a number with a
/// per-cent sign or a multiplier, nothing but a blank between, is its first digit; a comma and a blank before a lone digit with one are a decimal comma.
/// </summary>
internal static class BrokenDigits
{
    public static IReadOnlyList<NumberToken> Join(string canon, IReadOnlyList<NumberToken> numbers)
    {
        for (var i = 0; i + 1 < numbers.Count; i++)
        {
            if (Joined(canon, numbers[i], numbers[i + 1]) is { } whole)
            {
                return Join(canon, [.. numbers.Take(i), whole, .. numbers.Skip(i + 2)]);
            }
        }

        return numbers;
    }

    private static NumberToken? Joined(string canon, NumberToken first, NumberToken second)
    {
        if (first.Percent || first.HasMultiplier || !(second.Percent || second.HasMultiplier) || first.Max is not null || second.Max is not null || first.End >= second.Start || second.Digits.Length > 4)
        {
            return null;
        }

        var isComma = canon.AsSpan(first.End, second.Start - first.End) is ", ";
        var isBlank = canon.AsSpan(first.End, second.Start - first.End) is " ";
        var digits = isComma ? first.Digits + "," + second.Digits : first.Digits + second.Digits;
        var isBroken = isComma ? first.Digits.Length <= 2 && second.Digits.Length == 1 && first.Value != 0 && IsAlone(canon, first) : isBlank && first.Digits.Length == 1 && second.Digits[0] != '0' && IsAlone(canon, first);
        if (!isBroken || NumberGrammar.Parse(digits) is not { } value || NumberGrammar.Parse(second.Digits) is not { } part || part == 0)
        {
            return null;
        }

        return second with { Start = first.Start, Value = value * (second.Value / part), Digits = digits };
    }

    /// <summary>No list of numbers ("5, 7%"), no grade ("mức độ 3 80%") stands before it: a word of change or of reaching does.</summary>
    private static bool IsAlone(string canon, NumberToken first)
    {
        var before = canon[Math.Max(0, first.Start - 12)..first.Start].TrimEnd();
        return Reaching.Any(word => before.EndsWith(word, StringComparison.Ordinal));
    }

    private static readonly string[] Reaching = [" tăng", " giảm", " đạt", " còn", " lên", " cho", " là", " khoảng", " trên", " dưới", " từ", " xuống", " chiếm", " bằng", " hơn"];
}
