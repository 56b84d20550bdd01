using System.Text.RegularExpressions;
using Plans.Extraction.Catalogues;
using Plans.Extraction.Reading;
using Plans.Extraction.Sections;

namespace Plans.Extraction.Targets;

/// <summary>Whether the plan commits to a number: results, forecasts and numbers of the past do not count.</summary>
/// <param name="documentYear">The year of the document; null if unknown.</param>
internal sealed partial class Commitment(int? documentYear)
{
    /// <summary>Whether the plan commits to the number here: results, norms and places where something happens do not count.</summary>
    public bool IsCommitted(SectionNode node, Line line, ClassifiedNumber number, bool isHeading)
    {
        var sentence = Sentence(line.Canon, number.Number.Start);
        var clause = line.Canon[ClauseStart(line.Canon, number.Number.Start)..number.Number.Start];
        if ((number.Number.Value == 0 && number.Number.Digits != "0") || sentence.TrimStart(' ', '-', '+').StartsWith("dự báo ", StringComparison.Ordinal) || Forecast().IsMatch(clause))
        {
            return false;
        }

        if (Missed().IsMatch(line.Canon.AsSpan(number.UnitEnd, Math.Min(24, line.Canon.Length - number.UnitEnd))))
        {
            return false;
        }

        if (Reported().IsMatch(sentence) && !Strives().IsMatch(sentence))
        {
            return false;
        }

        if (NumberClassifier.IsPast(HardClause(line.Canon, number.Number.Start)) || NumberClassifier.IsPast(clause) || IsPastYear(sentence) || IsPastYear(Bracket(line.Canon, number.Number.Start)))
        {
            return false;
        }

        return node.Kind switch
        {
            SectionKind.Objectives => true,
            SectionKind.Funding => number.Number.Percent && sentence.Contains("phấn đấu", StringComparison.Ordinal),
            SectionKind.Purpose => number.Number.Percent && Aims().IsMatch(sentence),
            SectionKind.Appendix or SectionKind.Tasks or SectionKind.Other or SectionKind.Implementation =>
                number.Number.Percent || (number.Unit is not null && !(isHeading && number.Unit is UnitKind.Output or UnitKind.Body && number.Number.Digits.Length < 2)),
            _ => false,
        };
    }

    /// <summary>"Theo kết quả rà soát, xã có 312 hộ nghèo; 205 hộ cận nghèo": a sentence that reports, all of it.</summary>
    [GeneratedRegex(@"^[\s\-+]*(?:theo (?:kết quả|số liệu|thống kê|báo cáo|rà soát)|qua (?:rà soát|khảo sát|điều tra|thống kê)|hiện nay|hiện tại)[\s,]", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Reported();

    /// <summary>"…; dự báo đến năm 2030 toàn tỉnh có 800.000 thuê bao".</summary>
    [GeneratedRegex(@"^[\s\-+]*(?:theo )?dự báo\s", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Forecast();

    /// <summary>"suy dinh dưỡng còn 33,6%, chưa đạt mục tiêu": a result that fell short.</summary>
    [GeneratedRegex(@"^[\s,(]*(?:chưa đạt|không đạt|vượt kế hoạch|vượt mục tiêu|vượt chỉ tiêu|đạt kế hoạch đề ra)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Missed();

    private bool IsPastYear(string sentence) =>
        documentYear is { } now && YearReader.In(sentence) is { } year && (year < now)
        && (sentence.Contains("đã ", StringComparison.Ordinal) || PastTerm().IsMatch(sentence) && !Aimed().IsMatch(sentence) || sentence.Contains("năm " + year, StringComparison.Ordinal) && !sentence.Contains("đến năm", StringComparison.Ordinal)
            && !sentence.Contains("so với", StringComparison.Ordinal) && !sentence.Contains("giai đoạn", StringComparison.Ordinal) && !sentence.Contains(" lên ", StringComparison.Ordinal)
            && !sentence.Contains("phấn đấu", StringComparison.Ordinal));

    /// <summary>"Giai đoạn 2016 - 2020, tỷ lệ hộ nghèo giảm từ 12,5% xuống 4,2%": a term that is over.</summary>
    [GeneratedRegex(@"^[\s\-+]*(?:trong |sau |kết thúc )?(?:giai đoạn|thời kỳ|nhiệm kỳ|năm|từ năm) (?:19|20)\d{2}\s?(?:-|đến)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex PastTerm();

    [GeneratedRegex(@"phấn đấu|mục tiêu|đến năm|dự kiến|kế hoạch|sẽ |phải ", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Aimed();

    /// <summary>From the last semicolon, bracket or end of a sentence up to a position, as far as words of the past reach; from the last words of striving where there are any.</summary>
    private static string HardClause(string canon, int at)
    {
        var first = Math.Max(0, at - NumberClassifier.PastReach);
        var start = first;
        for (var i = at - 1; i > first && start == first; i--)
        {
            start = canon[i] is ';' or '(' || (canon[i] == ' ' && canon[i - 1] == '.') ? i + 1 : first;
        }

        var clause = canon[start..at];
        var strives = Strives().Matches(clause).LastOrDefault();
        return strives is null ? clause : clause[(strives.Index + strives.Length)..];
    }

    [GeneratedRegex(@"phấn đấu|đến năm|đến cuối|đến hết|mục tiêu|nâng|\slên\s|kế hoạch|sẽ|tiếp tục|xây dựng|tổ chức", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Strives();

    /// <summary>Under "Mục đích, yêu cầu" most shares describe; those of a sentence that strives for something are aims.</summary>
    [GeneratedRegex(@"phấn đấu|đến năm|bảo đảm|đảm bảo|góp phần|nâng|giảm|đạt ít nhất|tối thiểu|ít nhất|không quá|(?:^|\s)(?:đạt|100%)", RegexOptions.None, RegexLimit.Milliseconds)]
    public static partial Regex Aims();

    private static int ClauseStart(string canon, int at)
    {
        for (var i = at - 1; i > 0; i--)
        {
            if (canon[i] is ';' or '(' || (canon[i] == ' ' && canon[i - 1] is '.' or ','))
            {
                return i + 1;
            }
        }

        return 0;
    }

    /// <summary>The words within the brackets around a position; empty outside brackets.</summary>
    private static string Bracket(string canon, int at)
    {
        var open = canon.LastIndexOf('(', at);
        var close = open < 0 ? -1 : canon.IndexOf(')', open);
        return close > at ? canon[(open + 1)..close] : "";
    }

    private static string Sentence(string canon, int at)
    {
        var start = canon.LastIndexOf(". ", Math.Max(0, at - 1), StringComparison.Ordinal);
        var end = canon.IndexOf(". ", at, StringComparison.Ordinal);
        var from = start < 0 ? 0 : start + 2;
        return OtherBrackets().Replace(canon[from..(end < 0 ? canon.Length : end)], m => at - from >= m.Index && at - from < m.Index + m.Length ? m.Value : " ");
    }

    /// <summary>"tối thiểu 11 bác sĩ (năm 2020 là 9,2)": what an aside says of other years says nothing of the number before it.</summary>
    [GeneratedRegex(@"\([^()]*\)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex OtherBrackets();
}
