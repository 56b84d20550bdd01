using System.Text.RegularExpressions;

namespace Plans.Extraction.Targets;

/// <summary>Words before a number that say nothing of what it counts: another thing that ended at a comma, a sum of money beside it.</summary>
internal static partial class LeftWords
{
    /// <summary>
    /// "Tổ chức Tháng hành động, mỗi năm ít nhất 01 diễn đàn": after the comma only the time stands, so that what is counted follows the number.
    /// </summary>
    public static bool EndsBefore(string leftCanon)
    {
        var left = leftCanon.AsSpan().TrimEnd();
        return left.Length > 0 && (left[^1] == ',' || (left.Contains(',') && TimeAfterComma().IsMatch(leftCanon)));
    }

    [GeneratedRegex(@",\s(?:(?:mỗi|hằng|hàng|trong) năm|bình quân mỗi năm|trong năm (?:19|20)\d{2}|phấn đấu)\s?$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex TimeAfterComma();

    /// <summary>"riêng các xã vùng cao giảm 3%": whom the number is about, not who is told to do something.</summary>
    public static bool IsApart(string leftCanon) => leftCanon.AsSpan().TrimStart(" ,-+").StartsWith("riêng ", StringComparison.Ordinal);

    /// <summary>"xuất khẩu hàng dệt may đạt 9 tỷ USD, tăng 12%": the amount is a figure of its own beside the share.</summary>
    public static string WithoutAmount(string left) =>
        left.Contains("đồng", StringComparison.OrdinalIgnoreCase) || left.Contains("usd", StringComparison.OrdinalIgnoreCase) ? Amount().Replace(left, " ") : left;

    [GeneratedRegex(@"(?<=\p{L})\s(?:(?:đạt|là|khoảng|trên|dưới|ước|từ|gần|hơn)\s){0,2}\d[\d.,\s]*(?:(?:nghìn|triệu|tỷ|tỉ)\s){0,2}(?:đồng|usd)(?:/\p{L}+)*,\s(?=(?:tăng|giảm|chiếm|bằng|đạt|gấp)(?:\s|$)|$)", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex Amount();
}
