using Plans.Extraction;
using Plans.Ingest;
using Plans.Store.Corrections;
using Plans.Store.Versions;

namespace Plans.Store.Reading;

/// <summary>A plan in a list.</summary>
public sealed record PlanSummary
{
    public required long Id { get; init; }

    /// <summary>Name of the source file.</summary>
    public required string File { get; init; }

    public required string Sha256 { get; init; }

    public required string MediaType { get; init; }

    public required string ExtractorVersion { get; init; }

    public required DateTimeOffset SavedAt { get; init; }

    public required int Pages { get; init; }

    public required DocumentFields Document { get; init; }

    public required int Sections { get; init; }

    public required int Targets { get; init; }

    public required int Tasks { get; init; }

    public required int Findings { get; init; }

    /// <summary>Unseen until somebody has corrected or confirmed anything in it.</summary>
    public ReviewState Review { get; init; }

    /// <summary>False where another file of the same plan is better, which is shown and counted in its place.</summary>
    public bool IsBest { get; init; } = true;

    /// <summary>The same for all files of one plan; null where there is only this.</summary>
    public long? WorkId { get; init; }
}

/// <summary>All that is held of one plan.</summary>
/// <param name="FilePath">Where the source file was found.</param>
/// <param name="PageLedger">How each page was read.</param>
public sealed record StoredPlan(
    PlanSummary Summary, string FilePath, Plan Plan, IReadOnlyList<PageRecord> PageLedger, IReadOnlyList<ReadWarning> Warnings)
{
    public PlanReview Review { get; init; } = PlanReview.Unseen;

    /// <summary>All files in which the plan is held, the best first; nothing where this is the only one.</summary>
    public IReadOnlyList<PlanVersion> Versions { get; init; } = [];
}

/// <summary>Which plans to list; null does not restrict.</summary>
public sealed record PlanFilter
{
    /// <summary>Marks, case and "tỉnh" or "thành phố" before the name do not matter.</summary>
    public string? Province { get; init; }

    /// <summary>A year of the plan's period, or that of its date.</summary>
    public int? Year { get; init; }

    /// <summary>Of several files of one plan only the best.</summary>
    public bool OnlyBest { get; init; }
}
