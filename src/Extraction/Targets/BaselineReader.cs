using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Plans.Extraction.Reading;

namespace Plans.Extraction.Targets;

/// <summary>
/// Where a target starts from (docs/grammar/muc-xuat-phat.md): "từ 45% năm 2020 lên 60%", "(năm 2021 là 1,89)", "so với năm 2020". A number counts
/// only where it has the target's unit or none.
/// </summary>
internal static partial class BaselineReader
{
    /// <param name="numbers">All numbers of the line, those too that are no targets.</param>
    public static Baseline? Of(Line line, ClassifiedNumber target, IReadOnlyList<ClassifiedNumber> numbers, string? unit)
    {
        var canon = line.Canon;
        return From(canon, target, numbers, unit) ?? Aside(canon, target, numbers, unit) ?? Compared(canon, target, numbers, unit);
    }

    /// <summary>"từ 45% năm 2020 lên 60%", "năm 2020 từ 45% lên 60%".</summary>
    private static Baseline? From(string canon, ClassifiedNumber target, IReadOnlyList<ClassifiedNumber> numbers, string? unit)
    {
        var start = numbers.LastOrDefault(n => n.UnitEnd <= target.Number.Start && !ReferenceEquals(n, target) && EndsWithFrom(canon[..n.Number.Start]) && HasUnit(canon, n, target));
        if (start is null)
        {
            return null;
        }

        var between = canon[start.UnitEnd..target.Number.Start];
        return between.Contains(';') || between.Contains(". ", StringComparison.Ordinal) || !Rise().IsMatch(between) ? null
            : Make(start, unit, YearIn(between) ?? YearIn(canon[Math.Max(0, start.Number.Start - 24)..start.Number.Start]));
    }

    /// <summary>"… đạt 2,0 con/phụ nữ (năm 2021 là 1,89 con/phụ nữ)": an aside of how things stand, next after the number within its sentence.</summary>
    private static Baseline? Aside(string canon, ClassifiedNumber target, IReadOnlyList<ClassifiedNumber> numbers, string? unit)
    {
        var match = Standing().Match(canon, target.UnitEnd);
        if (!match.Success)
        {
            return null;
        }

        var gap = canon[target.UnitEnd..match.Index];
        var close = canon.IndexOf(')', match.Index);
        if (close < 0 || gap.Contains(';') || gap.Contains(". ", StringComparison.Ordinal))
        {
            return null;
        }

        var isNext = !numbers.Any(n => n.Number.Start >= target.UnitEnd && n.UnitEnd <= match.Index && n.Class == NumberClass.Candidate && !SameUnit(canon, n, target));
        var stated = numbers.FirstOrDefault(n => n.Number.Start >= match.Index + match.Length && n.UnitEnd <= close && n.Class is not (NumberClass.Year or NumberClass.Date) && HasUnit(canon, n, target));
        return stated is null || !isNext ? null : Make(stated, unit, YearIn(match.Value));
    }

    /// <summary>"tăng 5% so với năm 2020": the year alone; "so với 45% năm 2020", "so với năm 2020 (45%)": the value too.</summary>
    private static Baseline? Compared(string canon, ClassifiedNumber target, IReadOnlyList<ClassifiedNumber> numbers, string? unit)
    {
        var match = ComparedWith().Match(canon, target.UnitEnd);
        if (!match.Success || canon[target.UnitEnd..match.Index] is var gap && (gap.Contains(';') || gap.Contains(". ", StringComparison.Ordinal) || numbers.Any(n => n.Class == NumberClass.Candidate && n.Number.Start >= target.UnitEnd && n.UnitEnd <= match.Index)))
        {
            return null;
        }

        var end = canon.IndexOfAny([';', ','], match.Index) is > 0 and var at ? at : canon.Length;
        var stated = numbers.FirstOrDefault(n => n.Number.Start >= match.Index && n.Number.Start < Math.Min(end, match.Index + match.Length + 12) && (n.Number.Percent == target.Number.Percent) && n.Class is not (NumberClass.Year or NumberClass.Date) && HasUnit(canon, n, target));
        var year = int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture);
        return stated is null ? new Baseline(null, null, year) : Make(stated, unit, year);
    }

    private static Baseline Make(ClassifiedNumber number, string? unit, int? year) => new(number.Number.Value / 1.0000000000000000000000000000m, unit, year);

    private static bool EndsWithFrom(string before) => before.AsSpan().ContainsAny(FromWords) && FromBefore().IsMatch(before.Length > 24 ? before[^24..] : before);

    private static readonly SearchValues<string> FromWords = SearchValues.Create([" từ "], StringComparison.Ordinal);

    /// <summary>"từ 45%", "từ mức 45%", "từ trên 45%".</summary>
    [GeneratedRegex(@"\stừ\s(?:mức\s)?(?:(?:trên|dưới|gần|hơn|khoảng|xấp xỉ)\s)?$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex FromBefore();

    private static bool SameUnit(string canon, ClassifiedNumber a, ClassifiedNumber b) => a.Number.Percent == b.Number.Percent && canon[a.UnitStart..a.UnitEnd] == canon[b.UnitStart..b.UnitEnd];

    private static bool HasUnit(string canon, ClassifiedNumber number, ClassifiedNumber target) =>
        SameUnit(canon, number, target) || (!number.Number.Percent && number.UnitStart == number.UnitEnd) || (target.Number.Percent && number.UnitStart == number.UnitEnd);

    private static int? YearIn(string canon) => Year().Matches(canon).LastOrDefault() is { } match ? int.Parse(match.Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"(?<!\d)(?:19|20)\d{2}(?!\d|[.,]\d)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Year();

    /// <summary>"từ … lên", "từ … xuống còn": without such a word the two numbers are a range.</summary>
    [GeneratedRegex(@"(?:^|\s)(?:lên|xuống|còn|đạt|thành)(?:\s|$)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Rise();

    [GeneratedRegex(@"\((?:hiện nay|hiện tại|hiện có|hiện trạng|(?:thực hiện |ước |cuối |đầu |kết quả )?năm (?:19|20)\d{2})(?:\s(?:là|đạt|có|khoảng|còn)|\s?:)?\s?", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Standing();

    [GeneratedRegex(@"so với (?:(?:mức |kết quả )?(?:\d[\d.,]*\s?%?(?: [\p{L}/]+){0,3} )?)(?:của |cuối )?năm (?<y>(?:19|20)\d{2})", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex ComparedWith();
}
