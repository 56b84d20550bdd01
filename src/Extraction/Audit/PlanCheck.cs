using System.Globalization;
using Plans.Extraction.Reading;
using Plans.Extraction.Sections;

namespace Plans.Extraction.Audit;

/// <summary>
/// What an analyst would ask about before signing: deadlines before the plan's date, targets without a year, tasks that nobody leads, citations later
/// than the plan, gaps in the numbering, references that lead nowhere.
/// </summary>
internal static class PlanCheck
{
    public static IEnumerable<Finding> Check(Plan plan, Outline outline, SpanMaker spans) => Deadlines(plan.Document, plan.Tasks)
        .Concat(Years(plan.Document, plan.Targets, outline)).Concat(Leads(plan.Tasks)).Concat(Citations(plan.Document, plan.LegalBases)).Concat(Gaps(outline, spans)).Concat(References(plan.Tasks));

    private const int LongestQuote = 160;

    /// <summary>deadline-before-plan: a date, known to the day or month, that had passed when the plan was issued.</summary>
    private static IEnumerable<Finding> Deadlines(DocumentFields document, IReadOnlyList<PlanTask> tasks)
    {
        foreach (var task in tasks.Where(t => t.Deadline is not null && t.DueDate is { Every: null, Date: not null } && !Language.Canon.Form(t.Deadline).StartsWith("từ ", StringComparison.Ordinal)))
        {
            if (IsBefore(task.DueDate!.Date!, document.Date))
            {
                yield return new Finding("deadline-before-plan", $"Thời hạn \"{task.Deadline}\" ({task.DueDate.Date}) trước ngày ban hành {document.Date}.", task.Text, task.Span);
            }
        }
    }

    /// <summary>target-without-year: an aim under the objectives for which neither sentence, heading nor the plan's period gives a year.</summary>
    private static IEnumerable<Finding> Years(DocumentFields document, IReadOnlyList<Target> targets, Outline outline)
    {
        var objectives = outline.All().Where(s => s.Kind == SectionKind.Objectives).Select(s => s.Path).ToHashSet();
        return targets.Where(t => t.Year is null && t.Period is null && document.Period is null && t.Section is { } section && objectives.Contains(section))
            .Select(t => new Finding("target-without-year", $"Chỉ tiêu \"{t.Indicator}\" ({t.Printed}) không nêu năm phải đạt.", t.Quote, t.Span));
    }

    /// <summary>task-without-lead: a row or a line that assigns something names nobody to lead it.</summary>
    private static IEnumerable<Finding> Leads(IReadOnlyList<PlanTask> tasks) => tasks.Where(t => t.Lead.Count == 0 && (t.Source is "table" or "inline" || t.Support.Count == 0))
        .Select(t => new Finding("task-without-lead", t.Support.Count == 0 ? "Không nêu cơ quan thực hiện." : $"Chỉ nêu cơ quan phối hợp ({string.Join(", ", t.Support)}), không nêu cơ quan chủ trì.", t.Text, t.Span));

    private static IEnumerable<Finding> Citations(DocumentFields document, IReadOnlyList<LegalBasis> bases) => bases.Where(b => b.Date is not null && IsBefore(document.Date, b.Date))
        .Select(b => new Finding("citation-later-than-plan", $"{b.Type} {b.Number} ngày {b.Date} ban hành sau văn bản này ({document.Date}).", b.Quote, b.Span));

    /// <summary>numbering-gap: a section's number is not the one after its elder sibling's.</summary>
    private static IEnumerable<Finding> Gaps(Outline outline, SpanMaker spans)
    {
        foreach (var siblings in outline.All().Where(s => s.Kind != SectionKind.Appendix).GroupBy(s => s.Parent))
        {
            foreach (var (elder, node) in siblings.Zip(siblings.Skip(1)).Where(p => p.First.Style == p.Second.Style && p.First.Depth == p.Second.Depth && p.Second.Ordinal > p.First.Ordinal + 1))
            {
                if ((node.Opening ?? node.Heading) is { } line)
                {
                    var words = line.Slice(0, Math.Min(line.Text.Length, LongestQuote));
                    yield return new Finding("numbering-gap", $"Sau mục {elder.Path} là mục {node.Path}.", words.Text, spans.Of(words));
                }
            }
        }
    }

    private static IEnumerable<Finding> References(IReadOnlyList<PlanTask> tasks) => tasks.Where(t => t.References.Any(r => r.Section is null))
        .Select(t => new Finding("reference-unresolved", $"Văn bản không có nhiệm vụ {string.Join(", ", t.References.Where(r => r.Section is null).Select(r => r.Number))}.", t.Text, t.Span));

    /// <summary>As far as both are known: a month before a day of the same month is not.</summary>
    private static bool IsBefore(string? early, string? late)
    {
        if (early is not { Length: >= 7 } || late is not { Length: >= 7 })
        {
            return early is { Length: 4 } && late is { Length: >= 4 } && int.Parse(early, CultureInfo.InvariantCulture) < int.Parse(late[..4], CultureInfo.InvariantCulture);
        }

        var length = Math.Min(early.Length, late.Length);
        return string.CompareOrdinal(early[..length], late[..length]) < 0;
    }
}
