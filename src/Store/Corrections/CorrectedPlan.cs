using Plans.Extraction;

namespace Plans.Store.Corrections;

/// <summary>A plan as it is read: what was extracted with what people corrected.</summary>
/// <param name="states">Of the facts of the plan that somebody looked at, each by itself.</param>
/// <param name="attached">For each correction that holds, by id, where its fact is now; null where there is none any more.</param>
internal sealed class CorrectedPlan(
    Plan plan, ReviewState state, IReadOnlyDictionary<object, ReviewState> states, IReadOnlyDictionary<long, Anchor?> attached)
{
    public Plan Plan { get; } = plan;

    public ReviewState State { get; } = state;

    public IReadOnlyDictionary<long, Anchor?> Attached { get; } = attached;

    /// <summary>A plan that nobody has looked at.</summary>
    public static CorrectedPlan Unseen(Plan plan) =>
        new(plan, ReviewState.Unseen, new Dictionary<object, ReviewState>(), new Dictionary<long, Anchor?>());

    /// <param name="corrections">Those that hold, in the order in which they were made. One that makes no sense to this program any more is lost.</param>
    /// <param name="text">The document's.</param>
    public static CorrectedPlan Of(Plan extracted, IReadOnlyList<CorrectionRow> corrections, string text)
    {
        if (corrections.Count == 0)
        {
            return Unseen(extracted);
        }

        var desk = new CorrectionDesk(extracted, corrections, text);
        foreach (var correction in corrections)
        {
            desk.TryApply(correction);
        }

        var (plan, states) = desk.Result();
        return new CorrectedPlan(plan, desk.IsConfirmed ? ReviewState.Confirmed : ReviewState.Corrected, states, desk.Attached);
    }

    /// <summary>Of a section, target or task of <see cref="Plan"/>, or of its head.</summary>
    public ReviewState StateOf(object fact) =>
        states.TryGetValue(fact, out var own) ? own : State == ReviewState.Confirmed ? ReviewState.Confirmed : ReviewState.Unseen;
}
