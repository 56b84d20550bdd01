using Plans.Store.Corrections;
using Plans.Store.Reading;
using Plans.Web.Search;

namespace Plans.Web.Reading;

/// <summary>A plan's targets, parts under the targets of which they are parts.</summary>
public sealed record TargetsModel(PlanSummary Plan, Portion<TargetLine> Lines, PlanReview Review)
{
    public const int Rows = 100;

    public static TargetsModel Of(StoredPlan stored, IQueryCollection query)
    {
        var at = Question.Text(query, "at");
        return new TargetsModel(
            stored.Summary,
            Portion<TargetLine>.Cut(TargetLine.Tree(stored.Plan.Targets), Rows, line => line.Target.Id == at, Question.Number(query, "page", 1, int.MaxValue) ?? 1),
            stored.Review);
    }
}
