using System.Buffers;
using System.Text.RegularExpressions;

namespace Plans.Extraction.Language;

/// <summary>The words that give a time: "trước ngày 05/12/2024", "định kỳ hằng quý". See docs/grammar/thoi-han.md.</summary>
internal static partial class DeadlineGrammar
{
    private const string Date = @"(?:ngày\s+)?\d{1,2}(?:\s?[/.-]\s?\d{1,2}(?!\d)(?:\s?[/.-]\s?(?:19|20)\d{2})?|\s+tháng\s+\d{1,2}(?:\s+năm\s+(?:19|20)\d{2})?)";
    private const string Every = @"(?:hằng|hàng|mỗi)\s+(?:năm|quý|tháng|tuần|ngày)";

    [GeneratedRegex(@"(?:định kỳ\s+)?(?:chậm nhất\s+(?:là\s+|vào\s+|đến\s+)?|muộn nhất\s+(?:là\s+)?)?(?:trước|trong|đến|hết|xong trước|vào|từ)\s+(?:hết\s+)?(?:ngày|tháng|quý)\s+(?:" + Date + @"|\d{1,2}(?:/(?:19|20)\d{2})?|[ivx]+(?:/(?:19|20)\d{2})?)(?:\s+(?:năm\s+(?:19|20)\d{2}|" + Every + @"|của năm sau|của tháng|của quý|năm sau|tháng sau))?", RegexOptions.None, 1000)]
    private static partial Regex Before();

    [GeneratedRegex(@"định kỳ\s+(?:[^,;.]{0,20}?)?(?:" + Every + @"|\d+ tháng(?: (?:một|1|01) lần)?|quý|tháng|năm)(?:(?:,| và)\s(?:(?:hằng|hàng|cả)\s)?(?:\d+ tháng|năm|quý|tháng))*(?:\s*\([^)]{0,60}\))?|(?<=\s)" + Every + @"(?:(?:,| và)\s(?:\d+ tháng|năm|quý))+|trong vòng \d+ (?:giờ|ngày|tháng)(?: làm việc)?", RegexOptions.None, 1000)]
    private static partial Regex Periodic();

    /// <summary>One of these stands in every deadline, and in few tasks.</summary>
    private static readonly SearchValues<string> TimeWords = SearchValues.Create(["ngày", "tháng", "quý", "năm", "tuần", "chủ nhật", "trong vòng"], StringComparison.Ordinal);

    private static readonly SearchValues<string> PeriodWords = SearchValues.Create(["định kỳ", "hằng", "hàng", "mỗi", "trong vòng"], StringComparison.Ordinal);

    private static readonly string[] OftenWords = ["hằng ", "hàng ", "mỗi ", " lần", "trong năm", "hết năm", "cuối năm"];

    /// <summary>How often, where a clause ends or begins with it: "… báo cáo hằng tháng", "… mỗi quý một lần", "6 tháng một lần", "vào thứ Sáu hằng tuần".</summary>
    [GeneratedRegex(@"\s(?<t>(?:(?:vào )?(?:thứ \p{L}+|(?:ngày )?chủ nhật) )?(?:(?:hằng|hàng|mỗi) (?:quý|tháng|tuần|ngày)(?: (?:một|1|01) lần)?|\d{1,2} tháng (?:một|1|01) lần))(?=\s*(?:[.;,]|$|\sđể\s|\s(?:về|gửi|trên)\s))|(?<=[;.,] |^)(?<t>(?:hằng|hàng) năm)(?= (?:báo cáo|tổng kết|sơ kết|tổng hợp|rà soát|đánh giá|tổ chức|xây dựng|kiểm tra))|(?<t>(?:trong năm|đến hết năm|đến cuối năm) (?:19|20)\d{2})(?=\s*(?:[.;]|$))|^(?<t>trong năm (?:19|20)\d{2})(?=,)", RegexOptions.None, 1000)]
    private static partial Regex Often();

    [GeneratedRegex(@"^(?:hằng|hàng)\s+(?:năm|quý|tháng)(?=[\s,])|(?<=\. )(?:hằng|hàng)\s+(?:năm|quý|tháng)(?=[\s,])", RegexOptions.None, 1000)]
    private static partial Regex Yearly();

    [GeneratedRegex(@"(?:hoàn thành|xong|đạt)[^.;:]{0,40}?\s(?<t>(?:trong|trước|vào|cuối|đầu|đến hết|hết)\s+(?:năm|quý|tháng)\s+(?:[ivx\d]+)(?:/\d{4}|\s+năm\s+\d{4})?)|(?<t>(?:(?:vào|trong|trước|cuối)\s+(?:quý\s+[ivx\d]+|tháng\s+\d{1,2})(?:/|\s+năm\s+|\s+)(?:19|20)\d{2}|(?:vào|trước|cuối)\s+năm\s+(?:19|20)\d{2}|trong\s+quý\s+[ivx]+))(?=\s*[.;,)]|\s*$)", RegexOptions.None, 1000)]
    private static partial Regex Done();

    /// <summary>The deadline in a task's words, as a stretch of them; null where there is none.</summary>
    public static (int Start, int End)? Find(string canon)
    {
        if (!canon.AsSpan().ContainsAny(TimeWords))
        {
            return null;
        }

        if (Before().Match(canon) is { Success: true } before && !IsCitationDate(canon, before.Index))
        {
            return (before.Index, before.Index + before.Length);
        }

        if (canon.AsSpan().ContainsAny(PeriodWords) && Periodic().Match(canon) is { Success: true } periodic)
        {
            return (periodic.Index, periodic.Index + periodic.Length);
        }

        if (OftenWords.Any(w => canon.Contains(w, StringComparison.Ordinal)) && Often().Match(canon) is { Success: true } often)
        {
            var group = often.Groups["t"];
            return (group.Index, group.Index + group.Length);
        }

        if (Done().Match(canon) is { Success: true } done)
        {
            var group = done.Groups["t"];
            return (group.Index, group.Index + group.Length);
        }

        return Yearly().Match(canon) is { Success: true } yearly ? (yearly.Index, yearly.Index + yearly.Length) : null;
    }

    /// <summary>"… có hiệu lực từ ngày 01/7/2025" within a citation is no deadline.</summary>
    private static bool IsCitationDate(string canon, int at) =>
        canon.LastIndexOf("số ", at, Math.Min(at, 30), StringComparison.Ordinal) is >= 0 and var number && canon[number..at].Contains('/');
}
