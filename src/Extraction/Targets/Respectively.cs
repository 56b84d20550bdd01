using System.Text.RegularExpressions;

namespace Plans.Extraction.Targets;

/// <summary>
/// Things in one row and their numbers in another: "Tỷ lệ nhựa hóa đường huyện, đường xã và đường thôn lần lượt đạt 95%, 80% và 60%", "… các năm 2026, 2027,
/// 2028 lần lượt đạt 70%, 75%, 80%".
/// </summary>
internal static partial class Respectively
{
    /// <param name="Year">The year that the row gives to the number; null where it is a row of things.</param>
    public sealed record Share(string Indicator, int? Year);

    [GeneratedRegex(@"(?:lần lượt|tương ứng)(?:\s(?:là|đạt|còn|có|chiếm|giảm còn|tăng lên|lên|ở mức|đạt mức|với))*\s?:?\s?$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex InTurn();

    [GeneratedRegex(@"[\s,(]*(?:đạt\s)?(?:(?:trong|vào|đến|của)\s)?(?:các\s)?(?:cuối\s)?năm\s(?<y>20\d{2}(?:(?:,|\svà|;)\s(?:năm\s)?20\d{2})+)[\s,)]*$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Years();

    [GeneratedRegex(@",\s(?:và\s)?|\svà\s", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Separator();

    /// <summary>What each clause of a line counts, by its index; clauses that stand in no such row are left out.</summary>
    public static IReadOnlyDictionary<int, Share> Of(IReadOnlyList<Clause> clauses)
    {
        var shares = new Dictionary<int, Share>();
        for (var at = 0; at < clauses.Count; at++)
        {
            var left = clauses[at].LeftCanon;
            if (!(left.Contains("lần lượt", StringComparison.Ordinal) || left.Contains("tương ứng", StringComparison.Ordinal)) || InTurn().Match(left) is not { Success: true } turn)
            {
                continue;
            }

            var count = 1;
            while (at + count < clauses.Count && clauses[at + count].LeftCanon.Trim(' ', ',', ';') is "" or "và")
            {
                count++;
            }

            var things = clauses[at].Left[..turn.Index];
            var found = count < 2 ? [] : ByYear(things, left[..turn.Index], count) ?? ByYearsAfter(things, clauses[at + count - 1].RightCanon, count) ?? ByThing(things, count) ?? [];
            for (var i = 0; i < found.Count; i++)
            {
                shares[at + i] = found[i];
            }
        }

        return shares;
    }

    private static List<Share>? ByYear(string things, string canon, int count)
    {
        if (Years().Match(canon) is not { Success: true } match)
        {
            return null;
        }

        var years = YearReader.All(match.Groups["y"].Value);
        var head = IndicatorWords.Clean(things[..match.Index]);
        return years.Count == count && head.Length > 0 ? [.. years.Select(y => new Share(head, y))] : null;
    }

    /// <summary>"… lần lượt đạt 70%, 75% vào các năm 2027 và 2030".</summary>
    private static List<Share>? ByYearsAfter(string things, string right, int count)
    {
        var years = YearsAfter().Match(right) is { Success: true } match ? YearReader.All(match.Groups["y"].Value) : [];
        var head = IndicatorWords.Clean(things);
        return years.Count == count && head.Length > 0 ? [.. years.Select(y => new Share(head, y))] : null;
    }

    [GeneratedRegex(@"^\s(?:vào|trong|đến)\s(?:các\s)?năm\s(?<y>20\d{2}(?:(?:,|\svà|;)\s(?:năm\s)?20\d{2})+)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex YearsAfter();

    private static List<Share>? ByThing(string things, int count)
    {
        var text = IndicatorWords.Clean(things);
        var parts = Split(text, Separator());
        parts = parts.Count == count ? parts : [.. text.Split(", ", StringSplitOptions.RemoveEmptyEntries)];
        if (parts.Count != count)
        {
            return null;
        }

        var said = SharedPredicates.In(parts[^1]);
        var wholes = parts[..^1].Select(part => said.Length > 0 && SharedPredicates.In(part).Length == 0 ? part + said : part).Append(parts[^1]).ToList();
        return [.. wholes.Select((part, i) => new Share(i == 0 ? part : AlignedHeads.Continued(part, wholes[0]), null))];
    }

    private static List<string> Split(string text, Regex separator)
    {
        var parts = new List<string>();
        var from = 0;
        foreach (Match match in separator.Matches(text))
        {
            parts.Add(text[from..match.Index]);
            from = match.Index + match.Length;
        }

        parts.Add(text[from..]);
        return parts;
    }
}
