using System.Globalization;
using Plans.Store.Comparison.Agencies;

namespace Plans.Store.Export;

/// <summary>
/// Deadlines as a calendar (iCalendar, RFC 5545): an all-day event each, on the last day by which it is due; what comes every year, quarter,
/// month or week by a rule of recurrence, until the plan's period ends. Tasks without a deadline that names a date are left out.
/// </summary>
public static class CalendarExport
{
    /// <summary>Octets of a line (3.1).</summary>
    private const int LongestLine = 75;

    /// <param name="name">Of the calendar.</param>
    /// <param name="now">When it is made.</param>
    /// <param name="linkTo">The address of a task's words: of a plan's id and a span.</param>
    /// <returns>How many events it has.</returns>
    public static int Write(TextWriter output, string name, IEnumerable<AgencyDuty> duties, DateTimeOffset now, Func<long, int, int, string>? linkTo = null)
    {
        Line(output, "BEGIN", "VCALENDAR");
        Line(output, "VERSION", "2.0");
        Line(output, "PRODID", "-//Plans//Deadlines of plans//VI");
        Line(output, "CALSCALE", "GREGORIAN");
        Line(output, "METHOD", "PUBLISH");
        Line(output, "X-WR-CALNAME", Escaped(name));
        var events = 0;
        foreach (var duty in duties)
        {
            if (When(duty) is not { } when)
            {
                continue;
            }

            events++;
            Line(output, "BEGIN", "VEVENT");
            Line(output, "UID", $"{duty.Sha256[..16]}-{duty.TaskId}-{duty.Role}@plans");
            Line(output, "DTSTAMP", now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
            Line(output, "DTSTART;VALUE=DATE", Date(when.First));
            Line(output, "DTEND;VALUE=DATE", Date(when.First.AddDays(1)));
            if (when.Rule is { } rule)
            {
                Line(output, "RRULE", rule);
            }

            Line(output, "SUMMARY", Escaped($"{(duty.Role == "lead" ? "Chủ trì" : "Phối hợp")}: {Beginning(duty.Text)}"));
            Line(output, "DESCRIPTION", Escaped(Description(duty)));
            Line(output, "CATEGORIES", duty.Role == "lead" ? "LEAD" : "SUPPORT");
            if (linkTo is not null)
            {
                Line(output, "URL", linkTo(duty.PlanId, duty.Start, duty.End));
            }

            Line(output, "TRANSP", "TRANSPARENT");
            Line(output, "END", "VEVENT");
        }

        Line(output, "END", "VCALENDAR");
        return events;
    }

    private static (DateOnly First, string? Rule)? When(AgencyDuty duty) => duty.Due switch
    {
        { Date: { } date } => LastDay(date) is { } day ? (day, null) : null,
        { Every: { } every } => Again(every, duty.Due.Day, duty),
        _ => null,
    };

    /// <summary>Of a day itself; of a month or a year its last.</summary>
    private static DateOnly? LastDay(string date)
    {
        var parts = date.Split('-').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).ToList();
        var (year, month) = (parts[0], parts.Count > 1 ? parts[1] : 12);
        if (year is < 1900 or > 9000 || month is < 1 or > 12)
        {
            return null;
        }

        var days = DateTime.DaysInMonth(year, month);
        return parts.Count < 3 ? new DateOnly(year, month, days) : parts[2] >= 1 && parts[2] <= days ? new DateOnly(year, month, parts[2]) : null;
    }

    /// <summary>From the plan's date on.</summary>
    private static (DateOnly First, string? Rule)? Again(string every, string? monthDay, AgencyDuty duty)
    {
        if (LastDay(duty.PlanDate ?? "") is not { } start)
        {
            return null;
        }

        var until = duty.PeriodTo is { } last && last >= start.Year && last < 9000 ? string.Create(CultureInfo.InvariantCulture, $";UNTIL={last:0000}1231") : "";
        if (every == "year")
        {
            var parts = (monthDay ?? "12-31").Split('-');
            var (month, day) = (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
            var first = InYear(start.Year) >= start ? InYear(start.Year) : InYear(start.Year + 1);

            // The 29th of February is the last of the month where there is none.
            return (first, month == 2 && day > 28 ? $"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1{until}" : $"FREQ=YEARLY{until}");

            DateOnly InYear(int year) => new(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));
        }

        var end = new DateOnly(start.Year, start.Month, 1).AddMonths(every == "quarter" ? 3 - ((start.Month - 1) % 3) : 1).AddDays(-1);
        return every switch
        {
            "quarter" => (end, $"FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1{until}"),
            "month" => (end, $"FREQ=MONTHLY;BYMONTHDAY=-1{until}"),
            "week" => (start.AddDays(((int)DayOfWeek.Friday - (int)start.DayOfWeek + 7) % 7), $"FREQ=WEEKLY;BYDAY=FR{until}"),
            _ => null,
        };
    }

    private static string Description(AgencyDuty duty) => string.Join('\n', new[]
    {
        duty.Text,
        duty.Deadline is null ? null : $"Thời hạn: {duty.Deadline}",
        duty.Lead.Count == 0 ? null : $"Chủ trì: {string.Join("; ", duty.Lead)}",
        duty.Support.Count == 0 ? null : $"Phối hợp: {string.Join("; ", duty.Support)}",
        string.Join(", ", new[] { duty.PlanNumber ?? duty.File, duty.Province, duty.PlanTitle, duty.Section is null ? null : $"mục {duty.Section}" }.Where(part => part is not null)),
    }.Where(line => line is not null));

    private static string Beginning(string text)
    {
        const int Longest = 120;
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= Longest ? line : line[..(line.LastIndexOf(' ', Longest) is > 0 and var end ? end : Longest)] + "…";
    }

    private static string Date(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>3.3.11.</summary>
    private static string Escaped(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").Where(c => c is '\n' || !char.IsControl(c)))
            .Replace("\\", "\\\\").Replace(";", "\\;").Replace(",", "\\,").Replace("\n", "\\n");

    /// <summary>Folded after 75 octets, never within a character.</summary>
    private static void Line(TextWriter output, string property, string value)
    {
        var octets = 0;
        foreach (var rune in $"{property}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                output.Write("\r\n ");
                octets = 1;
            }

            output.Write(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        output.Write("\r\n");
    }
}
