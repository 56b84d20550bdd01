using System.Text.RegularExpressions;

namespace Plans.Extraction.Targets;

/// <summary>The words before and after a number that say how it is to be compared (so sánh).</summary>
internal static partial class Comparators
{
    [GeneratedRegex(@"(?<ge>(?:ít nhất|tối thiểu|không dưới|không thấp hơn|không ít hơn|≥|>=|lớn hơn hoặc bằng|từ)(?: là| đạt| phải đạt| cũng)?(?: từ)?)\s?$|(?<gt>(?:trên|hơn|>|cao hơn|vượt|lớn hơn)(?: mức)?)\s?$|(?<le>(?:không quá|tối đa|không vượt quá|≤|<=|không cao hơn|nhiều nhất)(?: là)?)\s?$|(?<lt>(?:dưới|<|thấp hơn|nhỏ hơn|chưa đến)(?: mức)?)\s?$|(?<about>(?:khoảng|dự kiến|ước|ước khoảng|ước đạt|gần|xấp xỉ|trung bình khoảng|dự kiến khoảng|~)(?: là| đạt)?)\s?$", RegexOptions.None, 1000)]
    private static partial Regex Before();

    [GeneratedRegex(@"^\s?[^,;.()]{0,30}?\s?(?<ge>trở lên|hoặc cao hơn)|^\s?[^,;.()]{0,30}?\s?(?<le>trở xuống)", RegexOptions.None, 1000)]
    private static partial Regex After();

    [GeneratedRegex(@"(?:^|\s)(?<up>tăng(?: thêm| trưởng| bình quân| trung bình| tối thiểu| ít nhất| trên| khoảng| từ| hàng năm| hằng năm| mỗi năm| năm)*|thêm|phát triển thêm|trồng thêm)\s?$|(?:^|\s)(?<down>giảm(?: bình quân| trung bình| tối thiểu| ít nhất| trên| khoảng| từ| ít nhất là| hàng năm| hằng năm| mỗi năm| bình quân mỗi năm| bình quân hằng năm| năm| tỷ lệ hộ nghèo| được)*)\s?$", RegexOptions.None, 1000)]
    private static partial Regex Change();

    /// <summary>The comparator of a number, and where its words begin.</summary>
    public static (string Comparator, int Start) Of(string canon, ClassifiedNumber number, int clauseStart)
    {
        var at = number.Number.Start;
        var before = canon[clauseStart..at];
        var word = Before().Match(before);
        var start = word.Success ? clauseStart + word.Index : at;
        var after = After().Match(canon[number.UnitEnd..Math.Min(canon.Length, number.UnitEnd + 60)]);
        if (Change().Match(canon[clauseStart..start]) is { Success: true } change)
        {
            return (number.Number.Max is not null ? "range" : change.Groups["up"].Success ? "+" : "-", start);
        }

        if (number.Number.Max is not null)
        {
            return ("range", start);
        }

        if (after.Success)
        {
            return (after.Groups["ge"].Success ? ">=" : "<=", start);
        }

        if (!word.Success || (word.Groups["ge"].Value is "từ"))
        {
            return (before.Contains("dự kiến", StringComparison.Ordinal) || before.Contains("ước đạt", StringComparison.Ordinal) ? "~" : "=", word.Success ? start : at);
        }

        return (word.Groups["ge"].Success ? ">=" : word.Groups["gt"].Success ? ">" : word.Groups["le"].Success ? "<=" : word.Groups["lt"].Success ? "<" : "~", start);
    }
}
