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
        Breakdowns(targets).Concat(Shares(targets, spans)).Concat(Money(funding));

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
    private static bool IsAlike(string? part, string? whole) => part == whole || (IsPeople(part) && IsPeople(whole));

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

    private const int LongestQuote = 400;

    private static decimal RoundingOf(decimal value) => 0.5m / (decimal)Math.Pow(10, value.Scale);

    /// <summary>More parts than any breakdown has: a bound on the work for texts that are none.</summary>
    private const int MostParts = 200;

    private static IEnumerable<Finding> Money(IReadOnlyList<FundingItem> funding)
    {
        var children = funding.Where(f => f.Parent is not null).ToLookup(f => f.Parent!);
        foreach (var whole in funding.Where(f => f.Parent is null))
        {
            var parts = children[whole.Quote].Where(f => f.Span.Start > whole.Span.Start).Take(MostParts).ToList();
            var sum = parts.Sum(p => p.AmountVnd);
            if (parts.Count >= 2 && !AnyRunMakes(parts, whole.AmountVnd) && (sum > whole.AmountVnd || sum >= whole.AmountVnd * 0.8m))
            {
                yield return new Finding(
                    "parts-do-not-sum",
                    $"{string.Join(" + ", parts.Select(p => Print(p.AmountVnd)))} = {Print(sum)} ≠ {Print(whole.AmountVnd)} đồng",
                    whole.Quote,
                    whole.Span);
            }
        }
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
