using Plans.Extraction;
using Plans.Ingest;
using Plans.Store.Reading;

namespace Plans.Web.Reading;

/// <summary>Everything that is held of a plan, in the order in which it is read.</summary>
public sealed record PlanModel
{
    public required StoredPlan Stored { get; init; }

    public required IReadOnlyList<OutlineNode> Outline { get; init; }

    public required IReadOnlyList<TargetLine> Targets { get; init; }

    public required IReadOnlyList<AgencyTasks> Agencies { get; init; }

    /// <summary>How many pages were read in each way.</summary>
    public required IReadOnlyDictionary<PageSource, int> Pages { get; init; }

    public long Id => Stored.Summary.Id;

    public Plan Plan => Stored.Plan;

    public static PlanModel Of(StoredPlan stored) => new()
    {
        Stored = stored,
        Outline = OutlineNode.Tree(stored.Plan.Sections),
        Targets = TargetLine.Tree(stored.Plan.Targets),
        Agencies = AgencyTasks.Of(stored.Plan.Tasks),
        Pages = stored.PageLedger.CountBy(page => page.Source).ToDictionary(),
    };
}
