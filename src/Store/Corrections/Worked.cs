namespace Plans.Store.Corrections;

/// <summary>The facts of one kind while they are corrected.</summary>
/// <param name="facts">As extracted.</param>
internal sealed class Worked<T>(
    IReadOnlyList<T> facts, IReadOnlyList<CorrectionField<T>> fields, Func<T, string> id, Func<T, int> start)
    where T : class
{
    private readonly List<T> order = [.. facts];
    private readonly Dictionary<string, string> aliases = [];
    private readonly Dictionary<string, ReviewState> states = [];

    /// <summary>The id under which a fact is known now: that of the extraction's where it has found what was added; null where there is none.</summary>
    public string? Own(string item) => aliases.GetValueOrDefault(item) ?? (order.Exists(fact => id(fact) == item) ? item : null);

    public string? Values(string item) => Find(item) is { } fact ? CorrectionFields.Written(fields, fact) : null;

    public string? Value(string item, string field) => Find(item) is { } fact ? CorrectionFields.Named(fields, field).Read(fact) : null;

    /// <returns>False where the fact is not what was confirmed.</returns>
    public bool Apply(string own, CorrectionRow correction)
    {
        var at = order.FindIndex(fact => id(fact) == own);
        switch (correction.Action)
        {
            case CorrectionAction.Reject:
                states[own] = ReviewState.Rejected;
                return true;
            case CorrectionAction.Confirm when CorrectionFields.Written(fields, order[at]) == correction.Was:
                states.TryAdd(own, ReviewState.Confirmed);
                return true;
            case CorrectionAction.Confirm:
                return false;
            default:
                order[at] = CorrectionFields.Named(fields, correction.Field!).Write(order[at], correction.Value);
                states[own] = states.GetValueOrDefault(own) is ReviewState.Rejected or ReviewState.Added ? states[own] : ReviewState.Corrected;
                return true;
        }
    }

    /// <returns>The id under which the fact is known now: another's where the extraction has found it meanwhile.</returns>
    public string Add(string item, T fact, Func<object, object, bool> isSame)
    {
        if (order.Find(other => isSame(fact, other)) is { } found)
        {
            aliases[item] = id(found);
            states.TryAdd(id(found), ReviewState.Confirmed);
            return id(found);
        }

        order.Insert(order.Count(other => start(other) <= start(fact)), fact);
        states[item] = ReviewState.Added;
        return item;
    }

    /// <summary>Null where it was rejected, or never was there.</summary>
    private T? Find(string item) =>
        Own(item) is { } own && states.GetValueOrDefault(own) != ReviewState.Rejected ? order.Find(fact => id(fact) == own) : null;

    /// <summary>In document order, without those that were rejected.</summary>
    public IReadOnlyList<T> Result(Dictionary<object, ReviewState> of)
    {
        var kept = order.Where(fact => states.GetValueOrDefault(id(fact)) != ReviewState.Rejected).ToList();
        States(kept, of);
        return kept;
    }

    /// <summary>Notes the state of each fact that somebody looked at.</summary>
    public void States(IEnumerable<T> kept, Dictionary<object, ReviewState> of)
    {
        foreach (var fact in kept)
        {
            if (states.TryGetValue(id(fact), out var state))
            {
                of[fact] = state;
            }
        }
    }
}
