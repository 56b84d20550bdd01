using System.Text.RegularExpressions;
using Plans.Extraction.Catalogues;

namespace Plans.Extraction.Targets;

/// <summary>
/// Nouns in a row of which only the last says what is to be true of all: "80% hồ sơ cấp tỉnh, 60% hồ sơ cấp huyện và 40% hồ sơ cấp xã được xử lý trực tuyến",
/// "40 xã và 200 thôn có điểm vui chơi".
/// </summary>
internal static partial class SharedPredicates
{
    /// <summary>A noun is named in few words; longer ones hold what is said of them.</summary>
    private const int LongestNoun = 80;

    [GeneratedRegex(@"(?:^|\s)(?:được|đạt|có|sử dụng|tham gia|hoàn thành|áp dụng|thực hiện|tiếp cận|triển khai|ứng dụng|biết|kết nối|ký cam kết|đăng ký|bảo đảm|đảm bảo|không)\s", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Predicate();

    /// <summary>What is said of the number's noun, in a later clause of the row; null where the clause says it itself or stands in no row.</summary>
    public static string? Of(IReadOnlyList<Clause> clauses, int at)
    {
        if (!IsNoun(clauses, at) || !Joins(clauses, at))
        {
            return null;
        }

        for (var next = at + 1; next < clauses.Count && IsOfRow(clauses[at], clauses[next]); next++)
        {
            var right = clauses[next].RightCanon;
            if (Predicate().Match(right) is { Success: true } predicate)
            {
                var isCounted = predicate.Index > 0 || (clauses[next].Number.Unit is UnitKind.Body or UnitKind.People && clauses[next].Number.UnitEnd > clauses[next].Number.UnitStart);
                return isCounted && EndsRow(clauses, next) ? Closed(RightWords.Of(clauses[next].Right[predicate.Index..], null, percent: true)) : null;
            }

            if (!Joins(clauses, next))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>What a text says of its noun, from the blank before it on; empty where it says nothing.</summary>
    public static string In(string text) => Predicate().Match(Language.Canon.Form(text)) is { Success: true, Index: > 0 } predicate ? text[predicate.Index..] : "";

    /// <summary>"60% dân số trưởng thành có chữ ký số, 85% có tài khoản thanh toán": what is said is said of the noun before.</summary>
    public static string OfNounBefore(string indicator, TargetDraft before, Clause clause)
    {
        var says = clause.Parent < 0 && clause.Number.Number.Percent && before.Unit == "%" && Predicate().Match(Language.Canon.Form(indicator)) is { Success: true, Index: 0 } && clause.LeftCanon.Trim(' ', ',') is "" or "và";
        var noun = says && !clause.RightCanon.StartsWith(" trong số", StringComparison.Ordinal) ? before.Indicator.Length - In(before.Indicator).Length : before.Indicator.Length;
        return noun < before.Indicator.Length ? before.Indicator[..noun] + " " + indicator : indicator;
    }

    private static bool IsNoun(IReadOnlyList<Clause> clauses, int at)
    {
        var clause = clauses[at];
        var noun = clause.RightCanon.Trim(' ', ',');
        return noun.Length < LongestNoun && (noun.Length > 0) == clause.Number.Number.Percent && !Predicate().IsMatch(clause.RightCanon) && noun.AsSpan().IndexOfAny("(:") < 0
            && (clause.Number.Number.Percent || clause.Number.Unit == UnitKind.Body);
    }

    /// <summary>Whether nothing but a comma or "và" joins the clause with the next.</summary>
    private static bool Joins(IReadOnlyList<Clause> clauses, int at) =>
        at + 1 < clauses.Count && clauses[at].End == clauses[at + 1].Start && clauses[at + 1].LeftCanon.Trim(' ', ',') is "" or "và";

    private static bool IsOfRow(Clause first, Clause next) =>
        next.Parent == first.Parent && IsChange(first) == IsChange(next) && next.Number.Number.Percent == first.Number.Number.Percent && (first.Number.Number.Percent || next.Number.Unit == first.Number.Unit);

    private static string Closed(string said) => said.Contains('(') && !said.Contains(')') ? said[..said.IndexOf('(')].TrimEnd() : said;

    private static bool IsChange(Clause clause) => clause.Comparator is "+" or "-";

    private static bool EndsRow(IReadOnlyList<Clause> clauses, int at) => at + 1 >= clauses.Count || !Joins(clauses, at);
}
