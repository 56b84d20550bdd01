using System.Globalization;
using System.Text.RegularExpressions;

namespace Plans.Extraction.Targets;

/// <summary>The year by which something is to be reached, and whether anew each year.</summary>
internal static partial class YearReader
{
    [GeneratedRegex(@"(?<skip>(?:so với|so|tầm nhìn|định hướng|cùng kỳ)(?: [\p{L}\d]+){0,6}\s)?(?:(?:19|20)\d{2}\s?(?:-|đến)\s?(?:năm )?(?<y>(?:19|20)\d{2})|(?:năm\s?|(?:đến|hết)\s|\((?=\d{4}\)))(?<y>(?:19|20)\d{2})|(?:ngày|trước|đến|tháng|quý|hết)\s(?:\d{1,2}/)?(?:\d{1,2}|[ivx]+)/(?<y>(?:19|20)\d{2}))(?!\d|[.,]\d|/)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"(?:^|[\s(,])(?:hằng|hàng|mỗi)\s+năm(?=[\s,:;.)]|$)|/\s?năm(?=[\s,;.)]|$)|bình quân (?:mỗi |1 |01 |một )?năm|trung bình (?:mỗi |1 |một )năm|một năm(?=[\s,;.]|$)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex EachYear();

    [GeneratedRegex(@"(?:19|20)\d{2}\s?(?:-|đến)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Span();

    /// <summary>Most lines hold no year; two plain searches tell so at a fraction of the pattern's cost.</summary>
    private static IEnumerable<Match> Matches(string canon) =>
        canon.Contains("20", StringComparison.Ordinal) || canon.Contains("19", StringComparison.Ordinal) ? Pattern().Matches(canon) : [];

    /// <summary>
    /// The year nearest to a position: in its clause, else before it in the sentence, else after it; null if there is none. A year that stands
    /// within a clause closed by a semicolon holds for that clause alone, one at the head of the sentence for all of it.
    /// </summary>
    /// <param name="notBefore">The document's year: an earlier one says how things stood.</param>
    public static int? Near(string canon, int start, int end, int at, int? notBefore)
    {
        var years = Matches(canon).Where(m => !m.Groups["skip"].Success).Select(m => (m.Index, m.Length, Year: Int(m.Groups["y"].Value)))
            .Where(y => y.Year >= (notBefore ?? 0)).ToList();
        if (years.Count == 0)
        {
            return null;
        }

        var inside = years.Where(y => y.Index >= start && y.Index < end && !IsOfAside(canon, at, y.Index, y.Length)).ToList();
        if (inside.Count > 0)
        {
            return inside.MinBy(y => Math.Abs(y.Index - at)).Year;
        }

        var sentence = SentenceStart(canon, at);
        var before = years.Where(y => y.Index < start && y.Index >= sentence && (IsHead(canon, sentence, y.Index) || canon.IndexOf(';', y.Index, start - y.Index) < 0)).ToList();
        return before.Count > 0 ? before[^1].Year : years.Where(y => y.Index >= end && IsSameStatement(canon[end..y.Index]) && !HasNumber(canon[end..y.Index]) && !IsOfAside(canon, at, y.Index, y.Length)).Select(y => (int?)y.Year).FirstOrDefault();
    }

    /// <summary>A year after the clause that another number of the sentence stands nearer to: "tu bổ 22 di tích, số hóa 40% và 60% vào năm 2030". It holds where nothing else gives one.</summary>
    public static int? OfAnother(string canon, int end, int? notBefore) =>
        Matches(canon).Where(m => !m.Groups["skip"].Success && m.Index >= end && IsSameStatement(canon[end..m.Index])).Select(m => (int?)Int(m.Groups["y"].Value)).FirstOrDefault(y => y >= (notBefore ?? 0));

    private static bool HasNumber(string between) => AimedNumber().IsMatch(between);

    [GeneratedRegex(@"\d\s?%|(?:^|\s)\d[\d.,]*\s\p{L}", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex AimedNumber();

    /// <summary>"180 xã đạt chuẩn (năm 2030 là 185)": the year of another number, in brackets after the first.</summary>
    private static bool IsOfAside(string canon, int at, int year, int length)
    {
        var open = canon.LastIndexOf('(', year);
        var close = open < at ? -1 : canon.IndexOf(')', year);
        return close > year + length && canon.AsSpan(year + length, close - year - length).ContainsAnyInRange('0', '9');
    }

    /// <summary>"Đến năm 2030: …", "- Phấn đấu đến năm 2030, …": no number stands before the year.</summary>
    private static bool IsHead(string canon, int sentence, int year) => year - sentence < 60 && !canon.AsSpan(sentence, year - sentence).ContainsAnyInRange('0', '9')
        && canon.IndexOf(';', sentence, year - sentence) < 0;

    /// <summary>Between a number and a year after it: "…, nâng tổng số lên 2.980 trụ vào cuối năm 2021", "…; hoàn thành trước ngày 30/6/2019".</summary>
    private static bool IsSameStatement(string between) => !between.Contains(". ", StringComparison.Ordinal)
        && (between.IndexOf(';') is var at && (at < 0 || between[(at + 1)..].TrimStart().StartsWith("hoàn thành", StringComparison.Ordinal) || between[(at + 1)..].TrimStart().StartsWith("xong", StringComparison.Ordinal)));

    /// <summary>The year that a heading sets for what stands under it: "đến năm 2030"; a span of years ("giai đoạn 2021 - 2025") sets none.</summary>
    public static int? InHeading(string canon) =>
        Matches(canon).Where(m => (!m.Groups["skip"].Success || m.Index == 0) && (!Span().IsMatch(m.Value) || IsTerm(canon))).Select(m => (int?)Int(m.Groups["y"].Value)).FirstOrDefault();

    /// <summary>"a) Giai đoạn 2006 - 2007", "Chỉ tiêu giai đoạn 2025 - 2027": the heading is about the term itself, and its end is the year.</summary>
    private static bool IsTerm(string canon) => canon.StartsWith("giai đoạn", StringComparison.Ordinal)
        || ((canon.StartsWith("chỉ tiêu", StringComparison.Ordinal) || canon.StartsWith("mục tiêu", StringComparison.Ordinal)) && canon.Contains(" giai đoạn ", StringComparison.Ordinal));

    /// <summary>The last year that a time names: "2023 - 2024", "quý IV/2025"; null if it names none.</summary>
    public static int? Last(string time) => AnyYear().Matches(time).Select(m => (int?)Int(m.Value)).LastOrDefault();

    [GeneratedRegex(@"(?<!\d)(?:19|20)\d{2}(?!\d)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex AnyYear();

    /// <summary>Every year of a list of years, in its order.</summary>
    public static IReadOnlyList<int> All(string years) => [.. AnyYear().Matches(years).Select(m => Int(m.Value))];

    /// <summary>The single year that a title closes with: "Kế hoạch cải cách hành chính năm 2017"; null where it names none or several.</summary>
    public static int? OfTitle(string? title) => title is null || AnyYear().Count(title) != 1 ? null : TitleYear().Match(title) is { Success: true } match ? Int(match.Groups["y"].Value) : null;

    [GeneratedRegex(@"(?<!đến |tới |hết |từ )năm\s?(?<y>(?:19|20)\d{2})\W*$", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex TitleYear();

    /// <summary>The year that a heading or an introducing line names; null if none.</summary>
    public static int? In(string canon) =>
        Matches(canon).Where(m => !m.Groups["skip"].Success).Select(m => (int?)Int(m.Groups["y"].Value)).FirstOrDefault();

    public static bool IsEachYear(string canon, int start, int end)
    {
        var sentence = Math.Min(start, Math.Max(SentenceStart(canon, start), canon.LastIndexOf(';', Math.Max(0, start - 1)) + 1));
        return canon.AsSpan(sentence, end - sentence).Contains("năm", StringComparison.Ordinal) && EachYear().IsMatch(canon[sentence..end]);
    }

    private static int SentenceStart(string canon, int at)
    {
        for (var i = at - 1; i > 1; i--)
        {
            if (canon[i - 1] == '.' && canon[i] == ' ' && (!char.IsDigit(canon[i - 2]) || EndsWithYear(canon, i - 1)))
            {
                return i;
            }
        }

        return 0;
    }

    /// <summary>"… và 30% vào năm 2030. Mỗi năm …": a year before the full stop is no number of a list.</summary>
    private static bool EndsWithYear(string canon, int dot) =>
        dot >= 4 && canon[dot - 4] is '1' or '2' && canon[dot - 3] is '9' or '0' && canon.AsSpan(dot - 4, 4).IndexOfAnyExceptInRange('0', '9') < 0 && (dot == 4 || !char.IsDigit(canon[dot - 5]) && canon[dot - 5] is not ('.' or ','));

    private static int Int(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
