using System.Globalization;
using System.Text;
using Plans.Store.Comparison.Agencies;

namespace Plans.Web.Agencies;

/// <summary>Deadlines as a calendar file (iCalendar, RFC 5545), a whole day each: the day by which, or the last of the month or year in which.</summary>
internal static class DutyCalendar
{
    /// <summary>Octets of a line; longer ones go on in the next, which begins with a blank.</summary>
    private const int LongestLine = 75;

    private const int LongestSummary = 120;

    /// <param name="link">The address of a duty's words.</param>
    public static string Write(string name, IEnumerable<AgencyDuty> duties, DateTimeOffset now, Func<AgencyDuty, string> link)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Plans//VI");
        Line(text, $"X-WR-CALNAME:{Escaped(name)}");
        foreach (var duty in duties)
        {
            if (DayOf(duty) is { } day)
            {
                Line(text, "BEGIN:VEVENT");
                Line(text, string.Create(CultureInfo.InvariantCulture, $"UID:{duty.Sha256[..16]}-{duty.Start}-{duty.End}@plans"));
                Line(text, $"DTSTAMP:{now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
                Line(text, $"DTSTART;VALUE=DATE:{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}");
                if (duty.Due?.Every == "year")
                {
                    Line(text, duty.PeriodTo is { } last ? string.Create(CultureInfo.InvariantCulture, $"RRULE:FREQ=YEARLY;UNTIL={last}1231") : "RRULE:FREQ=YEARLY;COUNT=5");
                }

                Line(text, $"SUMMARY:{Escaped(Shortened(duty.Text))}");
                Line(text, $"DESCRIPTION:{Escaped($"{duty.PlanNumber} {duty.Province}. {duty.Deadline}. {link(duty)}")}");
                Line(text, $"URL:{link(duty)}");
                Line(text, "END:VEVENT");
            }
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    /// <summary>Null where nothing fixes a day: no deadline, or one that comes every quarter or month.</summary>
    private static DateOnly? DayOf(AgencyDuty duty) => duty.Due switch
    {
        { Date: { } date } => Last(date.Split('-')),
        { Every: "year", Day: { } day } when duty.PlanDate is [_, _, _, _, ..] => Last([duty.PlanDate[..4], .. day.Split('-')]),
        _ => null,
    };

    private static DateOnly? Last(string[] parts)
    {
        var numbers = parts.Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).ToList();
        return numbers switch
        {
            [var year and > 0] => new DateOnly(year, 12, 31),
            [var year and > 0, var month and >= 1 and <= 12] => new DateOnly(year, month, DateTime.DaysInMonth(year, month)),
            [var year and > 0, var month and >= 1 and <= 12, var day and >= 1] when day <= DateTime.DaysInMonth(year, month) => new DateOnly(year, month, day),
            _ => null,
        };
    }

    private static string Shortened(string text) => text.Length > LongestSummary && text.LastIndexOf(' ', LongestSummary) is > 0 and var end ? $"{text[..end]} …" : text;

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).ReplaceLineEndings("\\n");

    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
