using System.Globalization;
using System.Text.RegularExpressions;

namespace Plans.Extraction.Language;

/// <summary>
/// The date that the words of a deadline mean: "trước ngày 05/12/2024" is 2024-12-05, "quý III/2025" 2025-09-30, "trước ngày 05/12 hằng năm" every year on
/// 12-05, "hằng quý" every quarter. "Trong vòng 30 ngày kể từ …" stays as printed. See docs/grammar/thoi-han.md.
/// </summary>
public static partial class DueDateGrammar
{
    [GeneratedRegex(@"(?<d>\d{1,2})\s?[/.-]\s?(?<m>\d{1,2})(?:\s?[/.-]\s?(?<y>(?:19|20)\d{2}))?(?![\d/])|ngày\s+(?<d>\d{1,2})\s+tháng\s+(?<m>\d{1,2})(?:\s+năm\s+(?<y>(?:19|20)\d{2}))?", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Day();

    [GeneratedRegex(@"tháng\s+(?<m>\d{1,2})(?:\s?/\s?|\s+năm\s+|\s+)?(?<y>(?:19|20)\d{2})?(?!\d)|(?<![\d/])(?<m>\d{1,2})\s?/\s?(?<y>(?:19|20)\d{2})(?!\d)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Month();

    [GeneratedRegex(@"qu[ýí]\s+(?:(?:iv|i{1,3}|[1-4])\s?(?:,|và|-)\s?)*(?<q>iv|i{1,3}|[1-4])(?![\p{L}\d])(?:\s?/\s?|\s+năm\s+|\s+)?(?<y>(?:19|20)\d{2})?", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Quarter();

    [GeneratedRegex(@"(?<half>6 tháng đầu năm|6 tháng cuối năm)?\s?(?<!\d)(?<y>(?:19|20)\d{2})(?!\d)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Year();

    [GeneratedRegex(@"(?:hằng|hàng|mỗi)\s+(?<e>năm|quý|tháng|tuần|ngày)|(?<e>năm|quý|tháng|tuần)\s?/\s?(?:1 |01 )?lần|định kỳ\s+(?<e>năm|quý|tháng|tuần)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Every();

    [GeneratedRegex(@"(?:sau|trong)(?: vòng| thời hạn)?\s+\d+\s+(?:ngày|tháng|giờ)|kể từ", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Relative();

    /// <param name="deadline">The words as printed.</param>
    /// <param name="year">The plan's own year, where the words name none; null leaves such dates open.</param>
    /// <returns>Null where the words name no date.</returns>
    public static DueDate? Read(string deadline, int? year)
    {
        var canon = Canon.Form(deadline);
        if (Relative().IsMatch(canon))
        {
            return null;
        }

        var every = Every().Match(canon) is { Success: true } period ? Period(period.Groups["e"].Value) : null;
        if (Day().Matches(canon).LastOrDefault() is { } day && MonthDay(day) is { } monthDay)
        {
            return every is not null ? new DueDate(null, every, every == "year" ? monthDay : null) : Dated(day, year, monthDay);
        }

        if (every is not null)
        {
            return new DueDate(null, every, null);
        }

        if (Quarter().Matches(canon).LastOrDefault() is { } quarter)
        {
            return Dated(quarter, Last(canon) ?? year, LastDayOfQuarter(quarter.Groups["q"].Value));
        }

        if (Month().Matches(canon).LastOrDefault() is { } month && Int(month.Groups["m"].Value) is >= 1 and <= 12 and var number)
        {
            return (Own(month) ?? year) is { } y ? new DueDate($"{y}-{number:00}", null, null) : null;
        }

        return Last(canon) is { } only ? new DueDate(only.ToString(CultureInfo.InvariantCulture), null, null) : null;
    }

    private static DueDate? Dated(Match match, int? year, string monthDay) => (Own(match) ?? year) is { } y ? new DueDate($"{y}-{monthDay}", null, null) : null;

    private static int? Own(Match match) => match.Groups["y"].Success ? Int(match.Groups["y"].Value) : null;

    private static int? Last(string canon) => Year().Matches(canon).Select(m => (int?)Int(m.Groups["y"].Value)).LastOrDefault();

    private static string? MonthDay(Match match)
    {
        var (day, month) = (Int(match.Groups["d"].Value), Int(match.Groups["m"].Value));
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2024, month) ? $"{month:00}-{day:00}" : null;
    }

    private static string LastDayOfQuarter(string quarter) => quarter switch
    {
        "i" or "1" => "03-31",
        "ii" or "2" => "06-30",
        "iii" or "3" => "09-30",
        _ => "12-31",
    };

    private static string Period(string word) => word switch { "năm" => "year", "quý" => "quarter", "tháng" => "month", "tuần" => "week", _ => "day" };

    private static int Int(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}

/// <summary>A deadline as a date.</summary>
/// <param name="Date">ISO 8601, shortened to what is given: the day by which, or the month or year in which; null where it comes again and again.</param>
/// <param name="Every">"year", "quarter", "month", "week" or "day" where it comes again.</param>
/// <param name="Day">Of a yearly one its month and day: "12-05".</param>
public sealed record DueDate(string? Date, string? Every, string? Day);
