namespace Plans.Store.Corrections;

/// <summary>What people found of a plan.</summary>
/// <param name="State">Of the plan as a whole: confirmed where somebody found it right as it is read now.</param>
/// <param name="Corrections">All, also those undone, newest first.</param>
public sealed record PlanReview(ReviewState State, IReadOnlyList<Correction> Corrections)
{
    public static readonly PlanReview Unseen = new(ReviewState.Unseen, []);

    internal IReadOnlyDictionary<(FactKind Kind, string Item), ReviewState> States { get; init; } = new Dictionary<(FactKind, string), ReviewState>();

    /// <param name="item">As in <see cref="FactAddress.Item"/>.</param>
    public ReviewState StateOf(FactKind kind, string? item = null) => kind switch
    {
        FactKind.Plan => State,
        FactKind.Head => Head,
        _ => States.GetValueOrDefault((kind, item ?? "")),
    };

    /// <summary>The corrections that hold for a fact of the plan as it is read now.</summary>
    public IEnumerable<Correction> Of(FactKind kind, string? item = null) =>
        Corrections.Where(c => c.Kind == kind && c.Attached is not null && (item is null || c.Attached == item));

    private ReviewState Head
    {
        get
        {
            var actions = Of(FactKind.Head).Select(c => c.Action).ToList();
            return actions.Contains(CorrectionAction.Set) ? ReviewState.Corrected
                : actions.Count > 0 || State == ReviewState.Confirmed ? ReviewState.Confirmed
                : ReviewState.Unseen;
        }
    }
}
