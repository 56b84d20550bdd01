using System.Globalization;
using System.Text.RegularExpressions;
using Plans.Extraction.Language;

namespace Plans.Extraction.Head;

/// <summary>The years that the title says the plan covers.</summary>
internal static partial class PeriodReader
{
    [GeneratedRegex(@"[""][^""]*[""]", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?:19|20)\d{2}\s?(?:-|đến(?: năm)?)\s?(?<b>(?:19|20)\d{2})", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Range();

    [GeneratedRegex(@"(?<!đến |vào |tầm nhìn |hướng )(?<!(?:học|khóa) )năm\s?(?<y>(?:19|20)\d{2})(?![\s-]*\d)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Single();

    [GeneratedRegex(@"(?<!hướng |nhìn |hướng tới )đến (?:hết )?(?:năm )?(?<y>(?:19|20)\d{2})", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Until();

    [GeneratedRegex(@"ngày\s+\d[\d/.\s]*(?:tháng\s+\d+\s+năm\s+\d{4})?|\d+/\d{4}/[a-zđ-]+", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex DatesAndNumbers();

    public static Period? Read(string? title, string? date)
    {
        if (title is null)
        {
            return null;
        }

        var canon = DatesAndNumbers().Replace(Canon.Form(title), " ");
        return InWords(Quoted().Replace(canon, " "), date) ?? InWords(canon, date) ?? NamedYear(canon, date);
    }

    /// <summary>"Năm An toàn giao thông 2012": a year with a name of its own, the document's or the next one.</summary>
    private static Period? NamedYear(string canon, string? date)
    {
        var match = Named().Match(canon);
        if (!match.Success || date is not { Length: >= 4 } || Int(match.Groups["y"].Value) - Int(date[..4]) is not (0 or 1))
        {
            return null;
        }

        var year = Int(match.Groups["y"].Value);
        return new Period(year, year);
    }

    [GeneratedRegex(@"(?:^|[\s""])năm (?!học)[\p{L} ]{3,40}\s(?<y>(?:19|20)\d{2})(?!\d)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Named();

    private static Period? InWords(string canon, string? date)
    {
        var single = Single().Matches(canon).LastOrDefault();
        var range = Range().Match(canon);
        if (single is not null && (!range.Success || single.Index > range.Index))
        {
            var year = Int(single.Groups["y"].Value);
            return new Period(year, year);
        }

        if (range.Success && Int(range.Value[..4]) <= Int(range.Groups["b"].Value))
        {
            return new Period(Int(range.Value[..4]), Int(range.Groups["b"].Value));
        }

        var until = Until().Match(canon);
        var from = date is { Length: >= 4 } ? Int(date[..4]) : (int?)null;
        return until.Success && from is { } start && start <= Int(until.Groups["y"].Value) ? new Period(start, Int(until.Groups["y"].Value)) : null;
    }

    private static int Int(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
