using Plans.Extraction.Sections;
using Plans.Extraction.Tables;

namespace Plans.Extraction.Assignments;

/// <summary>Finds what a number in "thực hiện các nhiệm vụ 2.1, III.2.b tại Mục II" means in the plan itself: a section, or a row of a table.</summary>
internal sealed class ReferenceResolver
{
    private readonly List<SectionNode> _sections;
    private readonly List<AssignmentRow> _rows;

    public ReferenceResolver(Outline outline, IReadOnlyList<ReadTable> tables)
    {
        _sections = [.. outline.All()];
        _rows = [.. tables.SelectMany(t => t.Assignments).Where(r => r.Number is not null)];
        var measures = _sections.Where(s => s.Kind == SectionKind.Tasks).ToList();
        Known = [.. measures.Select(s => s.Label).Concat(measures.Select(Numbered)).Concat(measures.Select(s => s.Path)).Concat(_rows.Select(r => r.Number!)).Distinct()];
    }

    /// <summary>The numbers of the plan's measures in document order, short and in full.</summary>
    public IReadOnlyList<string> Known { get; }

    /// <summary>"2.a" for the point a of measure 2.</summary>
    private static string Numbered(SectionNode node) => node.Style == NumberStyle.Letter && node.Parent is { Style: NumberStyle.Arabic } parent ? parent.Label + "." + node.Label : node.Label;

    /// <summary>The section with this number: by its whole path, else by the end of it, among the measures first; within the scope where one is named.</summary>
    public TaskReference Resolve(string number, string? scope, IReadOnlyList<PlanTask> tasks)
    {
        var section = _sections.FirstOrDefault(s => s.Path == number && IsIn(s, scope))
            ?? Ending(number, scope).Where(s => s.Kind == SectionKind.Tasks).OrderBy(s => s.Label == number ? 0 : 1).FirstOrDefault()
            ?? Ending(number, scope).FirstOrDefault(s => s.Kind is SectionKind.Appendix or SectionKind.Objectives or SectionKind.Other);
        if (section is not null)
        {
            return new TaskReference(number, section.Path, TaskAt(tasks, t => t.Section == section.Path)?.Id);
        }

        var row = _rows.FirstOrDefault(r => r.Number == number && IsIn(r.Task.Section, scope));
        return row is null ? new TaskReference(number, null, null)
            : new TaskReference(number, row.Task.Section.Path, TaskAt(tasks, t => t.Source == "table" && t.Span.Start == row.Task.Body.Start)?.Id);
    }

    public bool IsObjective(TaskReference reference) => reference.Task is null && reference.Section is not null
        && _sections.First(s => s.Path == reference.Section).Kind == SectionKind.Objectives;

    private static PlanTask? TaskAt(IReadOnlyList<PlanTask> tasks, Func<PlanTask, bool> isThere) => tasks.FirstOrDefault(isThere);

    private IEnumerable<SectionNode> Ending(string number, string? scope) =>
        _sections.Where(s => (s.Path.EndsWith("." + number, StringComparison.Ordinal) || s.Path == number) && IsIn(s, scope));

    private static bool IsIn(SectionNode section, string? scope) => scope is null || section.Path == scope
        || section.Path.StartsWith(scope + ".", StringComparison.Ordinal) || section.Path.Contains("." + scope + ".", StringComparison.Ordinal);
}
