using Plans.Extraction;
using Plans.Store.Reading;

namespace Plans.Store.Comparison.Difference;

/// <summary>What became of a section.</summary>
public enum SectionChange { Same, Changed, Moved, Gone, New }

/// <summary>What became of a target. Where its value differs it is stronger or weaker; of another unit it is neither.</summary>
public enum TargetChange { Same, Stronger, Weaker, OtherDeadline, OtherMeasure, Gone, New }

/// <summary>What became of a task.</summary>
public enum TaskChange { Same, OtherLead, OtherSupport, OtherDeadline, OtherWords, Gone, New }

/// <param name="Field">As in the contract's JSON.</param>
public sealed record HeadDifference(string Field, string? Before, string? After);

/// <param name="Before">Null where it is new.</param>
/// <param name="After">Null where it is gone.</param>
/// <param name="Likeness">Of the texts, 0 to 1.</param>
public sealed record SectionDifference(SectionChange Change, Section? Before, Section? After, double Likeness);

/// <param name="IsYearOther">Whether it is to be reached by another year.</param>
public sealed record TargetDifference(TargetChange Change, Target? Before, Target? After, bool IsYearOther);

/// <param name="Changes">One at least.</param>
public sealed record TaskDifference(IReadOnlyList<TaskChange> Changes, PlanTask? Before, PlanTask? After);

/// <summary>One plan beside another; lists in the order of the later one, with what is gone where it was.</summary>
public sealed record PlanDifference(
    PlanSummary Before,
    PlanSummary After,
    IReadOnlyList<HeadDifference> Head,
    IReadOnlyList<SectionDifference> Sections,
    IReadOnlyList<TargetDifference> Targets,
    IReadOnlyList<TaskDifference> Tasks);
