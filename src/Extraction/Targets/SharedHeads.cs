using System.Text.RegularExpressions;
using Plans.Extraction.Reading;

namespace Plans.Extraction.Targets;

/// <summary>Words that several numbers share: the head of a list of shares, the indicator of which another number gives another place or group.</summary>
internal static partial class SharedHeads
{
    [GeneratedRegex(@"^(?:cơ cấu|tỷ lệ|tỉ lệ|tỷ trọng|số lượng|sản lượng|diện tích|tốc độ|năng suất|số|quy mô|tổng)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex SharedHead();

    public static bool IsStructure(string canon) => canon.StartsWith("cơ cấu ", StringComparison.Ordinal);

    /// <summary>"…; cơ cấu khách quốc tế: Hàn Quốc 22%, Trung Quốc 30%": the shares of a structure named within the line.</summary>
    public static string? StructureHead(Line line, Clause clause)
    {
        if (!clause.Number.Number.Percent || !line.Canon.Contains("cơ cấu", StringComparison.Ordinal))
        {
            return null;
        }

        var match = Structure().Matches(line.Canon).LastOrDefault(m => m.Index + m.Length <= clause.Number.Number.Start);
        return match is null || line.Canon[(match.Index + match.Length)..clause.Number.Number.Start].Contains(". ", StringComparison.Ordinal)
            ? null : line.Text[match.Groups["h"].Index..(match.Groups["h"].Index + match.Groups["h"].Length)];
    }

    [GeneratedRegex(@"(?:[.;,(:]\s?|trong đó[:,]?\s)(?<h>cơ cấu [^:;.\d]{3,80}):", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Structure();

    /// <summary>Of "trong đó nữ 340 người" only the group is said; what is counted is that of the whole.</summary>
    [GeneratedRegex(@"^(?:nam|nữ|nam giới|nữ giới|cấp (?:tỉnh|huyện|xã|trung ương)|thành thị|đô thị|nông thôn|công lập|ngoài công lập)$", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    public static partial Regex GroupOnly();

    [GeneratedRegex(@"^(?:riêng )?(?:tại|ở|khu vực|cấp|vùng)\s", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex PlaceFirst();

    [GeneratedRegex(@"\s(?:tại|ở|khu vực|cấp|vùng)\s[^,;]*$", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex PlaceLast();

    /// <summary>"… ở đô thị đạt 60%, nông thôn 35%", "… cấp THCS: nam 84%, nữ 86%".</summary>
    [GeneratedRegex(@"[\s:](?<g>nam|nữ|nam giới|nữ giới|cấp (?:tỉnh|huyện|xã|trung ương)|thành thị|đô thị|nông thôn|công lập|ngoài công lập)$", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex GroupLast();

    /// <summary>"Tỷ lệ thu gom rác tại đô thị đạt 85%, tại nông thôn đạt 45%": the second number has the first one's indicator, elsewhere.</summary>
    public static string SamePlaceHead(string indicator, TargetDraft previous, Clause clause)
    {
        var sameUnit = clause.Number.Number.Percent && previous.Unit == "%";
        if (clause.Parent < 0 && GroupOnly().IsMatch(indicator) && GroupLast().Match(previous.Indicator) is { Success: true } group
            && previous.Unit == (clause.Number.Number.Percent ? "%" : clause.Line.Text[clause.Number.UnitStart..clause.Number.UnitEnd]))
        {
            return previous.Indicator[..group.Groups["g"].Index] + indicator;
        }

        return sameUnit && PlaceFirst().IsMatch(indicator) && PlaceLast().IsMatch(previous.Indicator) && clause.Parent < 0
            ? PlaceLast().Replace(previous.Indicator, "") + " " + indicator
            : indicator;
    }

    /// <summary>"Cơ cấu lao động: nông nghiệp 19,5%; công nghiệp 50%; …": several shares under one head.</summary>
    public static string? CommonHead(Line line, IReadOnlyList<Clause> clauses)
    {
        if (clauses.Count < 2)
        {
            return null;
        }

        var colon = line.Text.IndexOf(':');
        if (colon <= 0 || colon > clauses[0].ComparatorStart - 2 || !(SharedHead().IsMatch(Changes().Replace(line.Canon[..colon], "")) || ByLevels(line, clauses, colon)) || !line.Text[(colon + 1)..clauses[0].ComparatorStart].Any(char.IsLetter))
        {
            return null;
        }

        return IndicatorWords.Clean(line.Text[Changes().Match(line.Canon[..colon]).Length..colon]);
    }

    /// <summary>"- Chuyển dịch cơ cấu lao động: …": the head is the structure, not its change.</summary>
    [GeneratedRegex(@"^[\s\-+*]*(?:chuyển dịch|chuyển đổi)\s(?=cơ cấu)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Changes();

    /// <summary>"Số hóa kết quả giải quyết thủ tục: cấp tỉnh 70%, cấp huyện 60%, cấp xã 55%".</summary>
    private static bool ByLevels(Line line, IReadOnlyList<Clause> clauses, int colon) => clauses.All(c => c.Number.Number.Percent
        && Level().IsMatch(line.Canon[Math.Max(c.Start, colon + 1)..c.ComparatorStart]));

    [GeneratedRegex(@"^[\s,;-]*(?:và )?(?:cấp|khu vực|vùng|tại|ở|khối|ngành|nhóm|bậc|hệ|trình độ)\s[\p{L} ]{2,40}\s$|^[\s,;-]*(?:và )?(?:nam|nữ|thành thị|nông thôn|công lập|ngoài công lập)(?: (?:đạt|là|chiếm))?\s$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Level();

    /// <summary>"Tổng đàn gia súc, gia cầm: đàn trâu 45.000 con": the part says by itself what is measured.</summary>
    [GeneratedRegex(@"^(?:đàn|số|tỷ lệ|tỉ lệ|diện tích|sản lượng|năng suất|tổng)\s", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex OwnMeasure();

    public static string WithHead(string indicator, string head)
    {
        var colon = indicator.IndexOf(':');
        var own = colon >= 0 && IndicatorWords.Clean(indicator[..colon]) == head ? indicator[(colon + 1)..].Trim() : indicator;
        return OwnMeasure().IsMatch(own) ? own : head + ": " + own;
    }
}
