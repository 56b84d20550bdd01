using static Plans.Extraction.Language.Cursor;
using static Plans.Extraction.Language.Deadlines.TimePoints;
using static Plans.Extraction.Language.Deadlines.TimeWords;

namespace Plans.Extraction.Language.Deadlines;

/// <summary>Whole times: what opens them, their days, months and years, and what is strung to them.</summary>
internal static class TimePhrases
{
    /// <summary>How many words may stand between "trước" and the date: "chậm nhất | là | trước | hết | ngày".</summary>
    private const int MostBetween = 4;

    /// <summary>How many letters the words after "kể từ ngày" may have.</summary>
    private const int LongestTail = 60;

    /// <summary>The time that begins at a place; null where none does.</summary>
    public static TimePhrase? At(Cursor here)
    {
        if (Within(here) is { Fits: true } within)
        {
            return Of(here, within, TimeKind.Within);
        }

        if (here.Word(Periodically) is { Fits: true } periodically)
        {
            return Periodic(here, periodically);
        }

        return Opened(here) is { } opened ? Of(here, StrungTo(opened.End, here), opened.Kind) : Bare(here);
    }

    private static TimePhrase Of(Cursor from, Cursor to, TimeKind kind) => new(from.At, to.At, from.Word(Latest).Fits ? TimeKind.Latest : kind);

    /// <summary>"trong vòng 24 giờ", "chậm nhất sau 02 giờ", "sau 05 ngày làm việc", "không quá 10 ngày kể từ ngày ký".</summary>
    private static Cursor Within(Cursor here)
    {
        var limited = here.Word(TimeWords.Within).Number(999).Word(LengthUnit);
        var counted = here.Word(WithinIfCounted).Number(999);
        var length = counted.Word(LengthUnit);
        var hours = here.Word(InHours).Number(72).Word(TimeWords.Hour);
        return Or(limited, Or(Or(hours, counted.Word(WorkingDays)), length.Word(Since).Fits ? length : length.Lost())).Try(w => w.Word(SinceDay).UpTo(",;.()", LongestTail));
    }

    /// <summary>"định kỳ 6 tháng, hằng năm", "định kỳ hằng quý (trước ngày 15 tháng cuối quý)", "định kỳ (6 tháng, năm)", "định kỳ trước ngày 20 hằng tháng".</summary>
    private static TimePhrase? Periodic(Cursor here, Cursor periodically)
    {
        if (Frequencies(periodically, here) is { Fits: true } often)
        {
            return Of(here, often, TimeKind.Periodic);
        }

        if (Frequencies(periodically.Sign("("), here).Sign(")") is { Fits: true } inBrackets)
        {
            return Of(here, inBrackets, TimeKind.Periodic);
        }

        return Opened(periodically) is { Kind: TimeKind.Day } opened ? Of(here, StrungTo(opened.End, here), opened.Kind) : null;
    }

    private static Cursor Frequencies(Cursor c, Cursor here) =>
        Longest(HowOften(c), Length(c), OfWeekday(c), OfDay(c)) is { Fits: true } often ? StrungTo(often.Try(Bracket), here, areLengths: true) : c.Lost();

    /// <summary>"hằng quý | (trước ngày 15 tháng cuối quý)".</summary>
    private static Cursor Bracket(Cursor c) => (Opened(c.Sign("(")) is { } opened ? opened.End : c.Lost()).Sign(")");

    /// <summary>"trước ngày 05/12/2024", "trong quý II/2025", "vào cuối năm 2026".</summary>
    private static (Cursor End, TimeKind Kind)? Opened(Cursor here)
    {
        var opening = here.Word(Opening);
        for (var between = 0; opening.Fits && between <= MostBetween; between++)
        {
            if (Point(opening) is { } point)
            {
                return point;
            }

            opening = opening.Word(Between);
        }

        return null;
    }

    private static (Cursor End, TimeKind Kind)? Point(Cursor c)
    {
        var day = Longest(OfDay(c), OfHour(c), OfWeekday(c));
        var month = Longest(OfMonth(c), OfQuarter(c));
        var year = Longest(OfYear(c), OfOccasion(c));
        var longest = Longest(day, month, year);
        return !longest.Fits ? null : (longest, longest == day ? TimeKind.Day : longest == month ? TimeKind.Month : TimeKind.Year);
    }

    /// <summary>"hằng tháng, 6 tháng, năm", "mỗi quý một lần", "ngày 25 tháng cuối quý", "thứ Sáu hằng tuần": times without an opening.</summary>
    private static TimePhrase? Bare(Cursor here)
    {
        if (Longest(HowOften(here), OfWeekday(here)) is { Fits: true } often)
        {
            return Of(here, StrungTo(often.Try(Bracket), here, areLengths: true), TimeKind.Often);
        }

        return here.Word(Day).Fits && OfDay(here) is { Fits: true } day && !char.IsAsciiDigit(day.Text[day.At - 1]) ? Of(here, day, TimeKind.Day) : null;
    }

    /// <summary>Further times after the first: "… và 30/11/2026", "…, hằng năm", "từ tháng 4 | đến hết tháng 10".</summary>
    private static Cursor StrungTo(Cursor first, Cursor here, bool areLengths = false)
    {
        var end = here.Word(From).Fits ? first.Try(f => Or(ToPoint(f.Word(Until)), f.Word(Until).Year())) : first;
        for (var next = Next(end, areLengths); next.Fits; next = Next(end, areLengths))
        {
            end = next.Try(Bracket);
        }

        return end;
    }

    private static Cursor Next(Cursor end, bool areLengths)
    {
        var and = end.Word(And);
        var another = Longest(ToPoint(and), Opened(and)?.End ?? and.Lost(), HowOften(and));
        if (!areLengths)
        {
            return another;
        }

        var comma = end.Sign(",").Maybe(And);
        return Longest(another, Length(and), HowOften(comma), Length(comma), Opened(end)?.End ?? end.Lost());
    }

    private static Cursor ToPoint(Cursor c) => Point(c.Maybe(Between))?.End ?? c.Lost();
}
