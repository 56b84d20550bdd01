using Plans.Store.Corrections;

namespace Plans.Store.Comparison;

/// <summary>One plan's target, beside those of others.</summary>
public sealed record IndicatorRow
{
    public required long PlanId { get; init; }

    public string? Province { get; init; }

    public string? PlanNumber { get; init; }

    /// <summary>ISO 8601, shortened to what is given.</summary>
    public string? PlanDate { get; init; }

    public string? PlanTitle { get; init; }

    public string? Issuer { get; init; }

    /// <summary>Name of the plan's source file.</summary>
    public required string File { get; init; }

    /// <summary>The target's id within its plan.</summary>
    public required string TargetId { get; init; }

    public required string Indicator { get; init; }

    /// <summary>As in <see cref="Extraction.Target.Comparator"/>.</summary>
    public required string Comparator { get; init; }

    public required decimal Value { get; init; }

    public decimal? ValueMax { get; init; }

    /// <summary>The number as the document prints it.</summary>
    public required string Printed { get; init; }

    public string? Unit { get; init; }

    /// <summary>The document's words.</summary>
    public string Quote { get; init; } = "";

    public int? Year { get; init; }

    /// <summary>"year" where it is to be reached anew each year.</summary>
    public string? Period { get; init; }

    /// <summary>Path of the section in which it stands.</summary>
    public string? Section { get; init; }

    /// <summary>From 1.</summary>
    public required int Page { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    /// <summary>Who leads the task in whose words it stands, else the task that names the indicator; told by <see cref="IndicatorComparison.Table"/> only.</summary>
    public IReadOnlyList<string> Lead { get; init; } = [];

    /// <summary>Whether a person has looked at the target.</summary>
    public ReviewState Review { get; init; }

    /// <summary>
    /// Rows of one group are taken for the same indicator, whatever their wording; group 0 is the one that was asked for
    /// (<see cref="Extraction.Learning.Alignment.IndicatorAlignment"/>).
    /// </summary>
    public int Group { get; init; }
}
