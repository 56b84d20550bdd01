namespace Plans.Store.Corrections;

/// <summary>What of a plan is corrected: all of it, its head, a section, a target or a task.</summary>
public enum FactKind { Plan, Head, Section, Target, Task }

public enum CorrectionAction { Set, Reject, Add, Confirm }

/// <summary>Whether a person has looked at a fact, and what came of it.</summary>
public enum ReviewState { Unseen, Confirmed, Corrected, Added, Rejected }

/// <summary>A fact of a plan.</summary>
/// <param name="Item">A target's or task's id (t3, k2; c12 for what correction 12 added), a section's path; null for the head and the plan.</param>
public sealed record FactAddress(FactKind Kind, string? Item = null)
{
    public static readonly FactAddress Plan = new(FactKind.Plan);

    public static readonly FactAddress Head = new(FactKind.Head);
}

/// <summary>Who corrects, and why.</summary>
/// <param name="Who">Not empty.</param>
public sealed record Signature(string Who, string? Why = null);

/// <summary>One step of a plan's review, kept for ever.</summary>
public sealed record Correction
{
    public required long Id { get; init; }

    /// <summary>Null where the plan is not held any more.</summary>
    public long? PlanId { get; init; }

    public string? PlanNumber { get; init; }

    public string? PlanTitle { get; init; }

    /// <summary>The content to which it belongs.</summary>
    public required string Sha256 { get; init; }

    public required FactKind Kind { get; init; }

    /// <summary>The fact's id when it was corrected.</summary>
    public string? Item { get; init; }

    public required CorrectionAction Action { get; init; }

    /// <summary>Of <see cref="CorrectionAction.Set"/>: one of <see cref="CorrectionFields.Names"/>.</summary>
    public string? Field { get; init; }

    /// <summary>As the field is written; null where it was emptied. Of what is added: its fields as JSON.</summary>
    public string? Value { get; init; }

    /// <summary>What stood there before.</summary>
    public string? Was { get; init; }

    /// <summary>The document's words at the fact.</summary>
    public required string Words { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    public required string Who { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Why { get; init; }

    /// <summary>Null while it holds.</summary>
    public DateTimeOffset? UndoneAt { get; init; }

    public string? UndoneBy { get; init; }

    public string? UndoneWhy { get; init; }

    /// <summary>The fact's id in the plan as it is read now; null where its words are not found any more, or it was undone.</summary>
    public string? Attached { get; init; }

    /// <summary>Whether it holds but has no fact to hold for: a person has to look.</summary>
    public bool IsLost => UndoneAt is null && Attached is null;
}

/// <summary>Which corrections to list; null does not restrict.</summary>
public sealed record CorrectionFilter
{
    public long? PlanId { get; init; }

    public CorrectionAction? Action { get; init; }

    public string? Who { get; init; }

    /// <summary>Only those that cannot be attached any more.</summary>
    public bool OnlyLost { get; init; }

    /// <summary>Whether to list those that were undone too.</summary>
    public bool WithUndone { get; init; } = true;
}

public enum CorrectionProblem { NoSuchPlan, NoSuchFact, NoSuchField, BadValue, WordsNotFound, NoSuchCorrection, AlreadyUndone, NoName, NothingToDo }

/// <summary>The correction makes no sense; the message says why and what to do.</summary>
public sealed class CorrectionException(CorrectionProblem problem, string message) : Exception(message)
{
    public CorrectionProblem Problem { get; } = problem;
}
