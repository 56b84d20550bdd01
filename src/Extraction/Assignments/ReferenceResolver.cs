using Plans.Extraction.Sections;
using Plans.Extraction.Tables;

namespace Plans.Extraction.Assignments;

/// <summary>Finds what a number in "thực hiện các nhiệm vụ 2.1, III.2.b tại Mục II" means in the plan itself: a section, or a row of a table.</summary>
internal sealed class ReferenceResolver
{
    private readonly List<SectionNode> _sections;
    private readonly List<AssignmentRow> _rows;
    private readonly Dictionary<string, SectionNode> _byPath;
    private readonly ILookup<string, SectionNode> _byEnd;
    private readonly ILookup<string, AssignmentRow> _byNumber;

    public ReferenceResolver(Outline outline, IReadOnlyList<ReadTable> tables)
    {
        _sections = [.. outline.All()];
        _rows = [.. tables.SelectMany(t => t.Assignments).Where(r => r.Number is not null)];
        _byPath = _sections.DistinctBy(s => s.Path).ToDictionary(s => s.Path, StringComparer.Ordinal);
        _byEnd = _sections.SelectMany(s => Ends(s.Path).Select(end => (end, s))).ToLookup(p => p.end, p => p.s, StringComparer.Ordinal);
        _byNumber = _rows.ToLookup(r => r.Number!, StringComparer.Ordinal);
        var measures = _sections.Where(s => s.Kind == SectionKind.Tasks).ToList();
        Known = [.. measures.Select(s => s.Label).Concat(measures.Select(Numbered)).Concat(measures.Select(s => s.Path)).Concat(_rows.Select(r => r.Number!)).Distinct()];
    }

    /// <summary>The numbers of the plan's measures in document order, short and in full.</summary>
    public IReadOnlyList<string> Known { get; }

    /// <summary>"2.a" for the point a of measure 2.</summary>
    private static string Numbered(SectionNode node) => node.Style == NumberStyle.Letter && node.Parent is { Style: NumberStyle.Arabic } parent ? parent.Label + "." + node.Label : node.Label;

    /// <summary>The section with this number: by its whole path, else by the end of it, among the measures first; within the scope where one is named.</summary>
    public TaskReference Resolve(string number, string? scope, TaskPlaces tasks)
    {
        var section = _byEnd[number].FirstOrDefault(s => s.Path == number && IsIn(s, scope))
            ?? Ending(number, scope).Where(s => s.Kind == SectionKind.Tasks).OrderBy(s => s.Label == number ? 0 : 1).FirstOrDefault()
            ?? Ending(number, scope).FirstOrDefault(s => s.Kind is SectionKind.Appendix or SectionKind.Objectives or SectionKind.Other);
        if (section is not null)
        {
            return new TaskReference(number, section.Path, tasks.In(section.Path));
        }

        var row = _byNumber[number].FirstOrDefault(r => IsIn(r.Task.Section, scope));
        return row is null ? new TaskReference(number, null, null)
            : new TaskReference(number, row.Task.Section.Path, tasks.OfRow(row.Task.Body.Start));
    }

    /// <summary>The number means an objective that nobody is assigned.</summary>
    public bool IsObjective(TaskReference reference) => reference.Task is null && reference.Section is not null
        && _byPath[reference.Section].Kind == SectionKind.Objectives;

    private IEnumerable<SectionNode> Ending(string number, string? scope) => _byEnd[number].Where(s => IsIn(s, scope));

    /// <summary>"III.2.b", "2.b" and "b".</summary>
    private static IEnumerable<string> Ends(string path)
    {
        yield return path;
        for (var at = path.IndexOf('.', StringComparison.Ordinal); at >= 0; at = path.IndexOf('.', at + 1))
        {
            yield return path[(at + 1)..];
        }
    }

    private static bool IsIn(SectionNode section, string? scope) => scope is null || section.Path == scope
        || section.Path.StartsWith(scope + ".", StringComparison.Ordinal) || section.Path.Contains("." + scope + ".", StringComparison.Ordinal);
}

/// <summary>The first task of each section and of each row of a table.</summary>
internal sealed class TaskPlaces(IReadOnlyList<PlanTask> tasks)
{
    private readonly Dictionary<string, string> _bySection = tasks.Where(t => t.Section is not null).DistinctBy(t => t.Section).ToDictionary(t => t.Section!, t => t.Id, StringComparer.Ordinal);
    private readonly Dictionary<int, string> _byRow = tasks.Where(t => t.Source == "table").DistinctBy(t => t.Span.Start).ToDictionary(t => t.Span.Start, t => t.Id);

    /// <returns>The task's identity; null where the section has none.</returns>
    public string? In(string section) => _bySection.GetValueOrDefault(section);

    /// <param name="start">Where the row's words begin in the document.</param>
    public string? OfRow(int start) => _byRow.GetValueOrDefault(start);
}
