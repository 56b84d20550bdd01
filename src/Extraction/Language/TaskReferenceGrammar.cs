using System.Globalization;
using System.Text.RegularExpressions;

namespace Plans.Extraction.Language;

/// <summary>References to tasks by number: "các nhiệm vụ: 1 (1.1, 1.2), 4, 5 (trừ 5.4)". See docs/grammar/dan-chieu.md.</summary>
internal static partial class TaskReferenceGrammar
{
    [GeneratedRegex(@"(?:nhiệm vụ|giải pháp|nội dung|chỉ tiêu|mục|điểm|khoản|tiểu mục|phần việc)(?:, (?:nhiệm vụ|giải pháp|nội dung))*\s*(?:số\s*|tại (?:các )?(?:mục|điểm|khoản)\s*|nêu tại (?:mục|điểm)\s*|sau\s*)?:?\s*(?:(?:tại |ở )?(?:các )?mục\s*|số\s*)?(?:từ\s)?(?<list>(?:[ivx]{1,4}\.|[a-h]\.)*\d{1,2}(?:\.\d{1,2})*(?!\s?%|[\d.,]*\d|\s?(?:tỷ|triệu|nghìn|người|lớp|hộ|xã|năm|tháng|ngày))(?:\s*(?:[,;]|và|-|đến)\s*(?:các\s)?(?:(?:nhiệm vụ|mục|điểm)\s)?\d{1,2}(?:\.\d{1,2})*(?!\d|\s?%)|\s*\((?:trừ\s*|gồm\s*:?\s*|các mục\s*|mục\s*)?\s*\d{1,2}(?:\.\d{1,2})*(?:\s*(?:[,;]|và|-|đến)\s*\d{1,2}(?:\.\d{1,2})*)*\s*\))*)", RegexOptions.None, 1000)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"(?<n>(?:[ivx]{1,4}\.|[a-h]\.)*\d{1,2}(?:\.\d{1,2})*)(?:\s*(?:-|đến)\s*(?<to>\d{1,2}(?:\.\d{1,2})*))?(?:\s*\((?<not>trừ)?[^\d)]*(?<in>[^)]*)\))?", RegexOptions.None, 1000)]
    private static partial Regex Element();

    [GeneratedRegex(@"\d{1,2}(?:\.\d{1,2})*", RegexOptions.None, 1000)]
    private static partial Regex Number();

    /// <summary>The numbers that a text refers to, expanded against the numbers that the plan's tasks have; empty where it refers to none.</summary>
    /// <param name="children">The numbers directly under a number ("5" → 5.1, 5.2 …) among the plan's measures.</param>
    public static IReadOnlyList<string> Find(string canon, Func<string, IReadOnlyList<string>> children)
    {
        var found = new List<string>();
        foreach (Match match in Pattern().Matches(canon))
        {
            var list = match.Groups["list"].Value;
            if (!LooksLikeReference(canon, match, list))
            {
                continue;
            }

            foreach (Match element in Element().Matches(list))
            {
                found.AddRange(Expand(element, children));
            }
        }

        return [.. found.Distinct()];
    }

    /// <summary>A lone whole number ("nhiệm vụ 3") refers to a task only where a verb of carrying out stands before it.</summary>
    private static bool LooksLikeReference(string canon, Match match, string list)
    {
        var before = canon[Math.Max(0, match.Index - 60)..match.Index];
        var isDuty = before.Contains("thực hiện", StringComparison.Ordinal) || before.Contains("chủ trì", StringComparison.Ordinal) || before.Contains("triển khai", StringComparison.Ordinal)
            || before.Contains("tham mưu", StringComparison.Ordinal) || before.Contains("phối hợp", StringComparison.Ordinal) || before.Contains("hoàn thành", StringComparison.Ordinal);
        return isDuty && (match.Value.StartsWith("nhiệm vụ", StringComparison.Ordinal) || list.Contains('.') || list.Contains(','));
    }

    private static IEnumerable<string> Expand(Match element, Func<string, IReadOnlyList<string>> children)
    {
        var number = element.Groups["n"].Value.ToUpperInvariant();
        var inner = Number().Matches(element.Groups["in"].Value).Select(m => m.Value).ToList();
        if (element.Groups["not"].Success)
        {
            return children(number) is { Count: > 0 } all ? all.Except(inner) : [number];
        }

        if (inner.Count > 0)
        {
            return Ranges(element.Groups["in"].Value);
        }

        return element.Groups["to"].Success ? Range(number, element.Groups["to"].Value) : [number];
    }

    private static IEnumerable<string> Ranges(string list)
    {
        foreach (Match element in Element().Matches(list))
        {
            foreach (var number in element.Groups["to"].Success ? Range(element.Groups["n"].Value, element.Groups["to"].Value) : [element.Groups["n"].Value])
            {
                yield return number;
            }
        }
    }

    private static IEnumerable<string> Range(string from, string to)
    {
        var prefix = from[..(from.LastIndexOf('.') + 1)];
        var first = int.Parse(from[prefix.Length..], CultureInfo.InvariantCulture);
        var last = to.StartsWith(prefix, StringComparison.Ordinal) && int.TryParse(to[prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : first;
        return last > first && last - first < 40
            ? Enumerable.Range(first, last - first + 1).Select(i => prefix + i.ToString(CultureInfo.InvariantCulture))
            : [from, to];
    }
}
