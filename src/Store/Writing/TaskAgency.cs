using Plans.Extraction;

namespace Plans.Store.Writing;

/// <summary>An agency's part in a task.</summary>
/// <param name="Task">The task's ordinal in its plan, from 0.</param>
/// <param name="Role">lead or support.</param>
/// <param name="Ordinal">Among those of the role, from 0.</param>
/// <param name="Name">As printed.</param>
internal sealed record TaskAgency(int Task, string Role, int Ordinal, string Name)
{
    public static IEnumerable<TaskAgency> Of(IReadOnlyList<PlanTask> tasks) => tasks.SelectMany((task, i) =>
        task.Lead.Select((name, n) => new TaskAgency(i, "lead", n, name))
            .Concat(task.Support.Select((name, n) => new TaskAgency(i, "support", n, name))));
}
