using System.Text.RegularExpressions;
using Plans.Extraction.Catalogues;
using Plans.Extraction.Reading;
using Plans.Extraction.Sections;

namespace Plans.Extraction.Targets;

/// <summary>Numbers that may be targets: those with a unit, bare ones that an aim's words lead to, parts of a whole, and those that count a noun we do not know.</summary>
internal static partial class CandidateNumbers
{
    /// <summary>The number as a candidate: one with a unit, a bare one that an aim's words lead to, or one that counts a noun we do not know.</summary>
    public static ClassifiedNumber? AsCandidate(SectionNode node, Line line, ClassifiedNumber number)
    {
        if (number.Class == NumberClass.Candidate)
        {
            return number;
        }

        var before = line.Canon[..number.Number.Start].TrimEnd();
        if (number.Class == NumberClass.Duration)
        {
            return IsTimeLimit(before) && Limits.Any(w => before.EndsWith(" " + w, StringComparison.Ordinal)) ? number : null;
        }

        if (number.Class != NumberClass.Bare)
        {
            return null;
        }

        if (UnknownNoun().Match(line.Canon, number.Number.End, Math.Min(40, line.Text.Length - number.Number.End)) is { Success: true } noun
            && (number.Number.Digits[0] == '0' || number.Number.Value >= 10 || before.Length == 0 || DoingVerbs.EndsWithVerb(before)) && !char.IsUpper(line.Text[number.Number.End + 1])
            && (node.Kind is SectionKind.Objectives or SectionKind.Tasks or SectionKind.Appendix))
        {
            var word = noun.Groups["noun"];
            return number with { Class = NumberClass.Candidate, UnitStart = word.Index, UnitEnd = word.Index + word.Length, Unit = UnitKind.Output };
        }

        if (IsBarePart(line, number) || IsListedPart(line, number))
        {
            return number with { Class = NumberClass.Candidate };
        }

        return node.Kind == SectionKind.Objectives && Links.Any(w => before.EndsWith(" " + w, StringComparison.Ordinal)) ? number : null;
    }

    /// <summary>"1.500 dự án (miền Bắc 600, miền Nam 900)": a number alone in brackets, words before it and nothing after, is a part of the whole before them.</summary>
    private static bool IsBarePart(Line line, ClassifiedNumber number)
    {
        var open = line.Canon.LastIndexOf('(', number.Number.Start);
        var close = open < 0 ? -1 : line.Canon.IndexOf(')', open);
        return open > 0 && close >= number.Number.End && line.Canon[number.Number.End] is ',' or ';' or ')' && char.IsDigit(line.Canon[..open].FirstOrDefault(char.IsDigit))
            && PartBefore().IsMatch(line.Canon[open..number.Number.Start]) && BareParts().Count(line.Canon[open..(close + 1)]) >= 2;
    }

    /// <summary>"bồi dưỡng 1.450 lượt cán bộ, gồm lý luận chính trị 320, quản lý nhà nước 480 và chuyên môn 650": parts without the whole's unit.</summary>
    private static bool IsListedPart(Line line, ClassifiedNumber number)
    {
        var marker = PartsBegin().Matches(line.Canon[..number.Number.Start]).LastOrDefault();
        if (marker is null || !line.Canon.AsSpan(0, marker.Index).ContainsAnyInRange('0', '9'))
        {
            return false;
        }

        var end = line.Canon.AsSpan(number.Number.Start).IndexOfAny(';', ')') is >= 0 and var stop ? number.Number.Start + stop : line.Canon.Length;
        var parts = line.Canon[(marker.Index + marker.Length)..end];
        return !line.Canon[marker.Index..number.Number.Start].Contains(';') && ListEnd().IsMatch(line.Canon[number.Number.End..Math.Min(line.Canon.Length, number.Number.End + 4)])
            && ListedParts().Count(parts) >= 2;
    }

    [GeneratedRegex(@"(?:trong đó|bao gồm|gồm)(?: có)?[:,]?\s", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex PartsBegin();

    [GeneratedRegex(@"^(?:\s?[,;.)]|\svà|$)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex ListEnd();

    [GeneratedRegex(@"\p{L}\s\d[\d.]*(?:,\s|;|\)|\svà\s|\.?$|\.\s)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex ListedParts();

    [GeneratedRegex(@"[(,;]\s?\p{L}[\p{L} -]{2,50}\s$", RegexOptions.RightToLeft, RegexLimit.Milliseconds)]
    private static partial Regex PartBefore();

    [GeneratedRegex(@"\p{L}\s\d[\d.]*(?=[,;)])", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex BareParts();

    /// <summary>"thời gian giải quyết còn không quá 12 tháng": a duration is an aim where the clause speaks of time.</summary>
    private static bool IsTimeLimit(string before)
    {
        if (Loan().IsMatch(before))
        {
            return false;
        }

        var clause = before[(Math.Max(before.LastIndexOfAny([';', '.']), before.LastIndexOf(", ", StringComparison.Ordinal)) + 1)..];
        return SubjectOfTime().IsMatch(clause) || (clause.Contains("thời gian", StringComparison.Ordinal) && !clause.Contains("thời gian đào tạo", StringComparison.Ordinal) && !clause.Contains("thời gian học", StringComparison.Ordinal) && !clause.Contains("thời hạn vay", StringComparison.Ordinal)) || clause.Contains("thời hạn", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?:mức vay|cho vay|lãi suất|thời hạn vay|thời hạn cho vay)[^.;]*$", RegexOptions.RightToLeft, RegexLimit.Milliseconds)]
    private static partial Regex Loan();

    /// <summary>"số ngày lưu trú bình quân đạt 2,3 ngày", "số năm sống khỏe tối thiểu đạt 67 năm": time itself is counted.</summary>
    [GeneratedRegex(@"(?:^|\s)(?:số (?:ngày|năm|giờ|phút|tháng|buổi)|ngày lưu trú|lưu trú|tuổi thọ|ngày khách|số ngày khách)(?!\p{L})", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex SubjectOfTime();

    private static readonly string[] Links = ["đạt", "lên", "còn", "ít nhất", "tối thiểu", "khoảng", "trên", "dưới", "không quá", "đạt từ", "thêm"];

    private static readonly string[] Limits = ["tối thiểu", "ít nhất", "không quá", "tối đa", "xuống còn", "giảm còn", "còn dưới", "dưới", "đạt", "còn", "là", "lên", "trên"];

    [GeneratedRegex(@"^\s(?<noun>(?!của|trên|dưới|tại|ở|và|hoặc|đến|tới|từ|là|có|được|trong|ngoài|theo|với|cho|để|về|so|thì|mà|như|bằng|khi|nếu|cũng|đã|sẽ|không|cấp|bên|mặt|đầu|cuối|trở|lần|thứ|năm|tháng|ngày|giờ|phút|đồng|triệu|tỷ|nghìn|này|nêu|trước|sau|nhất|qua|vào|hàng|hằng|các|những|đó|mới)\p{L}+)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex UnknownNoun();
}
