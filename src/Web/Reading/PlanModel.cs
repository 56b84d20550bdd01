using Plans.Extraction;
using Plans.Ingest;
using Plans.Store;
using Plans.Store.Reading;
using Plans.Store.Versions;

namespace Plans.Web.Reading;

/// <summary>Everything that is held of a plan, in the order in which it is read.</summary>
public sealed record PlanModel
{
    public required StoredPlan Stored { get; init; }

    public required IReadOnlyList<OutlineNode> Outline { get; init; }

    /// <summary>Plans that are held of those that this one cites, by the numbers cited.</summary>
    public required IReadOnlyDictionary<string, PlanSummary> Held { get; init; }

    /// <summary>The files in which the same plan is held, the best first; nothing where this is the only one.</summary>
    public required IReadOnlyList<PlanVersion> Versions { get; init; }

    /// <summary>Where the plan's province lies today; null where it is still itself, or not known.</summary>
    public string? ProvinceToday => PlanAgencies.ProvinceOf(Plan.Document) is { } province && province.TodayName != province.Name ? province.TodayName : null;

    /// <summary>How many pages were read in each way.</summary>
    public required IReadOnlyDictionary<PageSource, int> Pages { get; init; }

    public long Id => Stored.Summary.Id;

    public Plan Plan => Stored.Plan;

    /// <summary>Paragraphs further down that are numbered only are no part of the outline.</summary>
    private static bool IsHigh(Section section) => section.Path.Count(letter => letter == '.') < 2;

    public static PlanModel Of(StoredPlan stored, PlanStore store) => new()
    {
        Stored = stored,
        Outline = OutlineNode.Tree([.. stored.Plan.Sections.Where(section => section.Heading is not null || IsHigh(section))]),
        Held = HeldOf(stored, store.Plans),
        Versions = store.Versions.Of(stored.Summary.Id),
        Pages = stored.PageLedger.CountBy(page => page.Source).ToDictionary(),
    };

    private static Dictionary<string, PlanSummary> HeldOf(StoredPlan stored, PlanReader plans)
    {
        var held = new Dictionary<string, PlanSummary>();
        foreach (var (number, date) in stored.Plan.LegalBases.Where(basis => basis.Number is not null).Select(basis => (basis.Number!, basis.Date)).Distinct())
        {
            // Numbers begin anew each year and in each place: another date is another document.
            var found = plans.Resolve(number).Where(plan =>
                plan.Id != stored.Summary.Id && plan.Document.Number is not null && (date is null || plan.Document.Date is null || plan.Document.Date == date)).ToList();
            if (found is [var one])
            {
                held[number] = one;
            }
        }

        return held;
    }
}
