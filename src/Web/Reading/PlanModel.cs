using Plans.Extraction;
using Plans.Extraction.Catalogues;
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

    /// <summary>Sections by their paths, the first where a path occurs twice.</summary>
    public required IReadOnlyDictionary<string, Section> Sections { get; init; }

    /// <summary>The agencies of tasks by their printed names, as of the plan's date and today.</summary>
    public required IReadOnlyDictionary<string, Agency> Resolved { get; init; }

    /// <summary>Where the plan's province lies today; null where it is still itself, or not known.</summary>
    public string? ProvinceToday => PlanAgencies.ProvinceOf(Plan.Document) is { } province && province.TodayName != province.Name ? province.TodayName : null;

    /// <summary>How many pages were read in each way.</summary>
    public required IReadOnlyDictionary<PageSource, int> Pages { get; init; }

    public long Id => Stored.Summary.Id;

    public Plan Plan => Stored.Plan;

    /// <summary>Paragraphs further down that are numbered only are no part of the outline.</summary>
    private static bool IsHigh(Section section) => section.Path.Count(letter => letter == '.') < 2;

    public static PlanModel Of(StoredPlan stored) => new()
    {
        Stored = stored,
        Outline = OutlineNode.Tree([.. stored.Plan.Sections.Where(section => section.Heading is not null || IsHigh(section))]),
        Targets = TargetLine.Tree(stored.Plan.Targets),
        Agencies = AgencyTasks.Of(stored.Plan.Tasks),
        Sections = stored.Plan.Sections.DistinctBy(section => section.Path).ToDictionary(section => section.Path),
        Resolved = PlanAgencies.Of(stored.Plan).ToDictionary(agency => agency.Printed),
        Pages = stored.PageLedger.CountBy(page => page.Source).ToDictionary(),
    };
}
