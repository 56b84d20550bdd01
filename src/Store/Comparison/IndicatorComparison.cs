using Plans.Store.Search;

namespace Plans.Store.Comparison;

/// <summary>One plan's target, beside those of others.</summary>
public sealed record IndicatorRow
{
    public required long PlanId { get; init; }

    public string? Province { get; init; }

    public string? PlanNumber { get; init; }

    public string? PlanDate { get; init; }

    public string? PlanTitle { get; init; }

    public required string File { get; init; }

    /// <summary>The target's id within its plan.</summary>
    public required string TargetId { get; init; }

    public required string Indicator { get; init; }

    public required string Comparator { get; init; }

    public required decimal Value { get; init; }

    public decimal? ValueMax { get; init; }

    /// <summary>The number as the document prints it.</summary>
    public required string Printed { get; init; }

    public string? Unit { get; init; }

    public int? Year { get; init; }

    /// <summary>"year" where it is to be reached anew each year.</summary>
    public string? Period { get; init; }

    public string? Section { get; init; }

    public required int Page { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }
}

/// <summary>The same indicator across plans.</summary>
public sealed class IndicatorComparison
{
    internal IndicatorComparison()
    {
    }

    /// <summary>Targets whose indicator has all the words, with the query language of <see cref="PlanSearch"/>; by province, then year.</summary>
    /// <exception cref="QueryException">The words have no sensible answer.</exception>
    public IReadOnlyList<IndicatorRow> ByIndicator(string words, string? province = null, int? year = null) => throw new NotImplementedException();
}
