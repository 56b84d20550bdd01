using System.Text.RegularExpressions;

namespace Plans.Extraction.Language;

/// <summary>Numbers of tasks that a text refers to, with the part of the plan in which they are to be looked for.</summary>
/// <param name="Numbers">Expanded, as printed: "2.1", "III.2.b", "2.a".</param>
/// <param name="Scope">"II" for "tại Mục II", "PL2" for "Phụ lục II"; null where the text names none.</param>
public sealed record TaskReferenceToken(int Start, int End, IReadOnlyList<string> Numbers, string? Scope);

/// <summary>
/// References to tasks by number, read word by word: lists, ranges and exceptions on any level ("1 (1.1, 1.2), 4, từ 2.1 đến 2.6 (trừ 2.4)",
/// "điểm a đến điểm d khoản 2 mục III", "số thứ tự 5, 7 Phụ lục II"). See docs/grammar/dan-chieu.md.
/// </summary>
internal static partial class TaskReferenceGrammar
{
    /// <summary>What is referred to, up to the first number.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d])(?<what>nhiệm vụ|giải pháp|nội dung|chỉ tiêu(?=, (?:nhiệm vụ|giải pháp))|biện pháp|hoạt động|phần việc|tiểu mục|mục|tiết|điểm|khoản|số thứ tự|stt)(?:,? (?:và )?(?:nhiệm vụ|giải pháp|nội dung))*(?:\s(?:số|sau|tại|ở|thứ|các dòng|dòng|các khoản|các điểm|tiết|thứ tự|thứ tự số|có số thứ tự|được giao|nêu tại|quy định tại|theo|được giao tại|thuộc|các|từ|mục|điểm|khoản|tiểu mục|số thứ tự))*\s?:?\s*(?:từ\s)?(?:(?:các )?(?:mục|điểm|khoản|nhiệm vụ)\s)?(?=\(?[\divxa-hđ])", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Opening();

