using System.Globalization;
using Plans.Extraction.Reading;

namespace Plans.Extraction.Audit;

/// <summary>
/// parts-do-not-sum: a breakdown whose parts do not make the stated whole, or shares of one whole that do not make 100 %. A difference that
/// rounding of the printed digits explains is none.
/// </summary>
internal static class SumCheck
{
    public static IEnumerable<Finding> Check(IReadOnlyList<Target> targets, IReadOnlyList<FundingItem> funding, SpanMaker spans) =>
        Breakdowns(targets).Concat(Shares(targets, spans)).Concat(Runs(targets, spans)).Concat(Money(funding));

    private static IEnumerable<Finding> Breakdowns(IReadOnlyList<Target> targets)
    {
        var children = targets.Where(t => t.Parent is not null).ToLookup(t => t.Parent!);
        foreach (var whole in targets.Where(t => t.Unit != "%" && t.Source == "text"))
        {
            var parts = children[whole.Id].ToList();
            var comparable = parts.Count >= 2 && parts.All(p => IsAlike(p.Unit, whole.Unit) && p.Comparator == "=" && p.Year == whole.Year && p.ValueMax is null) && whole.Comparator is "=";
            var sum = parts.Sum(p => p.Value);
            if (comparable && sum != whole.Value && IsComplete(whole, parts, sum))
            {
                yield return Finding(whole, parts, sum, whole.Value);
            }
        }
    }

    /// <summary>Parts are counted as the whole is: in the same unit, or all in people ("450 lượt cán bộ: 150 bác sĩ, 180 điều dưỡng …").</summary>
    private static bool IsAlike(string? part, string? whole) => part == whole || (part is not null && whole is not null && part.StartsWith(whole + " ", StringComparison.Ordinal)) || (IsPeople(part) && IsPeople(whole));

    private static bool IsPeople(string? unit) => unit is not null && Catalogues.Units.At(Language.Canon.Form(unit), 0) is { Kind: Catalogues.UnitKind.People };

    /// <summary>"trong đó" may name only some parts; a sum far below the whole says so, one above never.</summary>
    private static bool IsComplete(Target whole, List<Target> parts, decimal sum) => sum > whole.Value || (parts.Count >= 2 && sum >= whole.Value * 0.8m);

    private static IEnumerable<Finding> Shares(IReadOnlyList<Target> targets, SpanMaker spans)
    {
        var groups = targets.Where(t => t.Unit == "%" && t.Comparator == "=" && t.Indicator.Contains(": ", StringComparison.Ordinal))
            .GroupBy(t => (Head: t.Indicator[..t.Indicator.IndexOf(": ", StringComparison.Ordinal)], t.Section, t.Year));
        foreach (var group in groups.Where(g => g.Count() >= 3 && Language.Canon.Form(g.Key.Head).StartsWith("cơ cấu", StringComparison.Ordinal)))
        {
            var parts = group.ToList();
            var sum = parts.Sum(p => p.Value);
            var rounding = parts.Sum(p => RoundingOf(p.Value));
            if (Math.Abs(sum - 100) > rounding)
            {
                var (start, end) = (parts.Min(p => p.Span.Start), parts.Max(p => p.Span.End));
                var isRun = end > start && end - start < LongestQuote;
                yield return Finding(parts[0], parts, sum, 100) is var finding && isRun
                    ? finding with { Quote = spans.Text[start..end].ReplaceLineEndings(" "), Span = spans.Of(start, end, parts[0].Span.Page) } : finding;
            }
        }
    }

    /// <summary>The text between one part of a run and the next: a separator, or "và".</summary>
    private const int LongestGap = 5;

    private const int MostInRun = 60;

