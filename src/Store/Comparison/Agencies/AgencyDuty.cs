using Plans.Extraction.Catalogues;
using Plans.Extraction.Language;
using Plans.Store.Corrections;

namespace Plans.Store.Comparison.Agencies;

/// <summary>Which duties to list; null does not restrict.</summary>
public sealed record AgencyRequest
{
    /// <summary>A name as plans write it, in full or short: "Sở Y tế", "Sở NN&amp;PTNT".</summary>
    public required string Name { get; init; }

    /// <summary>Of plans of this province, as printed or as it is named today.</summary>
    public string? Province { get; init; }

    /// <summary>Of plans dated in this year or later.</summary>
    public int? From { get; init; }

    /// <summary>Of plans dated in this year or earlier.</summary>
    public int? To { get; init; }

    /// <summary>"lead" or "support".</summary>
    public string? Role { get; init; }

    /// <summary>Also tasks of bodies that gave it, or took over from it, only a part of the duties: of the Sở Y tế for the former Sở Lao động.</summary>
    public bool InPart { get; init; }
}

/// <summary>What a body has to do.</summary>
/// <param name="Line">The body under all its names, and those with which it shared only a part; empty where the catalogue does not know it and only its words were looked for.</param>
/// <param name="Duties">By deadline: dates, then what comes again, then what has none.</param>
public sealed record AgencyDuties(string Name, IReadOnlyList<AgencyOfLine> Line, IReadOnlyList<AgencyDuty> Duties);

/// <summary>A task of a plan in which a body has a part.</summary>
public sealed record AgencyDuty
{
    public required long PlanId { get; init; }

    public string? PlanNumber { get; init; }

    public string? PlanDate { get; init; }

    public string? PlanTitle { get; init; }

    public string? Province { get; init; }

    public required string File { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>Last year of the plan's period.</summary>
    public int? PeriodTo { get; init; }

    public required string TaskId { get; init; }

    public required string Text { get; init; }

    /// <summary>"lead" or "support".</summary>
    public required string Role { get; init; }

    /// <summary>The body as the plan names it.</summary>
    public required string Printed { get; init; }

    /// <summary>The part of the duties that ties the body to the one that was asked for; null where it is the same, or had or took over all or most.</summary>
    public string? Share { get; init; }

    public IReadOnlyList<string> Lead { get; init; } = [];

    public IReadOnlyList<string> Support { get; init; } = [];

    /// <summary>As printed.</summary>
    public string? Deadline { get; init; }

    public DueDate? Due { get; init; }

    public string? Section { get; init; }

    public required int Page { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    public ReviewState Review { get; init; }
}
