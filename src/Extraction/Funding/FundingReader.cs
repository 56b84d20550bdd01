using System.Buffers;
using System.Text.RegularExpressions;
using Plans.Extraction.Language;
using Plans.Extraction.Reading;
using Plans.Extraction.Sections;

namespace Plans.Extraction.Funding;

/// <summary>Amounts of money that the plan needs or provides (kinh phí), in đồng, with their sources and breakdowns.</summary>
internal static partial class FundingReader
{
    [GeneratedRegex(@"(?<!\d[.,]?)(?<n>\d[\d.,]{0,30})\s?(?:(?<m1>tỷ|tỉ|triệu)\s(?<n2>\d[\d.,]*)\s)?(?<m>(?:nghìn|ngàn|triệu|tỷ|tỉ|trăm triệu)(?:\s(?:tỷ|tỉ|đồng))*|trđ|tr\.đ|đồng|vnđ|vnd|đ)(?:\s?đồng|\s?vnđ)?(?!\s?/(?!\s?năm(?!\s?/))|\p{L}|\s\p{L}*(?:người|lao động|hộ|lượt|usd|bản|con|kwh|khách|cây|tấn|m3|ngày|cuốn|trang|sách))(?<!\d\s(?:triệu|nghìn|ngàn)(?=\s\p{L}))", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Amount();

    [GeneratedRegex(@"đã\s[^;.]{0,60}$|(?<!tổng )mức [^:,;]{0,40}$|giảm (?:từ|còn|xuống)|tổng chi ngân sách|giải (?:thưởng|nhất|nhì|ba|khuyến khích)|^\s*(?:nhất|nhì|ba|khuyến khích)\s$|thu nhập|doanh thu|giá trị sản xuất|grdp|kim ngạch|lương|vốn đầu tư đăng ký|(?<!vượt )thu ngân sách|dư nợ|doanh số|bình quân|tăng thêm|thu hút.{0,60}$|định mức", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex NotFunding();

    /// <summary>What somebody is given, not what the plan needs; in the part on funding, and among the parts of a total, it is both.</summary>
    [GeneratedRegex(@"(?<!(?:ngân sách|kinh phí|vốn|nguồn) [\p{L} ]{0,24})hỗ trợ(?: [^:,;]{0,30})?\s$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Support();

    [GeneratedRegex(@"trong đó|gồm|bao gồm|:|\(|cụ thể", RegexOptions.NonBacktracking)]
    private static partial Regex OpensParts();

    [GeneratedRegex(@"(?:kinh phí|ngân sách|vốn|nguồn|nhu cầu|tổng mức|tổng số|xã hội hóa|huy động|dự toán|tổng cộng|quỹ|đối ứng|tài trợ|viện trợ|bố trí|đầu tư)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex FundingWord();

    public static IReadOnlyList<FundingItem> Read(Outline outline, SpanMaker spans)
    {
        var items = new List<FundingItem>();
        foreach (var node in outline.All())
        {
            if (node.Kind == SectionKind.Other && node.Ancestors().Prepend(node).Any(n => n.Heading is { } h && PastHeading().IsMatch(h.Canon)))
            {
                continue;
            }

            string? total = null;
            var lines = node.Units.Select(u => (u.Body, u.IsBullet)).ToList();
            if (node.Heading is { } heading && node.Kind == SectionKind.Funding)
            {
                total = ReadLine(node, heading, null, spans, items);
            }

            foreach (var (line, isBullet) in lines)
            {
                var whole = ReadLine(node, line, isBullet ? total : null, spans, items);
                total = isBullet && !line.Text.TrimEnd().EndsWith(':') ? total : whole ?? total;
            }
        }

        return items;
    }

    /// <summary>Headings under which every amount is one of the plan's, appendices too.</summary>
    [GeneratedRegex(@"kinh phí|dự toán|nguồn vốn|nhu cầu vốn|phân bổ vốn|phân kỳ|khái toán", RegexOptions.NonBacktracking)]
    private static partial Regex FundingHeading();

    /// <summary>Headings of what was spent before the plan.</summary>
    [GeneratedRegex(@"kết quả|thực trạng|tình hình|đánh giá", RegexOptions.NonBacktracking)]
    private static partial Regex PastHeading();

    /// <summary>"cấp 46 tỷ đồng | từ ngân sách dự phòng": the source after the amount.</summary>
    [GeneratedRegex(@"^[\s,]*(?:từ|bằng|trong|do)\s(?:các\s)?(?:nguồn|ngân sách|vốn|quỹ|kinh phí)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex SourceAfter();

    /// <summary>One of these stands in every amount.</summary>
    private static readonly SearchValues<string> MoneyWords = SearchValues.Create(["nghìn", "ngàn", "triệu", "tỷ", "tỉ", "đồng", "vnđ", "vnd", "trđ", "tr.đ", "0đ", "0 đ"], StringComparison.Ordinal);

    /// <summary>Reads one line; gives the quote of the total that the bullets below may break down.</summary>
    private static string? ReadLine(SectionNode node, Line line, string? above, SpanMaker spans, List<FundingItem> items)
    {
        if (!line.Canon.AsSpan().ContainsAnyInRange('0', '9') || !line.Canon.AsSpan().ContainsAny(MoneyWords))
        {
            return null;
        }

        string? total = null;
        var start = 0;
        string? quoteBefore = null;
        var inBefore = 0;
        var totalEnd = 0;
        var amounts = Amount().Matches(line.Canon);
        foreach (Match match in amounts)
        {
            var from = Math.Max(start, ClauseStart(line.Canon, match.Index));
            var label = line.Canon[from..match.Index];
            start = match.Index + match.Length;
            if (NumberGrammar.Parse(match.Groups["n"].Value.TrimEnd('.', ',')) is not { } number || !IsFunding(node, line.Canon, label, line.Canon[start..], above is not null || (total is not null && OpensParts().IsMatch(line.Canon[totalEnd..match.Index]))))
            {
                continue;
            }

            var quote = line.Slice(from, start).Trim();
            var isInner = quoteBefore is not null && line.Canon.IndexOf('(', inBefore) is var open && open >= 0 && open < match.Index && line.Canon.IndexOf(')', open) is var close && (close < 0 || close > match.Index);
            var isPart = total is not null || above is not null;
            var name = Name(quote, match.Index - (quote.Start - line.Start));
            items.Add(new FundingItem(AmountOf(match, number), isPart ? name : IsTotal(label, amounts.Count) ? "tổng" : name, isInner ? quoteBefore : total ?? above, quote.Text, spans.Of(quote)));
            (total, totalEnd) = total is null && above is null ? (quote.Text, start) : (total, totalEnd);
            (quoteBefore, inBefore) = isInner ? (quoteBefore, inBefore) : (quote.Text, start);
        }

        return total;
    }

    private static bool IsTotal(string label, int count) => count > 1 || label.Contains("tổng", StringComparison.Ordinal) || label.Contains("nhu cầu", StringComparison.Ordinal)
        || label.Contains("kinh phí", StringComparison.Ordinal);

    private static bool IsFunding(SectionNode node, string canon, string label, string after, bool isPart)
    {
        if (NotFunding().IsMatch(label) || (!isPart && node.Kind != SectionKind.Funding && Support().IsMatch(label)))
        {
            return false;
        }

        return isPart || node.Kind == SectionKind.Funding || FundingWord().IsMatch(label) || SourceAfter().IsMatch(after) || FundingWord().IsMatch(node.Heading?.Canon ?? "")
            || node.Ancestors().Any(n => n.Heading is { } above && FundingHeading().IsMatch(above.Canon))
            || (canon.StartsWith("kinh phí", StringComparison.Ordinal) || canon.StartsWith("tổng kinh phí", StringComparison.Ordinal));
    }

    private static int ClauseStart(string canon, int at)
    {
        for (var i = at - 1; i > 0; i--)
        {
            if (canon[i] is ';' or '(' || (canon[i] == ' ' && canon[i - 1] is '.' or ',') || canon.AsSpan(i).StartsWith("trong đó", StringComparison.Ordinal))
            {
                return canon[i] == 't' ? i + "trong đó".Length : i + 1;
            }
        }

        return 0;
    }

    /// <summary>"(1) Ngân sách tỉnh", "a) Ngân sách tỉnh".</summary>
    [GeneratedRegex(@"^(?:\d{1,2}|[a-zđ])\)\s*", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex ItemNumber();

    private static string? Name(Line quote, int amountAt)
    {
        var label = ItemNumber().Replace(quote.Text[..Math.Clamp(amountAt, 0, quote.Text.Length)].Trim(' ', ':', '-', '+', ',', '(', ';'), "");
        foreach (var tail in (string[])[" là", " khoảng", " trên", " dự kiến"])
        {
            label = label.EndsWith(tail, StringComparison.Ordinal) ? label[..^tail.Length] : label;
        }

        return label.Length > 0 ? label.TrimEnd(' ', ':') : null;
    }

    /// <summary>"4 tỷ 650 triệu đồng" is one amount.</summary>
    private static decimal AmountOf(Match match, decimal number) =>
        match.Groups["n2"].Success && NumberGrammar.Parse(match.Groups["n2"].Value.TrimEnd('.', ',')) is { } rest
            ? (number * Scale(match.Groups["m1"].Value)) + (rest * Scale(match.Groups["m"].Value))
            : number * Scale(match.Groups["m"].Value);

    private static decimal Scale(string multiplier)
    {
        var scale = 1m;
        foreach (var word in multiplier.Split(' '))
        {
            scale *= word switch { "nghìn" or "ngàn" => 1_000m, "trăm" => 100m, "triệu" or "trđ" or "tr.đ" => 1_000_000m, "tỷ" or "tỉ" => 1_000_000_000m, _ => 1m };
        }

        return scale;
    }
}