    /// <summary>
    /// Parts in one row of words: shares after "cơ cấu …:" that should make 100 %, and counts in the unit of the whole after its colon
    /// ("600 lao động, giao như sau: huyện A 70 lao động; …").
    /// </summary>
    private static IEnumerable<Finding> Runs(IReadOnlyList<Target> targets, SpanMaker spans)
    {
        var texts = targets.Where(t => t is { Source: "text", Parent: null }).OrderBy(t => t.Span.Start).ToList();
        for (var i = 0; i < texts.Count; i++)
        {
            var first = texts[i];
            var quote = Language.Canon.Form(first.Quote);
            var colon = quote.IndexOf(": ", StringComparison.Ordinal);
            var isStructure = first is { Unit: "%", Comparator: "=" } && colon > 0 && quote.LastIndexOf("cơ cấu", colon, StringComparison.Ordinal) >= 0 && !first.Indicator.Contains(": ", StringComparison.Ordinal);
            var isWhole = first is { Comparator: "=", ValueMax: null } && first.Unit != "%" && first.Span.End < spans.Text.Length && spans.Text[first.Span.End] == ':';
            if (!isStructure && !isWhole)
            {
                continue;
            }

            var run = new List<Target> { first };
            while (i + run.Count < texts.Count && run.Count < MostInRun && texts[i + run.Count] is var next && next.Unit == first.Unit && next.Year == first.Year
                && next is { Comparator: "=", ValueMax: null } && Math.Abs(next.Span.Start - run[^1].Span.End) <= LongestGap)
            {
                run.Add(next);
            }

            var parts = isStructure ? run : run.Skip(1).ToList();
            var (sum, whole) = (parts.Sum(p => p.Value), isStructure ? 100 : first.Value);
            var rounding = parts.Sum(p => p.Value.Scale > 0 || isStructure ? RoundingOf(p.Value) : 0);
            if (parts.Count >= 3 && Math.Abs(sum - whole) > (isStructure ? Math.Min(rounding, 0.5m * parts.Count / 10) : rounding) && Math.Abs(sum - whole) <= whole * 0.2m)
            {
                var end = isStructure ? parts[^1].Span.End : first.Span.End;
                yield return Finding(first, parts, sum, whole) with { Quote = spans.Text[first.Span.Start..end].ReplaceLineEndings(" "), Span = spans.Of(first.Span.Start, end, first.Span.Page) };
            }
        }
    }

    private const int LongestQuote = 400;

    private static decimal RoundingOf(decimal value) => 0.5m / (decimal)Math.Pow(10, value.Scale);

    /// <summary>More parts than any breakdown has: a bound on the work for texts that are none.</summary>
    private const int MostParts = 200;

    private static IEnumerable<Finding> Money(IReadOnlyList<FundingItem> funding)
    {
        var children = funding.Where(f => f.Parent is not null).ToLookup(f => f.Parent!);
        foreach (var whole in funding.Where(f => f.Parent is null))
        {
            var parts = WithoutNested([.. children[whole.Quote].Where(f => f.Span.Start > whole.Span.Start).Take(MostParts)]);
            var sum = parts.Sum(p => p.AmountVnd);
            if (parts.Count >= 2 && !AnyRunMakes(parts, whole.AmountVnd) && parts.All(p => p.AmountVnd <= whole.AmountVnd) && sum >= whole.AmountVnd * 0.8m && sum <= whole.AmountVnd * 1.5m)
            {
                yield return new Finding(
                    "parts-do-not-sum",
                    $"{string.Join(" + ", parts.Select(p => Print(p.AmountVnd)))} = {Print(sum)} ≠ {Print(whole.AmountVnd)} đồng",
                    whole.Quote,
                    whole.Span);
            }
        }
    }

    /// <summary>"152,9 tỷ đồng, gồm … 104,5 tỷ đồng, … 48,4 tỷ đồng": parts that make the part before them are not parts of the whole.</summary>
    private static List<FundingItem> WithoutNested(List<FundingItem> parts)
    {
        var kept = new List<FundingItem>();
        for (var i = 0; i < parts.Count; i++)
        {
            kept.Add(parts[i]);
            var sum = 0m;
            for (var j = i + 1; j < parts.Count && sum < parts[i].AmountVnd; j++)
            {
                sum += parts[j].AmountVnd;
                if (j > i + 1 && sum == parts[i].AmountVnd)
                {
                    i = j;
                    break;
                }
            }
        }

        return kept;
    }

    /// <summary>A whole may be broken down twice, by years and by sources: any run of neighbouring parts may make it.</summary>
    private static bool AnyRunMakes(List<FundingItem> parts, decimal whole)
    {
        for (var from = 0; from < parts.Count; from++)
        {
            var sum = 0m;
            for (var i = from; i < parts.Count; i++)
            {
                sum += parts[i].AmountVnd;
                if (i > from && Math.Abs(sum - whole) <= whole * 0.00001m)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static Finding Finding(Target first, List<Target> parts, decimal sum, decimal whole) => new(
        "parts-do-not-sum",
        $"{string.Join(" + ", parts.Select(p => Print(p.Value)))} = {Print(sum)} ≠ {Print(whole)}{(first.Unit == "%" ? "%" : " " + first.Unit)}",
        first.Quote,
        first.Span);

    /// <summary>A number in Vietnamese form: 20.000; 68,8.</summary>
    private static string Print(decimal value)
    {
        var format = new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NumberGroupSizes = [3] };
        return value.ToString("#,0.########", format);
    }
}
