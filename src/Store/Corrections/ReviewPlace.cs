using System.Globalization;

namespace Plans.Store.Corrections;

/// <summary>A place in the queue of what is to be looked at: what was seen up to it stays before it, whatever is done meanwhile.</summary>
/// <param name="Trust">The fact's confidence, less where something does not hold together there.</param>
/// <param name="Start">Of its words in the plan's text.</param>
/// <param name="Item">Its id in the plan.</param>
public sealed record ReviewPlace(double Trust, long PlanId, int Start, string Item)
{
    /// <summary>Before everything.</summary>
    public static readonly ReviewPlace First = new(-1, 0, 0, "");

    /// <summary>As it is handed out; null where it is not one that was.</summary>
    public static ReviewPlace? Read(string text) =>
        text.Split('_', 4) is [var trust, var plan, var start, var item]
        && double.TryParse(trust, NumberStyles.Float, CultureInfo.InvariantCulture, out var read) && double.IsFinite(read)
        && long.TryParse(plan, NumberStyles.None, CultureInfo.InvariantCulture, out var planId)
        && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            ? new ReviewPlace(read, planId, from, item)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Trust:R}_{PlanId}_{Start}_{Item}");
}
