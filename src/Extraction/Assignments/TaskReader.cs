using Plans.Extraction.Language;
using Plans.Extraction.Reading;
using Plans.Extraction.Sections;
using Plans.Extraction.Tables;

namespace Plans.Extraction.Assignments;

/// <summary>All tasks of a plan, in document order.</summary>
internal static class TaskReader
{
    public static IReadOnlyList<PlanTask> Read(Outline outline, IReadOnlyList<ReadTable> tables, SpanMaker spans)
    {
        var drafts = outline.All().SelectMany(Of).Concat(Closing(outline)).Concat(tables.SelectMany(t => t.Assignments).Select(a => a.Task))
            .OrderBy(d => d.Body.Start).ToList();
        var numbers = outline.All().Where(s => s.Kind == SectionKind.Tasks && s.Style == NumberStyle.Arabic).Select(s => s.Label).ToHashSet();
        return [.. drafts.Select((draft, i) => Finish(draft, i + 1, numbers, spans))];
    }

    private static IEnumerable<TaskDraft> Of(SectionNode node)
    {
        if (node.Kind == SectionKind.Appendix && node.Parent is null)
        {
            return [];
        }

        if (node.Kind == SectionKind.Implementation)
        {
            return AgencySections.Read(node).Where(t => t.StartsWithAction).Concat(InlineAssignments.Read(node));
        }

        var inline = InlineAssignments.Read(node).ToList();
        var own = node.Kind is SectionKind.Tasks or SectionKind.Other or SectionKind.Appendix
            ? node.Units.Where(u => InlineLabels.Of(u.Body) is null).Select(u => InMeasure(node, u.Body)).OfType<TaskDraft>()
                .Where(t => !inline.Any(i => i.Body.Start == t.Body.Start))
            : [];
        return inline.Concat(own);
    }

    /// <summary>An assignment inside a measure: "5.1. Công an tỉnh chủ trì …", "Giao Sở Y tế …".</summary>
    private static TaskDraft? InMeasure(SectionNode node, Line line)
    {
        var asked = AgencySections.RequestLength(line.Canon) > 0;
        var draft = AgencySections.Named(node, line);
        if (draft is null || !draft.StartsWithAction)
        {
            return null;
        }

        var leads = line.Canon[..Math.Min(line.Canon.Length, 200)].Contains("chủ trì", StringComparison.Ordinal);
        return asked || leads ? draft : null;
    }

    /// <summary>"UBND tỉnh yêu cầu các cơ quan …": the closing paragraph tells all to carry the plan out.</summary>
    private static IEnumerable<TaskDraft> Closing(Outline outline)
    {
        var section = outline.Roots.LastOrDefault(r => r.Kind != SectionKind.Appendix);
        if (section is null)
        {
            yield break;
        }

        foreach (var line in outline.Closing)
        {
            foreach (var request in (string[])["yêu cầu ", "đề nghị "])
            {
                var at = line.Canon.IndexOf(request, StringComparison.Ordinal);
                if (at < 0)
                {
                    continue;
                }

                var (agencies, end) = AgencyGrammar.Leading(line.Text, line.Canon, at + request.Length, line.Text.Length);
                if (agencies.Count > 0 && end < line.Text.Length - 5)
                {
                    yield return new TaskDraft(line.Slice(at, line.Text.Length), section, "agency-section", new Roles([.. agencies.Select(a => a.Name)], []));
                    yield break;
                }
            }
        }
    }

    private static PlanTask Finish(TaskDraft draft, int number, HashSet<string> numbers, SpanMaker spans)
    {
        var references = TaskReferenceGrammar.Find(draft.Body.Canon, parent => [.. numbers.Where(n => IsChild(n, parent)).OrderBy(n => n.Length).ThenBy(n => n, StringComparer.Ordinal)]);
        var isReference = references.Count > 0 && draft.Source == "agency-section" && !draft.Body.Canon.Contains(". ", StringComparison.Ordinal);
        var deadline = draft.Deadline ?? (draft.Source == "inline" ? null : DeadlineGrammar.Find(draft.Body.Canon) is { } d ? draft.Body.Text[d.Start..d.End].Trim() : null);
        return new PlanTask
        {
            Id = "k" + number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Text = draft.Body.Text,
            Section = draft.Section.Path,
            Source = isReference ? "reference" : draft.Source,
            Lead = draft.Roles.Lead,
            Support = draft.Roles.Support,
            Deadline = deadline,
            RefersTo = draft.Source is "inline" or "table" ? [] : references,
            Confidence = draft.Roles.Lead.Count + draft.Roles.Support.Count > 0 ? 0.9 : 0.6,
            Span = spans.Of(draft.Body),
        };
    }

    private static bool IsChild(string number, string parent) =>
        number.Length > parent.Length && number.StartsWith(parent + ".", StringComparison.Ordinal) && !number[(parent.Length + 1)..].Contains('.');
}
