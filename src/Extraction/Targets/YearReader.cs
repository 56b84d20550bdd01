using System.Globalization;
using System.Text.RegularExpressions;

namespace Plans.Extraction.Targets;

/// <summary>The year by which something is to be reached, and whether anew each year.</summary>
internal static partial class YearReader
{
    [GeneratedRegex(@"(?<skip>(?:so với|so|tầm nhìn|định hướng|cùng kỳ|từ)(?: [\p{L}]+){0,4}\s)?(?:(?:19|20)\d{2}\s?(?:-|đến)\s?(?:năm )?(?<y>(?:19|20)\d{2})|(?:năm|đến|hết)\s(?<y>(?:19|20)\d{2})|(?:ngày|trước|đến|tháng|quý|hết)\s(?:\d{1,2}/)?(?:\d{1,2}|[ivx]+)/(?<y>(?:19|20)\d{2}))(?!\d|[.,]\d|/)", RegexOptions.None, 1000)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"(?:^|[\s(,])(?:hằng|hàng|mỗi)\s+năm(?=[\s,:;.)]|$)|/\s?năm(?=[\s,;.)]|$)|bình quân (?:mỗi |1 |01 |một )?năm|trung bình (?:mỗi |1 |một )năm|một năm(?=[\s,;.]|$)", RegexOptions.None, 1000)]
    private static partial Regex EachYear();

    [GeneratedRegex(@"(?:19|20)\d{2}\s?(?:-|đến)", RegexOptions.None, 1000)]
    private static partial Regex Span();

    /// <summary>Most lines hold no year; two plain searches tell so at a fraction of the pattern's cost.</summary>
    private static IEnumerable<Match> Matches(string canon) =>
        canon.Contains("20", StringComparison.Ordinal) || canon.Contains("19", StringComparison.Ordinal) ? Pattern().Matches(canon) : [];

    /// <summary>The year nearest to a position: in its clause, else before it in the text; null if there is none.</summary>
    public static int? Near(string canon, int start, int end, int at)
    {
        var years = Matches(canon).Where(m => !m.Groups["skip"].Success).Select(m => (m.Index, m.Length, Year: Int(m.Groups["y"].Value))).ToList();
        var inside = years.Where(y => y.Index >= start && y.Index < end).ToList();
        if (inside.Count > 0)
        {
            return inside.MinBy(y => Math.Abs(y.Index - at)).Year;
        }

        var sentence = SentenceStart(canon, at);
        return years.Where(y => y.Index < start && y.Index >= sentence).Select(y => (int?)y.Year).LastOrDefault();
    }

    /// <summary>The year that a heading sets for what stands under it: "đến năm 2030"; a span of years ("giai đoạn 2021 - 2025") sets none.</summary>
    public static int? InHeading(string canon) =>
        Matches(canon).Where(m => (!m.Groups["skip"].Success || m.Index == 0) && !Span().IsMatch(m.Value)).Select(m => (int?)Int(m.Groups["y"].Value)).FirstOrDefault();

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
            if (canon[i - 1] == '.' && canon[i] == ' ' && !char.IsDigit(canon[i - 2]))
            {
                return i;
            }
        }

        return 0;
    }

    private static int Int(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
