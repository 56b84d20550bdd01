using Plans.Extraction.Reading;

namespace Plans.Extraction.Targets;

/// <summary>A target before it is numbered.</summary>
internal sealed record TargetDraft
{
    public required string Indicator { get; init; }

    public required string Comparator { get; init; }

    public required ClassifiedNumber Number { get; init; }

    public required string? Unit { get; init; }

    public required int? Year { get; init; }

    public required bool EachYear { get; init; }

    public required string Section { get; init; }

    public required string Source { get; init; }

    /// <summary>The clause.</summary>
    public required Line Quote { get; init; }

    public required string Printed { get; init; }

    public required double Confidence { get; init; }

    public Baseline? Baseline { get; init; }

    public TargetDraft? Parent { get; init; }
}
