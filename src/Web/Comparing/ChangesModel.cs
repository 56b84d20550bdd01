using Plans.Store;
using Plans.Store.Comparison.Difference;
using Plans.Web.Search;

namespace Plans.Web.Comparing;

/// <summary>What changed from one plan to another.</summary>
public sealed record ChangesModel(PlanDifference Difference)
{
    /// <summary>Rows of a list.</summary>
    public const int Most = 200;

    public static string Url(long before, long after, string path = "/compare/changes") => FormattableString.Invariant($"{path}?before={before}&after={after}");

    /// <returns>Null where one of them is not held.</returns>
    public static ChangesModel? Of(IQueryCollection query, PlanStore store) =>
        Question.Number(query, "before", 1, int.MaxValue) is { } before && Question.Number(query, "after", 1, int.MaxValue) is { } after
        && store.Plans.Get(before) is { } earlier && store.Plans.Get(after) is { } later
            ? new ChangesModel(PlanDiffer.Of(earlier, store.Plans.Text(before) ?? "", later, store.Plans.Text(after) ?? ""))
            : null;
}
