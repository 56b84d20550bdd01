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
    private static readonly SearchValues<string> TimeWords = SearchValues.Create(["ngày", "tháng", "quý", "năm", "tuần", "chủ nhật", "trong vòng", "trước", "chậm nhất", "muộn nhất", "không quá", "đến hết"], StringComparison.Ordinal);

    private static readonly SearchValues<string> PeriodWords = SearchValues.Create(["định kỳ", "hằng", "hàng", "mỗi", "trong vòng"], StringComparison.Ordinal);

    private static readonly SearchValues<string> LatestWords = SearchValues.Create(["chậm nhất", "muộn nhất", "không quá"], StringComparison.Ordinal);

    /// <summary>A date without "ngày" after a word of time ("trước 15/12/2013"), an hour of each day, a day of each month or quarter, an occasion.</summary>
    [GeneratedRegex(@"(?:(?:chậm nhất|muộn nhất)\s+(?:là\s+|vào\s+|đến\s+)?(?:trước\s+|hết\s+)?|(?:xong\s+)?trước\s+|đến hết\s+)(?:ngày\s+)?(?:\d{1,2}\s?[/.-]\s?\d{1,2}(?!\d)(?:\s?[/.-]\s?(?:19|20)\d{2}(?!\d))?(?![/\d%])(?:\s+(?:hằng|hàng|mỗi)\s+năm)?)|trước\s+\d{1,2}\s?(?:giờ|h)(?:\s?\d{2})?(?:\s?phút)?\s+(?:(?:hằng|hàng|mỗi)\s+ngày|ngày\s+\d{1,2}/\d{1,2}(?:/\d{4})?|thứ \p{L}+(?:\s+(?:hằng|hàng)\s+tuần)?)|(?:trước\s+|vào\s+)?ngày\s+\d{1,2}\s+(?:của\s+)?tháng (?:cuối quý|đầu quý|cuối của quý|cuối của mỗi quý)|trước\s+(?:khai giảng năm học(?: mới)?|khi khai giảng năm học(?: mới)?|mùa mưa bão(?: hằng năm| hàng năm)?|tết nguyên đán(?: hằng năm| hàng năm)?|kỳ họp [^,;.]{3,40}?(?=[,;.]|$))(?:\s+(?:19|20)\d{2}(?:\s?-\s?(?:19|20)\d{2})?)?", RegexOptions.None, 1000)]
    private static partial Regex Plain();

    /// <summary>What is said with "chậm nhất" is the deadline, whatever other dates the words name.</summary>
    [GeneratedRegex(@"(?:chậm nhất|muộn nhất)\s+(?:là\s+|vào\s+|đến\s+)?(?:trước\s+|hết\s+)?ngày\s+\d{1,2}(?:\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?(?:19|20)\d{2})?|\s+tháng\s+\d{1,2}(?:\s+năm\s+(?:19|20)\d{2})?)?(?:\s+và\s+(?:ngày\s+)?\d{1,2}/\d{1,2}(?=\s+(?:hằng|hàng)\s+năm))?(?:\s+(?:(?:hằng|hàng|mỗi)\s+(?:năm|quý|tháng)|của tháng(?: sau)?|tháng sau))?|(?:chậm nhất|không quá|muộn nhất)\s+(?:là\s+|sau\s+|trong\s+)+\d{1,3}\s+(?:giờ|ngày)(?: làm việc)?", RegexOptions.None, 1000)]
    private static partial Regex Latest();

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

        if (canon.AsSpan().ContainsAny(LatestWords) && Latest().Match(canon) is { Success: true } latest)
        {
            return (latest.Index, latest.Index + latest.Length);
        }

        var plain = Plain().Match(canon);
        if (Before().Match(canon) is { Success: true } before && !IsCitationDate(canon, before.Index) && !(plain.Success && plain.Index <= before.Index && plain.Length > before.Length))
        {
            return (before.Index, before.Index + before.Length);
        }

        if (plain.Success && !IsCitationDate(canon, plain.Index))
        {
            return (plain.Index, plain.Index + plain.Length);
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
