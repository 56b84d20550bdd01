using Plans.Extraction;
using Plans.Store.Search;

namespace Plans.Web.Reading;

/// <summary>What one agency has to do. Each task is written out once, at the first agency that it names, and pointed to from the others.</summary>
/// <param name="Name">As first printed; null for tasks that name none.</param>
/// <param name="Written">Tasks written out here.</param>
/// <param name="AlsoLeads">Tasks that it leads together with an agency before it.</param>
/// <param name="Supports">Tasks of other agencies in which it helps.</param>
public sealed record AgencyTasks(
    string? Name, IReadOnlyList<PlanTask> Written, IReadOnlyList<PlanTask> AlsoLeads, IReadOnlyList<PlanTask> Supports)
{
    /// <summary>In the order in which the plan names them; tasks without an agency last.</summary>
    public static IReadOnlyList<AgencyTasks> Of(IReadOnlyList<PlanTask> tasks)
    {
        var roles = tasks.SelectMany(Roles).ToList();
        var named = roles.GroupBy(role => Folding.Key(role.Agency)).Select(group => new AgencyTasks(
            group.First().Agency,
            [.. Distinct(group.Where(role => role.IsFirst))],
            [.. Distinct(group.Where(role => role is { IsFirst: false, Leads: true }))],
            [.. Distinct(group.Where(role => role is { IsFirst: false, Leads: false }))]));
        var nameless = tasks.Where(task => task.Lead.Count + task.Support.Count == 0).ToList();

        // Those with something written out first, so that the list begins with who has to act.
        var all = named.OrderByDescending(agency => agency.Written.Count > 0).ToList();
        return nameless.Count == 0 ? all : [.. all, new AgencyTasks(null, nameless, [], [])];
    }

    private static IEnumerable<Role> Roles(PlanTask task) => task.Lead.Select(agency => (agency, true))
        .Concat(task.Support.Select(agency => (agency, false)))
        .Select((named, i) => new Role(named.agency, task, named.Item2, i == 0));

    /// <summary>An agency named twice in one task has it once.</summary>
    private static IEnumerable<PlanTask> Distinct(IEnumerable<Role> roles) =>
        roles.Select(role => role.Task).Distinct(ReferenceEqualityComparer.Instance).Cast<PlanTask>();

    private sealed record Role(string Agency, PlanTask Task, bool Leads, bool IsFirst);
}
