using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Plans.Extraction.Language;

/// <summary>A date or a part of one, ISO 8601 shortened to what is given.</summary>
public sealed record DateToken(int Start, int End, string Iso);

/// <summary>Vietnamese dates: 22/01/2021, ngày 15 tháng 7 năm 2025, tháng 3 năm 2023, năm 2024. See docs/grammar/ngay-thang.md.</summary>
public static partial class DateGrammar
{
    [GeneratedRegex(@"(?<d>\d{1,2})\s?[/.-]\s?(?<m>\d{1,2})\s?[/.-]\s?(?<y>(?:19|20)\d{2})(?!\d)|ngày\s*(?<d>\d{1,2})?[\s.…]*tháng\s*(?<m>\d{1,2})?[\s.…]*năm\s*(?<y>(?:19|20)\d{2})|tháng\s*(?<m>\d{1,2})\s*(?:năm\s*|/\s?)(?<y>(?:19|20)\d{2})|(?<!\d)(?<!\d/)(?<m>\d{1,2})/(?<y>(?:19|20)\d{2})(?!\d)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Pattern();

    /// <summary>Every date has a year with its century; few lines have one.</summary>
    private static readonly SearchValues<string> Centuries = SearchValues.Create(["19", "20"], StringComparison.Ordinal);

    /// <summary>All dates of a text in <see cref="Canon.Form"/>, in order.</summary>
    public static IReadOnlyList<DateToken> Find(string canon)
    {
        if (!canon.AsSpan().ContainsAny(Centuries))
        {
            return [];
        }

        var found = new List<DateToken>();
        foreach (Match match in Pattern().Matches(canon))
        {
            if (Iso(match) is { } iso)
            {
                found.Add(new DateToken(match.Index, match.Index + match.Length, iso));
            }
        }

        return found;
    }

    private static string? Iso(Match match)
    {
        var year = match.Groups["y"].Value;
        if (!match.Groups["m"].Success)
        {
            return year;
        }

        var month = int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture);
        if (month is < 1 or > 12)
        {
            return null;
        }

        var shortened = $"{year}-{month:00}";
        if (!match.Groups["d"].Success)
        {
            return shortened;
        }

        var day = int.Parse(match.Groups["d"].Value, CultureInfo.InvariantCulture);
        var longest = DateTime.DaysInMonth(int.Parse(year, CultureInfo.InvariantCulture), month);
        return day >= 1 && day <= longest ? $"{shortened}-{day:00}" : null;
    }
}
