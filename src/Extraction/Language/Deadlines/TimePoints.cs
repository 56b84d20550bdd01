using static Plans.Extraction.Language.Cursor;
using static Plans.Extraction.Language.Deadlines.TimeWords;

namespace Plans.Extraction.Language.Deadlines;

/// <summary>The parts of a time: days, months, quarters, years, how often. Each reads one from a place in a text.</summary>
internal static class TimePoints
{
    /// <summary>"ngày 15/12/2024", "15-12", "ngày 15 tháng 12 năm 2024", "ngày 20 của tháng cuối quý", "ngày 20 hằng tháng".</summary>
    public static Cursor OfDay(Cursor c)
    {
        var number = c.Maybe(Day).Number(31);
        var named = c.Word(Day).Number(31);
        var figures = NotGlued(number.Sign("/.-").Number(12).Try(d => d.Sign("/.-").Year()));
        var words = named.Word(Month).Number(12).Try(InYear);
        var ofReport = named.Maybe(Of).Word(MonthOfReport);
        var recurring = named.Maybe(Of).Word(TimeWords.Every);
        return Longest(figures, words, ofReport, recurring).Try(Recurring);
    }

    /// <summary>"tháng 6/2024", "tháng 6 năm 2024", "tháng 6", "06/2024", "tuần 2 tháng 6".</summary>
    public static Cursor OfMonth(Cursor c)
    {
        var month = c.Try(w => w.Word(Week).Number(5)).Word(Month).Number(12);
        return NotGlued(Or(month.Try(InYear), c.Number(12).Sign("/").Year())).Try(Recurring);
    }

    /// <summary>"quý II/2025", "quý 2 năm 2025", "quý IV".</summary>
    public static Cursor OfQuarter(Cursor c) => NotGlued(c.Word(Quarter).Word(QuarterNumber).Try(InYear)).Try(Recurring);

    /// <summary>"năm 2025", "năm 2024 - 2025", "năm học 2024 - 2025", "giai đoạn 2021 - 2025", "6 tháng đầu năm 2025".</summary>
    public static Cursor OfYear(Cursor c)
    {
        var year = Or(c.Word(YearSpan).Maybe(TimeWords.Year), Or(c.Word(HalfYear).Maybe(TimeWords.Year), c.Word(TimeWords.Year))).Year();
        return NotGlued(year.Try(y => y.Sign("-").Year()));
    }

    /// <summary>"16 giờ 00 hằng ngày", "17h ngày 15/5", "10 giờ thứ Hai hằng tuần".</summary>
    public static Cursor OfHour(Cursor c)
    {
        var hour = c.Number(24).Word(Hour).Try(h => h.Number(59, 0).Maybe(Minute));
        return Longest(hour.Word(TimeWords.Every), OfDay(hour), OfWeekday(hour));
    }

    /// <summary>"thứ Sáu hằng tuần", "ngày Chủ nhật".</summary>
    public static Cursor OfWeekday(Cursor c) => c.Word(Weekday).Word(TimeWords.Every);

    /// <summary>"hằng quý", "mỗi quý một lần", "6 tháng một lần", "2 năm/lần".</summary>
    public static Cursor HowOften(Cursor c)
    {
        var each = c.Word(TimeWords.Every);
        return Longest(each, each.Word(Once), Length(c).Word(Once), Length(c).Sign("/").Word(Once));
    }

    /// <summary>"06 tháng", "10 ngày làm việc", "hai tháng".</summary>
    public static Cursor Length(Cursor c) => Or(c.Number(999).Word(LengthUnit), c.Word(PeriodUnit));

    /// <summary>"khai giảng năm học mới", "kỳ họp cuối năm 2024", "mùa mưa bão hằng năm".</summary>
    public static Cursor OfOccasion(Cursor c) => c.Word(Occasion).Try(o => o.Maybe(TimeWords.Year).Year().Try(y => y.Sign("-").Year())).Try(Recurring);

    /// <summary>"… hằng năm", "… năm trước".</summary>
    private static Cursor Recurring(Cursor c) => Or(c.Word(TimeWords.Every), c.Word(OtherYear).Maybe(TimeWords.Every));

    private static Cursor InYear(Cursor c) => Or(c.Sign("/-").Year(), c.Word(TimeWords.Year).Year());

    /// <summary>A figure that goes on ("3/4 xã", "15%") is no date.</summary>
    private static Cursor NotGlued(Cursor c) => c.Fits && c.At < c.Text.Length && (c.Text[c.At] is '/' or '%' or '&' || char.IsLetterOrDigit(c.Text[c.At])) ? c with { At = -1 } : c;
}
