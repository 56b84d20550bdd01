using System.Buffers;
using System.Text.RegularExpressions;
using Plans.Extraction.Catalogues;
using Plans.Extraction.Language;

namespace Plans.Extraction.Citations;

/// <summary>
/// Finds cited instruments (viện dẫn văn bản): type, number and symbol, date. 190/KH-UBND, 08/2019/NQ-HĐND, 26-NQ/TU; laws by name and
/// year. Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3 says how numbers and symbols are built. See docs/grammar/vien-dan.md.
/// </summary>
internal static partial class CitationGrammar
{
    /// <summary>How far before the number its type may stand: "Quyết định này thay thế Quyết định số …".</summary>
    private const int TypeReach = 45;

    [GeneratedRegex(@"(?:(?<=số)|(?<![\p{L}\d/-]))(?<n>\d{1,5}[a-zđ]?(?:\s?/\s?(?:19|20)\d{2})?\s?[-/]\s{0,2}(?<s>(?:[A-ZĐƯ]|C\s?-\s?T)[\p{L}&]*\d{0,2})(?:\s?[-/.]\s?[A-ZĐ][\p{L}\d&]*)*)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"^\s?(?:\([^)]{0,40}\)\s?)?,?\s?(?:ban hành\s)?(?:của [^,;:]{3,60}?\s)?(?=ngày\s?\d|năm|tháng|\d)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex BeforeDate();

    [GeneratedRegex(@"^[^;.]{0,140}?(?=(?:,?\s(?:được\s.{0,30}?)?(?:thông qua\s)?ngày\s\d|\snăm\s(?:19|20)\d{2}))", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex LawName();

    private static readonly SearchValues<string> LawWords = SearchValues.Create(["luật ", "pháp lệnh "], StringComparison.Ordinal);

    public static IReadOnlyList<Citation> Find(string text, string canon)
    {
        var isNumbered = NumberPattern().IsMatch(text);
        return isNumbered || canon.AsSpan().ContainsAny(LawWords) ? Find(text, canon, DateGrammar.Find(canon)) : [];
    }

    /// <param name="dates">The dates of the text.</param>
    public static IReadOnlyList<Citation> Find(string text, string canon, IReadOnlyList<DateToken> dates)
    {
        var found = new List<Citation>();
        foreach (Match match in NumberPattern().Matches(text))
        {
            if (!IsSymbol(match.Groups["s"].Value, match.Value))
            {
                continue;
            }

            var type = DocumentTypes.Before(canon, match.Index, TypeReach) ?? OfAssembly(canon, match) ?? OfList(canon, match.Index, found);
            var end = match.Index + match.Length;
            var date = DateAfter(canon, end, dates);
            found.Add(new Citation(
                type?.Name ?? "", WithoutBlanks(match.Value), date?.Iso, type?.Start ?? match.Index, date?.End ?? end));
        }

        AddLaws(canon, dates, found);
        return [.. found.OrderBy(c => c.Start)];
    }

    /// <summary>"Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ số 55/2024/QH15": a law's name may be long; its type stands before it in its clause.</summary>
    private static (string Name, int Start)? OfAssembly(string canon, Match number)
    {
        if (!number.Value.Contains("QH", StringComparison.Ordinal))
        {
            return null;
        }

        var clause = canon.LastIndexOf(';', number.Index) + 1;
        return DocumentTypes.Before(canon, number.Index, Math.Min(LongestLawName, number.Index - clause)) is { Name: "Luật" or "Bộ luật" or "Pháp lệnh" or "Nghị quyết" } type ? type : null;
    }

    private const int LongestLawName = 180;

    /// <summary>"các Quyết định của Thủ tướng Chính phủ: số …; số …": those after the first have its type.</summary>
    private static (string Name, int Start)? OfList(string canon, int at, List<Citation> found) =>
        found.Count > 0 && found[^1] is { Type.Length: > 0 } before && canon.AsSpan(0, at).TrimEnd() is var start && start.EndsWith("số") && start[..^2].TrimEnd() is var rest
        && (rest.EndsWith(";") || rest.EndsWith(",") || rest.EndsWith(" và")) ? (before.Type, start.Length - 2) : null;

    /// <summary>The date of a citation whose number ends at a position: "…, ngày 15/02/2022".</summary>
    internal static DateToken? DateAfter(string canon, int end, IReadOnlyList<DateToken> dates)
    {
        var gap = BeforeDate().Match(canon[end..Math.Min(canon.Length, end + 60)]);
        if (!gap.Success)
        {
            return null;
        }

        var at = end + gap.Length;
        var day = dates.FirstOrDefault(d => d.Start >= at && d.Start <= at + "ngày ".Length);
        return day ?? YearAt(canon, at);
    }

    private static DateToken? YearAt(string canon, int at)
    {
        const string word = "năm ";
        return canon.AsSpan(at).StartsWith(word, StringComparison.Ordinal) && at + word.Length + 4 <= canon.Length
            && canon.Substring(at + word.Length, 4) is var year && year.All(char.IsDigit) && (year[0] is '1' or '2')
            ? new DateToken(at, at + word.Length + 4, year) : null;
    }

    /// <summary>A symbol has at least two capitals (KH, NQ, CTr, TTg, QH14).</summary>
    private static bool IsSymbol(string symbol, string whole) => whole.Count(char.IsUpper) >= 2 && symbol.Count(char.IsUpper) >= 1 && symbol.Length <= 12;

    private static string WithoutBlanks(string number) => string.Concat(number.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>Laws are cited by name: "Luật Việc làm năm 2013", "Luật Đầu tư công ngày 13 tháng 6 năm 2019".</summary>
    private static void AddLaws(string canon, IReadOnlyList<DateToken> dates, List<Citation> found)
    {
        if (!canon.AsSpan().ContainsAny(LawWords))
        {
            return;
        }

        foreach (var law in (string[])["bộ luật ", "luật ", "pháp lệnh "])
        {
            for (var at = canon.IndexOf(law, StringComparison.Ordinal); at >= 0; at = canon.IndexOf(law, at + 1, StringComparison.Ordinal))
            {
                var startsWord = at == 0 || !char.IsLetter(canon[at - 1]);
                if (!startsWord || (law == "luật " && at > 0 && EndsWithWord(canon, at, "bộ", "pháp", "kỷ", "quy")) || found.Any(c => at >= c.Start && at < c.End))
                {
                    continue;
                }

                var name = LawName().Match(canon, at + law.Length, Math.Min(220, canon.Length - at - law.Length));
                var end = name.Success ? at + law.Length + name.Length : 0;
                if (!name.Success || found.Any(c => c.Start > at && c.Start < end))
                {
                    continue;
                }

                var date = YearAt(canon, end + 1) ?? dates.FirstOrDefault(d => d.Start >= end && d.Start <= end + 40);
                if (date is not null)
                {
                    found.Add(new Citation(law is "luật " ? "Luật" : law is "bộ luật " ? "Bộ luật" : "Pháp lệnh", null, date.Iso, at, date.End));
                }
            }
        }
    }

    private static bool EndsWithWord(string canon, int at, params string[] words) =>
        words.Any(w => at > w.Length && canon.AsSpan(0, at - 1).EndsWith(w, StringComparison.Ordinal));
}
