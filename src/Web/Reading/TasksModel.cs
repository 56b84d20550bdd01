using Plans.Extraction;
using Plans.Extraction.Catalogues;
using Plans.Store.Reading;
using Plans.Web.Search;

namespace Plans.Web.Reading;

/// <summary>A plan's tasks by agency.</summary>
/// <param name="Sections">By their paths, the first where a path occurs twice.</param>
/// <param name="Resolved">The agencies of tasks by their printed names, as of the plan's date and today.</param>
public sealed record TasksModel(
    StoredPlan Stored, Portion<AgencyTasks> Agencies, IReadOnlyDictionary<string, Section> Sections, IReadOnlyDictionary<string, Agency> Resolved)
{
    /// <summary>Tasks written out on a page.</summary>
    public const int Rows = 50;

    public static TasksModel Of(StoredPlan stored, IQueryCollection query)
    {
        var at = Question.Text(query, "at");
        var pages = PagesOf(AgencyTasks.Of(stored.Plan.Tasks));
        var page = Portion<IReadOnlyList<AgencyTasks>>.Cut(
            pages, 1, agencies => agencies.Any(agency => agency.Written.Any(task => task.Id == at)), Question.Number(query, "page", 1, int.MaxValue) ?? 1);
        return new TasksModel(
            stored,
            new Portion<AgencyTasks>(page.Items.Count == 0 ? [] : page.Items[0], page.Number, page.Of),
            stored.Plan.Sections.DistinctBy(section => section.Path).ToDictionary(section => section.Path),
            PlanAgencies.Of(stored.Plan).ToDictionary(agency => agency.Printed));
    }

    /// <summary>Fills pages with agencies; one with more tasks than a page takes goes on in the next.</summary>
    private static List<IReadOnlyList<AgencyTasks>> PagesOf(IReadOnlyList<AgencyTasks> agencies)
    {
        var (pages, page, room) = (new List<IReadOnlyList<AgencyTasks>>(), new List<AgencyTasks>(), Rows);
        foreach (var agency in agencies)
        {
            var rest = agency;
            while (rest.Written.Count > room)
            {
                page.Add(rest with { Written = [.. rest.Written.Take(room)], AlsoLeads = [], Supports = [] });
                rest = rest with { Written = [.. rest.Written.Skip(room)] };
                pages.Add(page);
                (page, room) = ([], Rows);
            }

            page.Add(rest);
            room -= rest.Written.Count;
        }

        return page.Count > 0 ? [.. pages, page] : pages;
    }
}
