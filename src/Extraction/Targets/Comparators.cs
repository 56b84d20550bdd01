using System.Buffers;
using System.Text.RegularExpressions;

namespace Plans.Extraction.Targets;

/// <summary>The words before and after a number that say how it is to be compared (so sánh).</summary>
internal static partial class Comparators
{
    [GeneratedRegex(@"(?<!\p{L})(?:(?<ge>(?:ít nhất|tối thiểu|không dưới|không thấp hơn|không ít hơn|≥|>=|lớn hơn hoặc bằng|từ)(?: là| đạt| phải đạt| cũng)?(?: từ)?)\s?:?\s?$|(?<gt>(?:trên|hơn|>|cao hơn|vượt|lớn hơn)(?: mức)?)\s?:?\s?$|(?<le>(?:không quá|tối đa|không vượt quá|≤|<=|không cao hơn|nhiều nhất)(?: là)?)\s?:?\s?$|(?<lt>(?:dưới|<|thấp hơn|nhỏ hơn|chưa đến)(?: mức)?)\s?:?\s?$|(?<about>(?:khoảng|dự kiến|ước|ước khoảng|ước đạt|gần|xấp xỉ|trung bình khoảng|dự kiến khoảng|~)(?: là| đạt)?)\s?:?\s?$)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Before();

    [GeneratedRegex(@"^\s?(?:[^,;.()\d]{0,24}?(?:\d\p{L})?\s)?(?<ge>trở lên|hoặc cao hơn)|^\s?(?:[^,;.()\d]{0,24}?\s)?(?<le>trở xuống)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex After();

    [GeneratedRegex(@"(?:^|\s)(?<up>tăng(?: thêm| trưởng| bình quân| trung bình| tối thiểu| ít nhất| trên| khoảng| từ| hàng năm| hằng năm| mỗi năm| năm)*|(?:[\p{L}]+\s){0,3}thêm|(?:[\p{L}]+\s){1,3}bổ sung)(?: ít nhất| tối thiểu)?\s?$|(?:^|\s)(?<down>(?:giảm|kéo giảm|cắt giảm|rút ngắn|tinh giản|tiết giảm|tiết kiệm)(?: bình quân| trung bình| tối thiểu| ít nhất| trên| khoảng| từ| ít nhất là| hàng năm| hằng năm| mỗi năm| bình quân mỗi năm| bình quân hằng năm| năm| tỷ lệ hộ nghèo| được)*)\s?$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Change();

    /// <summary>One of these stands in every change, and in few clauses.</summary>
    private static readonly SearchValues<string> ChangeWords = SearchValues.Create(["tăng", "thêm", "bổ sung", "giảm", "rút ngắn", "tinh giản", "tiết kiệm"], StringComparison.Ordinal);

    /// <summary>No comparator has more letters.</summary>
    private const int LongestWord = 48;

    [GeneratedRegex(@"^[\s\-+*,]*(?:(?:đến |trong )?(?:hết |cuối )?năm (?:19|20)\d{2},? |(?:hằng|hàng|mỗi) năm,? )?(?:phấn đấu |thực hiện |tiếp tục )?(?:cắt giảm|rút ngắn|tinh giản|kéo giảm|tiết giảm|giảm thiểu|giảm)[\s,](?!nghèo)(?!.*(?:còn|xuống|mức|đạt|ở)\s?:?\s?$)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex CutsDown();

    /// <summary>The comparator of a number, and where its words begin.</summary>
    public static (string Comparator, int Start) Of(string canon, ClassifiedNumber number, int clauseStart)
    {
        var at = number.Number.Start;
        var before = canon[clauseStart..at];
        var word = Before().Match(before, Math.Max(0, before.Length - LongestWord), Math.Min(before.Length, LongestWord));
        var start = word.Success ? clauseStart + word.Index : at;
        var after = After().Match(canon[number.UnitEnd..Math.Min(canon.Length, number.UnitEnd + 60)]);
        if (before.AsSpan().ContainsAny(ChangeWords) && Change().Match(canon[clauseStart..start]) is { Success: true } change && !canon[clauseStart..(clauseStart + change.Index)].EndsWith("tốc độ", StringComparison.Ordinal))
        {
            return (number.Number.Max is not null ? "range" : OwnOf(word, change) ?? (change.Groups["up"].Success ? "+" : "-"), start);
        }

        if (number.Number.Max is not null)
        {
            return ("range", start);
        }

        if (!word.Success && CutsDown().IsMatch(canon[clauseStart..start]))
        {
            return ("-", start);
        }

        if (after.Success && !canon[number.UnitEnd..(number.UnitEnd + after.Index + after.Length)].Contains(" từ ", StringComparison.Ordinal))
        {
            return (after.Groups["ge"].Success ? ">=" : "<=", start);
        }

        if (word.Groups["ge"].Value is "từ" && OrMore().IsMatch(canon[number.UnitEnd..Math.Min(canon.Length, number.UnitEnd + 110)]))
        {
            return (">=", start);
        }

        if (!word.Success || (word.Groups["ge"].Value is "từ"))
        {
            return (IsExpected(canon, clauseStart, before) ? "~" : "=", word.Success ? start : at);
        }

        return (word.Groups["ge"].Success ? ">=" : word.Groups["gt"].Success ? ">" : word.Groups["le"].Success ? "<=" : word.Groups["lt"].Success ? "<" : "~", start);
    }

    /// <summary>"tăng trên 8%", "cắt giảm tối thiểu 20% thời gian": the comparator's own word wins; of "giảm ít nhất 30% số vụ" the fall is what matters.</summary>
    private static string? OwnOf(Match word, Match change) => !word.Success || word.Groups["ge"].Value is "từ" || (change.Groups["down"].Success && !Saves().IsMatch(change.Value)) ? null
        : word.Groups["ge"].Success ? ">=" : word.Groups["gt"].Success ? ">" : word.Groups["le"].Success ? "<=" : word.Groups["lt"].Success ? "<" : null;

    [GeneratedRegex(@"cắt giảm|rút ngắn|tinh giản|tiết giảm|tiết kiệm", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Saves();

    /// <summary>"từ 21% lực lượng lao động tham gia bảo hiểm trở lên".</summary>
    [GeneratedRegex(@"^[^;.()\d]{0,90}\strở lên", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex OrMore();

    /// <summary>"Dự kiến" at the head of a sentence holds for each of its numbers that says nothing else.</summary>
    private static bool IsExpected(string canon, int clauseStart, string before)
    {
        var sentence = canon.LastIndexOf(". ", Math.Max(0, clauseStart - 1), StringComparison.Ordinal) + 1;
        return before.Contains("dự kiến", StringComparison.Ordinal) || before.Contains("ước đạt", StringComparison.Ordinal)
            || canon[sentence..clauseStart].TrimStart(' ', '.', '-', '+').StartsWith("dự kiến", StringComparison.Ordinal);
    }
}
