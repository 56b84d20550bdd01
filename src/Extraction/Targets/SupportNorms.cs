using System.Text.RegularExpressions;
using Plans.Extraction.Language;

namespace Plans.Extraction.Targets;

/// <summary>Numbers beside words of support: how much each receives is a norm, a share of the whole product is not.</summary>
internal static partial class SupportNorms
{
    private const int Reach = 24;

    /// <summary>"hỗ trợ 170 tấn xi măng/km", "hỗ trợ 15 triệu đồng/ha trồng rừng, tối đa 03 ha/hộ".</summary>
    public static bool IsForEach(string canon, NumberToken number, string before, int unitEnd) => before.Contains("hỗ trợ", StringComparison.Ordinal)
        && (((before.EndsWith("tối đa ", StringComparison.Ordinal) || before.EndsWith("không quá ", StringComparison.Ordinal)) && canon.AsSpan(number.End, unitEnd - number.End).Contains('/'))
            || ForEach().IsMatch(canon[Math.Max(0, number.Start - Reach)..Math.Min(canon.Length, unitEnd + Reach)]));

    [GeneratedRegex(@"hỗ trợ (?:tối đa |không quá )?\d[\d.,]*(?:\s\p{L}+){1,4}\s?/\s?(?:km|hộ|xã|thôn|người|ha|lớp|mô hình)(?!\p{L})", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex ForEach();

    /// <summary>"kinh tế số đóng góp 18% GRDP": what follows the number is the product of all.</summary>
    public static bool IsShareOfWhole(string after) => OfWhole().IsMatch(after);

    [GeneratedRegex(@"^\s(?:vào |cho )?(?:grdp|gdp|tổng sản phẩm|tăng trưởng|giá trị)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex OfWhole();
}
