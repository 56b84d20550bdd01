using Plans.Extraction;
using Plans.Extraction.Catalogues;
using Plans.Store.Search;

namespace Plans.Store.Comparison;

/// <summary>Makes a table of the targets that have an indicator's words. Pure.</summary>
internal static class IndicatorTabulation
{
    /// <summary>Words of issuers below the province, folded.</summary>
    private static readonly string[] BelowProvince = ["huyen", "quan", "thi xa", "thi tran", "phuong", "xa", "dac khu"];

    /// <summary>Words of indicators that are shares, averages or ranks whatever their unit, folded.</summary>
    private static readonly string[] NoSums =
        ["ty le", "ti le", "ty trong", "ti trong", "ty suat", "ti suat", "binh quan", "trung binh", "chi so", "xep hang", "thu hang", "muc do", "toc do", "he so", "nang suat", "mat do", "diem so", "tuoi tho"];

    private static readonly string[] CountUnits = ["%", "diem", "lan", "tuoi", "ngay", "thang", "nam", "hang"];

    /// <param name="words">The indicator as it was asked for.</param>
    /// <param name="rows">Group 0 is the indicator that was asked for.</param>
    public static IndicatorTable Of(string words, IReadOnlyList<IndicatorRow> rows, ProvincesAsOf asOf)
    {
        var same = rows.Where(row => row.Group == 0).ToList();

        // What most plans measure: "còn 5 %" and "giảm 2 %" are not the same, nor are a share and a count.
        var measure = same.GroupBy(Measure).OrderByDescending(of => of.Select(row => row.PlanId).Distinct().Count()).ThenBy(of => of.Key.Unit, StringComparer.Ordinal).FirstOrDefault();
        if (measure is null)
        {
            return new IndicatorTable(words, null, false, false, false, [], [], [], rows);
        }

        var unit = measure.CountBy(row => row.Unit?.Trim() ?? "").OrderByDescending(each => each.Value).ThenBy(each => each.Key, StringComparer.Ordinal).First().Key is { Length: > 0 } most ? most : null;
        var compared = measure.ToList();
        var asked = WordBag.Of(words);
        var indicator = compared.MaxBy(row => asked.Overlap(WordBag.Of(row.Indicator)))!.Indicator;
        var addsUp = !measure.Key.IsChange && AddsUp(indicator, unit);
        var isLessBetter = compared.Count(row => TargetDirection.IsLessBetter(ToTarget(row))) * 2 > compared.Count;
        var years = compared.Select(row => row.Year).Distinct().OrderBy(year => year ?? int.MaxValue).ToList();
        var lines = (asOf == ProvincesAsOf.Then ? Then(compared, unit, years) : Today(compared, unit, years, addsUp))
            .OrderBy(line => line.Province is null).ThenBy(line => Folding.Key(line.Province ?? ""), StringComparer.Ordinal).ThenBy(line => line.IsBelow)
            .ThenBy(line => line.Plans[0].Date, StringComparer.Ordinal).ThenBy(line => line.Plans[0].PlanId).ToList();
        var ranked = Ranked(lines, years.Count, isLessBetter);
        return new IndicatorTable(
            indicator, unit, measure.Key.IsChange, isLessBetter, addsUp, years, ranked,
            [.. years.Select((year, i) => Spread(year, [.. ranked.Where(line => !line.IsBelow).Select(line => line.Cells[i])], addsUp))],
            [.. rows.Except(compared)]);
    }

    private static IEnumerable<IndicatorLine> Then(List<IndicatorRow> rows, string? unit, List<int?> years) => rows.GroupBy(row => row.PlanId).Select(of => new IndicatorLine(
        of.First().Province,
        [Plan(of.First())],
        IsBelow(of.First()),
        [.. years.Select(year => of.Where(row => row.Year == year).ToList() is { Count: > 0 } told ? Cell(told, unit) : null)]));

    /// <summary>A line for each province of today, made of the latest plan of each former one; plans of districts keep their own.</summary>
    private static IEnumerable<IndicatorLine> Today(List<IndicatorRow> rows, string? unit, List<int?> years, bool addsUp)
    {
        foreach (var line in Then([.. rows.Where(row => IsBelow(row) || row.Province is null)], unit, years))
        {
            yield return line with { Province = line.Province is { } name ? ProvinceToday.Of(name) : null };
        }

        foreach (var province in rows.Where(row => !IsBelow(row) && row.Province is not null).GroupBy(row => ProvinceToday.Of(row.Province!)))
        {
            var cells = years.Select(year => Merged(province.Key, [.. province.Where(row => row.Year == year)], unit, addsUp)).ToList();
            var plans = cells.OfType<IndicatorCell>().SelectMany(cell => cell.Sources).DistinctBy(row => row.PlanId).Select(Plan).OrderByDescending(plan => plan.Date, StringComparer.Ordinal);
            yield return new IndicatorLine(province.Key, [.. plans], false, cells);
        }
    }