    /// <summary>A number of a task: "4", "2.1", "3.2.1", "iii.2.b", "b.i.1"; a letter or a Roman numeral alone only where the caller allows.</summary>
    [GeneratedRegex(@"\G(?:(?:[ivx]{1,5}|[a-hđ])\.)*\d{1,2}(?:\.(?:\d{1,2}|[a-hđik](?!\p{L})))*(?![\p{L}\d%/])|\G(?:[ivx]{1,5}|[a-h])(?:\.(?:[ivx]{1,5}|\d{1,2}))+(?:\.[a-hđ])?(?![\p{L}\d%/])", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"\G(?:[a-hđik]|[ivx]{1,5})(?![\p{L}\d.])", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Lone();

    /// <summary>"các nội dung (1), (3)".</summary>
    [GeneratedRegex(@"\G\((?<n>\d{1,2})\)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Bracketed();

    /// <summary>A count, a date or money, not a task's number.</summary>
    [GeneratedRegex(@"\G\s?(?:%|/\d|tỷ|triệu|nghìn|người|lớp|hộ|xã|huyện|năm|tháng|ngày|giờ|lần|đồng|trong(?: số)? \d)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Counted();

    [GeneratedRegex(@"\G\s*(?:[,;]\s*(?:và\s)?|\svà\s)(?:(?:các\s)?(?:nhiệm vụ|mục|điểm|khoản|nội dung)\s)?(?:số\s|thứ\s)?(?<from>từ\s(?:(?:điểm|mục|nhiệm vụ)\s)?)?", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\G\s*(?:-|đến)\s*(?:hết\s)?(?:(?:nhiệm vụ|mục|điểm|khoản)\s)?", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex To();

    [GeneratedRegex(@"\G\s*[(,]?\s*(?:trừ|ngoại trừ|không bao gồm|không gồm)\s*:?\s*(?:(?:các\s)?(?:nhiệm vụ|tiểu mục|mục|điểm|nội dung)\s)?(?:số\s)?(?:thứ tự\s)?(?:từ\s)?", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Except();

    [GeneratedRegex(@"\G\s*\(\s*(?:gồm\s*:?\s*|bao gồm\s*:?\s*)?(?:(?:các\s)?(?:nhiệm vụ|mục|điểm)\s)?(?:từ\s)?(?=[\divxa-hđ])", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Inner();

    /// <summary>Where the numbers are to be looked for: "khoản 2", "tại Mục II", "(Mục II)", "Phần B", "Phụ lục II".</summary>
    [GeneratedRegex(@"\G\s*\(?\s*(?:của\s|tại\s|thuộc\s|nêu tại\s)*(?<part>khoản|điểm|mục|phần|chương|phụ lục|phụ biểu)\s(?:số\s)?(?<n>[ivx]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3}|[a-h])(?![\p{L}\d/]|\.\d)\)?", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Place();

    /// <summary>The number belongs to another instrument: "khoản 2 Điều 5 Nghị định …", "mục 3 Công văn số …".</summary>
    [GeneratedRegex(@"\G[\s,]*(?:của\s|tại\s|,\s)?(?:điều \d{1,3}(?:,|\scủa)?\s)?(?:luật|bộ luật|nghị định|thông tư|pháp lệnh|(?:quyết định|nghị quyết|chỉ thị|công văn|kế hoạch|chương trình|đề án|tờ trình)\s(?:số\s)?\d)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex OfAnother();

    [GeneratedRegex(@"thực hiện|chủ trì|chịu trách nhiệm|phụ trách|đảm nhận|triển khai|tham mưu|phối hợp|hoàn thành|đôn đốc|theo dõi|(?:^|\s)theo\s|nêu tại|giải quyết", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Duty();

    private const string Letters = "abcdđeghiklmnopq";

    /// <summary>"các nhiệm vụ tại mục II": all that the section holds.</summary>
    private static readonly string[] Wholes = ["nhiệm vụ", "giải pháp", "nội dung", "biện pháp"];

    /// <summary>The numbers of all references, in order, each once; empty where there is none.</summary>
    public static IReadOnlyList<string> Find(string canon, IReadOnlyList<string> known) => [.. Tokens(canon, known).SelectMany(t => t.Numbers).Distinct()];

    /// <param name="known">The numbers of the plan's measures in document order, against which exceptions and ranges are expanded.</param>
    public static IEnumerable<TaskReferenceToken> Tokens(string canon, IReadOnlyList<string> known)
    {
        var at = 0;
        while (at < canon.Length && Opening().Match(canon, at) is { Success: true } opening)
        {
            at = opening.Index + opening.Length;
            if (Read(canon, opening, known) is not { } token || !(Duty().IsMatch(canon[Math.Max(0, opening.Index - 60)..opening.Index]) || AreKnown(token, known)))
            {
                continue;
            }

            at = Math.Max(at, token.End);
            yield return token;
        }
    }

    /// <summary>"bố trí kinh phí các nội dung 1.1, 2.1": without a verb of duty, several numbers of two levels that the plan's measures bear.</summary>
    private static bool AreKnown(TaskReferenceToken token, IReadOnlyList<string> known) =>
        token.Numbers.Count > 1 && token.Numbers.All(number => number.Contains('.') && known.Contains(number));

    private static TaskReferenceToken? Read(string canon, Match opening, IReadOnlyList<string> known)
    {
        var what = opening.Groups["what"].Value;
        var isPoint = opening.Value.Contains("điểm", StringComparison.Ordinal) || opening.Value.Contains("tiết", StringComparison.Ordinal);
        var at = opening.Index + opening.Length;
        var numbers = new ReferenceList(known);
        var isWhole = Wholes.Contains(what) && opening.Value.EndsWith("mục ", StringComparison.Ordinal);
        while (ReadNumber(canon, ref at, isPoint || isWhole || numbers.EndsInLetter) is { } number)
        {
            numbers.Add(number);
            ReadAfter(canon, ref at, numbers, isPoint);
            var separator = Separator().Match(canon, at);
            var next = at + separator.Length;
            if (!separator.Success || ReadNumber(canon, ref next, isPoint || numbers.EndsInLetter, peek: true) is null)
            {
                break;
            }

            at += separator.Length;
        }

        if (numbers.IsEmpty)
        {
            return null;
        }

        string? scope = null;
        while (Place().Match(canon, at) is { Success: true } place)
        {
            at += place.Length;
            var label = place.Groups["n"].Value.ToUpperInvariant();
            if (place.Groups["part"].Value is "khoản" or "điểm" && numbers.EndsInLetter)
            {
                numbers.Under(label);
            }
            else
            {
                scope = place.Groups["part"].Value is "phụ lục" or "phụ biểu" ? "PL" + Sections.Numbering.ArabicOf(label) : scope is null ? label : label + "." + scope;
            }
        }

        if (Except().Match(canon, at) is { Success: true } except)
        {
            var end = at + except.Length;
            if (ReadInner(canon, ref end, known) is { IsEmpty: false } removed)
            {
                numbers.Remove(removed.All);
                at = end;
            }
        }

        var isTask = what is not ("mục" or "tiết" or "điểm" or "khoản" or "tiểu mục") || numbers.IsListed || scope is not null;
        return isTask && !OfAnother().IsMatch(canon, at) ? new TaskReferenceToken(opening.Index, at, numbers.All, scope) : null;
    }

    /// <summary>What follows a number: the end of a range, the items in brackets, exceptions.</summary>
    private static void ReadAfter(string canon, ref int at, ReferenceList numbers, bool isPoint)
    {
        if (To().Match(canon, at) is { Success: true } to)
        {
            var end = at + to.Length;
            if (ReadNumber(canon, ref end, isPoint || numbers.EndsInLetter) is { } last)
            {
                numbers.RangeTo(last);
                at = end;
            }
        }

        if (Except().Match(canon, at) is { Success: true } except)
        {
            var end = at + except.Length;
            if (ReadInner(canon, ref end, numbers.Known) is { IsEmpty: false } removed)
            {
                numbers.Remove(removed.All);
                at = end;
            }
        }
        else if (!Place().IsMatch(canon, at) && Inner().Match(canon, at) is { Success: true } inner)
        {
            var end = at + inner.Length;
            if (ReadInner(canon, ref end, numbers.Known) is { IsEmpty: false } items)
            {
                numbers.ReplaceLast(items.All);
                at = end;
            }
        }
    }

    private static ReferenceList ReadInner(string canon, ref int at, IReadOnlyList<string> known)
    {
        var list = new ReferenceList(known);
        while (ReadNumber(canon, ref at, allowLone: true) is { } number)
        {
            list.Add(number);
            if (To().Match(canon, at) is { Success: true } to)
            {
                var end = at + to.Length;
                if (ReadNumber(canon, ref end, allowLone: true) is { } last)
                {
                    list.RangeTo(last);
                    at = end;
                }
            }

            if (Separator().Match(canon, at) is not { Success: true } separator)
            {
                break;
            }

            var next = at + separator.Length;
            if (ReadNumber(canon, ref next, allowLone: true, peek: true) is null)
            {
                break;
            }

            at += separator.Length;
        }

        while (at < canon.Length && canon[at] is ' ' or ')')
        {
            at++;
            if (canon[at - 1] == ')')
            {
                break;
            }
        }

        return list;
    }

    private static string? ReadNumber(string canon, ref int at, bool allowLone, bool peek = false)
    {
        if (Bracketed().Match(canon, at) is { Success: true } bracketed)
        {
            at += peek ? 0 : bracketed.Length;
            return Printed(bracketed.Groups["n"].Value);
        }

        var match = Dotted().Match(canon, at);
        if (!match.Success && allowLone)
        {
            match = Lone().Match(canon, at);
        }

        if (!match.Success || Counted().IsMatch(canon, at + match.Length))
        {
            return null;
        }

        at += peek ? 0 : match.Length;
        return Printed(match.Value);
    }

    /// <summary>Roman numerals and leading letters as capitals, letters after a number as small: "III.2.b", "B.I.1".</summary>
    private static string Printed(string canon)
    {
        var parts = canon.Split('.');
        var seenDigit = false;
        for (var i = 0; i < parts.Length; i++)
        {
            var isDigit = char.IsDigit(parts[i][0]);
            parts[i] = isDigit ? parts[i].TrimStart('0') : seenDigit || parts.Length == 1 && parts[i].Length == 1 && Letters.Contains(parts[i][0]) && parts[i] is not "i" ? parts[i] : parts[i].ToUpperInvariant();
            seenDigit |= isDigit;
        }

        return string.Join('.', parts);
    }
}
