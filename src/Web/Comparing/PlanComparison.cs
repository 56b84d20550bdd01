using Plans.Extraction;
using Plans.Extraction.Learning.Alignment;
using Plans.Store.Reading;

namespace Plans.Web.Comparing;

/// <summary>An indicator of a year as several plans put it.</summary>
/// <param name="Cells">One a plan, in their order; empty where a plan says nothing of it.</param>
public sealed record ComparedTarget(string Indicator, int? Year, IReadOnlyList<IReadOnlyList<Target>> Cells)
{
    /// <summary>Whether the plans differ, silence included.</summary>
    public bool IsDifferent => Cells.Select(cell => string.Join('|', cell.Select(target => $"{target.Comparator}{target.Value}{target.ValueMax}{target.Unit?.ToLowerInvariant()}").Order(StringComparer.Ordinal)))
        .Distinct().Count() > 1;

    /// <summary>How many plans speak of it.</summary>
    public int Said => Cells.Count(cell => cell.Count > 0);
}

/// <summary>Plans side by side: what several of them say first, in the order of the first plan.</summary>
public sealed record PlanComparison(IReadOnlyList<StoredPlan> Plans, IReadOnlyList<ComparedTarget> Rows, bool OnlyDifferent)
{
    public const int MostPlans = 5;
    public const int MostRows = 300;

    public static PlanComparison Of(IReadOnlyList<StoredPlan> plans, bool onlyDifferent)
    {
        var targets = plans.SelectMany((plan, i) => plan.Plan.Targets.Select(target => (Plan: i, Target: target))).ToList();
        var groups = IndicatorAlignment.Groups([.. targets.Select(each => (each.Target.Indicator, each.Target.Unit))]);
        var rows = targets.Zip(groups, (each, group) => (each.Plan, each.Target, Group: group))
            .GroupBy(each => (each.Group, each.Target.Year))
            .Select(row => new ComparedTarget(
                row.First().Target.Indicator,
                row.Key.Year,
                [.. plans.Select((_, i) => (IReadOnlyList<Target>)[.. row.Where(each => each.Plan == i).Select(each => each.Target)])]))
            .Where(row => !onlyDifferent || row.IsDifferent)
            .OrderByDescending(row => row.Said);
        return new PlanComparison(plans, [.. rows], onlyDifferent);
    }
}