    private static IndicatorCell? Merged(string today, List<IndicatorRow> rows, string? unit, bool addsUp)
    {
        if (rows.Count == 0)
        {
            return null;
        }

        // Of each province the plan that was dated last speaks.
        var latest = rows.GroupBy(row => ProvinceName.Key(row.Province!))
            .ToDictionary(of => of.Key, of => of.GroupBy(row => row.PlanId).OrderByDescending(plan => plan.First().PlanDate, StringComparer.Ordinal).ThenByDescending(plan => plan.Key).First().ToList());
        var whole = ProvinceName.Key(today);

        // A plan made since the merger speaks for the whole; one of the province that lent its name only for that.
        if (latest.TryGetValue(whole, out var own) && (latest.Count == 1 || IsSinceMerger(today, own[0].PlanDate)) && (!IsMerged(today) || IsSinceMerger(today, own[0].PlanDate)))
        {
            return Cell(own, unit);
        }

        var parts = latest.Values.Select(told => Cell(told, unit)).ToList();
        var missing = Former(today).Where(name => !latest.ContainsKey(ProvinceName.Key(name))).ToList();
        if (parts.Count == 1 && missing.Count == 0)
        {
            return parts[0];
        }

        return new IndicatorCell(
            addsUp ? parts.Sum(part => part.Value) : parts.Count == 1 ? parts[0].Value : null,
            null,
            addsUp && parts.Count > 1 ? "sum" : parts.Count == 1 ? parts[0].Comparator : "",
            null,
            [.. parts.SelectMany(part => part.Sources)],
            missing);
    }

    /// <summary>Of several targets for one year the surest is shown: one that a person saw, then the text's before the table's.</summary>
    private static IndicatorCell Cell(List<IndicatorRow> told, string? unit)
    {
        List<IndicatorRow> sources = [.. told.OrderByDescending(row => row.Review != Corrections.ReviewState.Unseen).ThenBy(row => row.Start)];
        var shown = sources[0];
        var factor = Units.Factor(shown.Unit, unit) ?? 1;
        return new IndicatorCell(shown.Value * factor, shown.ValueMax * factor, shown.Comparator, null, sources, []);
    }

    private static List<IndicatorLine> Ranked(List<IndicatorLine> lines, int years, bool isLessBetter)
    {
        var ranks = Enumerable.Range(0, years).Select(i =>
        {
            var values = lines.Where(line => !line.IsBelow && IsRanked(line.Cells[i])).Select(line => line.Cells[i]!.Value!.Value).ToList();
            return (Func<decimal, int>)(value => 1 + values.Count(other => isLessBetter ? other < value : other > value));
        }).ToList();
        return
        [
            .. lines.Select(line => line.IsBelow
                ? line
                : line with { Cells = [.. line.Cells.Select((cell, i) => IsRanked(cell) ? cell! with { Rank = ranks[i](cell!.Value!.Value) } : cell)] }),
        ];
    }

    /// <summary>A sum that is not whole is no rank's.</summary>
    private static bool IsRanked(IndicatorCell? cell) => cell is { Value: not null, Missing.Count: 0 };

    private static IndicatorSpread Spread(int? year, List<IndicatorCell?> cells, bool addsUp)
    {
        var values = cells.Where(IsRanked).Select(cell => cell!.Value!.Value).Order().ToList();
        return values.Count == 0
            ? new IndicatorSpread(year, 0, cells.Count, null, null, null, null, null)
            : new IndicatorSpread(
                year, values.Count, cells.Count - values.Count, values[0],
                values.Count % 2 == 1 ? values[values.Count / 2] : (values[(values.Count / 2) - 1] + values[values.Count / 2]) / 2,
                Math.Round(values.Average(), 4), values[^1], addsUp ? values.Sum() : null);
    }

    private static (bool IsChange, string Unit) Measure(IndicatorRow row) => (row.Comparator is "+" or "-", Units.Quantity(row.Unit));

    private static bool AddsUp(string indicator, string? unit)
    {
        var (name, counted) = ($" {Folding.Key(indicator)} ", unit?.Trim() == "%" ? "%" : Folding.Key(unit ?? ""));
        return counted.Length > 0 && !unit!.Contains('%') && !unit.Contains('/') && !CountUnits.Contains(counted)
            && !NoSums.Any(word => name.Contains($" {word} ", StringComparison.Ordinal));
    }

    private static bool IsBelow(IndicatorRow row)
    {
        var issuer = $" {Folding.Key(row.Issuer ?? "")} ";
        return BelowProvince.Any(word => issuer.Contains($" {word} ", StringComparison.Ordinal));
    }

    private static IReadOnlyList<string> Former(string today) =>
        Provinces.All.FirstOrDefault(p => p.ValidUntil is null && ProvinceName.Key(p.Name) == ProvinceName.Key(today)) is { } province
            ? [.. Provinces.Predecessors(province).Select(p => p.Name).Distinct()]
            : [];

    private static bool IsMerged(string today) => Former(today).Count > 1;

    private static bool IsSinceMerger(string today, string? date) =>
        date is not null && Provinces.All.FirstOrDefault(p => p.ValidUntil is null && ProvinceName.Key(p.Name) == ProvinceName.Key(today)) is { } province
        && string.CompareOrdinal(date, province.ValidFrom[..Math.Min(date.Length, province.ValidFrom.Length)]) >= 0;

    private static IndicatorPlan Plan(IndicatorRow row) => new(row.PlanId, row.PlanNumber, row.PlanDate, row.PlanTitle, row.Province, row.Issuer, row.File);

    private static Target ToTarget(IndicatorRow row) => new()
    {
        Id = row.TargetId,
        Indicator = row.Indicator,
        Comparator = row.Comparator,
        Value = row.Value,
        Unit = row.Unit,
        Printed = row.Printed,
        Source = "text",
        Quote = row.Quote,
        Confidence = 1,
        Span = new Span(row.Start, row.End, row.Page),
    };
}
