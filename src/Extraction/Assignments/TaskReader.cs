using System.Text.RegularExpressions;
using Plans.Extraction.Language;
using Plans.Extraction.Language.Deadlines;
using Plans.Extraction.Reading;
using Plans.Extraction.Sections;
using Plans.Extraction.Tables;

namespace Plans.Extraction.Assignments;

/// <summary>All tasks of a plan, in document order.</summary>
internal static partial class TaskReader
{
    public static IReadOnlyList<PlanTask> Read(Outline outline, IReadOnlyList<ReadTable> tables, DocumentFields fields, SpanMaker spans, CancellationToken cancellation)
    {
        var drafts = outline.All().SelectMany(node => Of(node, cancellation)).Concat(Closing(outline)).Concat(tables.SelectMany(t => t.Assignments).Select(a => a.Task))
            .OrderBy(d => d.Body.Start).ToList();
        var year = fields.Period is { } period && period.From == period.To ? period.From : (int?)null;
        var resolver = new ReferenceResolver(outline, tables);
        var tasks = drafts.Select((draft, i) => Finish(draft, i + 1, resolver.Known, year, spans)).ToList();
        var places = new TaskPlaces(tasks);
        return [.. tasks.Select(task => task.RefersTo.Count == 0 ? task : Resolved(task, resolver, places))];
    }

    /// <summary>
    /// What each number means; one that means an objective ("các chỉ tiêu nêu tại khoản 3 Mục I") is no task, unless the words hand just that
    /// section over ("Chủ trì thực hiện các chỉ tiêu tại điểm 2.1 mục II").
    /// </summary>
    private static PlanTask Resolved(PlanTask task, ReferenceResolver resolver, TaskPlaces tasks)
    {
        var canon = Canon.Form(task.Text);
        var references = TaskReferenceGrammar.Tokens(canon, resolver.Known).SelectMany(t => t.Numbers.Select(n => (Number: n, t.Scope, IsHanded: HandsOver().IsMatch(canon[Math.Max(0, t.Start - HandReach)..t.Start]))))
            .DistinctBy(r => r.Number).Select(r => (r.Number, r.IsHanded, Means: resolver.Resolve(r.Number, r.Scope, tasks)))
            .Where(r => !resolver.IsObjective(r.Means) || (r.IsHanded && r.Number.Contains('.'))).Select(r => r.Means).ToList();
        return task with { References = references, RefersTo = [.. references.Select(r => r.Number)], Source = references.Count == 0 && task.Source == "reference" ? "agency-section" : task.Source };
    }

    /// <summary>How far before a number the words stand that hand it over.</summary>
    private const int HandReach = 60;

    [GeneratedRegex(@"(?:thực hiện|triển khai|chịu trách nhiệm|phụ trách|hoàn thành)(?: về)?(?: các| những)?(?: chỉ tiêu| mục tiêu| nội dung| nhiệm vụ|,)*(?: nêu| quy định)?(?: tại| ở)?\s*$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex HandsOver();

    private static IEnumerable<TaskDraft> Of(SectionNode node, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (node.Kind == SectionKind.Appendix && node.Parent is null)
        {
            return [];
        }

        if (node.Kind == SectionKind.Implementation || (node.Kind is SectionKind.Tasks or SectionKind.Other && AgencySections.HandsOver(node)))
        {
            return AgencySections.Read(node).Where(t => t.StartsWithAction).Concat(InlineAssignments.Read(node));
        }

        var inline = InlineAssignments.Read(node).ToList();
        var units = node.Units.Where(u => InlineLabels.Of(u.Body) is null).ToList();
        var closing = units.Select(u => (Unit: u, Draft: InlineAssignments.Trailing(node, u.Body) ?? InlineAssignments.Bracketed(node, u.Body)
            ?? InlineAssignments.ByClause(node, u.Body) ?? InlineAssignments.OwnerClause(node, u.Body))).Where(c => c.Draft is not null).ToList();
        inline.AddRange(closing.Select(c => c.Draft!).Where(found => !inline.Exists(i => i.Body.Start == found.Body.Start)).ToList());
        var own = node.Kind is SectionKind.Tasks or SectionKind.Funding or SectionKind.Other or SectionKind.Appendix
            ? units.Except(closing.Select(c => c.Unit)).SelectMany(u => InMeasure(node, u.Body)).Where(t => !inline.Any(i => t.Body.Start >= i.Body.Start && t.Body.Start < i.Body.End))
            : [];
        return inline.Concat(own);
    }

    /// <summary>Assignments inside a measure, sentence by sentence: "5.1. Công an tỉnh chủ trì …", "… Giao Sở Y tế …".</summary>
    private static IEnumerable<TaskDraft> InMeasure(SectionNode node, Line line)
    {
        foreach (var sentence in Clauses.Sentences(line))
        {
            var draft = AgencySections.Named(node, sentence) is { StartsWithAction: true } named ? named : AfterOpening(node, sentence);
            if (draft is not { StartsWithAction: true })
            {
                continue;
            }

            var asked = AgencySections.RequestLength(draft.Body.Canon) > 0;
            var leads = draft.Body.Canon[..Math.Min(draft.Body.Canon.Length, 200)].Contains("chủ trì", StringComparison.Ordinal);
            var isOneBody = draft.Roles.Lead.All(IsNamed);
            var provides = node.Kind != SectionKind.Funding || asked || draft.Roles.Lead.All(AgencySections.IsAuthority);
            if ((asked || leads || isOneBody) && provides)
            {
                yield return draft with { Body = sentence };
            }
        }
    }

    /// <summary>"Trên cơ sở quy hoạch được duyệt, | Sở Xây dựng chủ trì …": who acts is named after the words that open the sentence.</summary>
    private static TaskDraft? AfterOpening(SectionNode node, Line sentence) =>
        Clauses.AfterOpening(sentence).Select(at => AgencySections.Named(node, sentence.Slice(at, sentence.Text.Length))).FirstOrDefault(d => d is { StartsWithAction: true });

    /// <summary>A body with a name of its own, not "các …" or "người dân".</summary>
    internal static bool IsNamed(string agency) => char.IsUpper(agency[0]) && agency.Contains(' ') && !Canon.Form(agency).StartsWith("các ", StringComparison.Ordinal)
        && Canon.Form(agency) is var form && ((string[])["sở ", "quỹ ", "học viện", "trường ", "hợp tác xã", "công ty", "tập đoàn", "tổng công ty", "tổng cục", "đài ", "báo ", "tỉnh ủy", "thành ủy", "huyện ủy", "liên minh", "liên đoàn",
            "viện ", "bảo tàng", "thư viện", "kho bạc", "đảng đoàn", "mặt trận", "điện lực", "tòa án", "hạt kiểm lâm", "trạm ", "cán bộ ", "công chức ", "hiệp hội", "thường trực", "thành đoàn", "huyện đoàn", "đồn ", "tổng liên đoàn", "chủ tịch", "công an", "bảo hiểm", "phòng ", "ban ", "bộ ", "vụ ", "cục ", "chi cục", "ngân hàng", "trung tâm", "ubnd", "ủy ban", "hội ", "đoàn ", "tỉnh đoàn", "bệnh viện", "thanh tra", "văn phòng", "cơ quan báo"])
            .Any(h => form.StartsWith(h, StringComparison.Ordinal));

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
            var comma = line.Canon.StartsWith("căn cứ", StringComparison.Ordinal) ? line.Text.IndexOf(", ", StringComparison.Ordinal) : -1;
            if (comma > 0 && AgencySections.Named(section, line.Slice(comma + 2, line.Text.Length)) is { StartsWithAction: true } named)
            {
                yield return named with { Body = line };
                yield break;
            }

            foreach (var request in (string[])["yêu cầu ", "đề nghị "])
            {
                var at = line.Canon.IndexOf(request, StringComparison.Ordinal);
                if (at < 0)
                {
                    continue;
                }

                var (agencies, end) = AgencyGrammar.Leading(line.Text, line.Canon, at + request.Length, line.Text.Length);
                if (agencies.Count > 0 && end < line.Text.Length - 5 && !SaysNothing().IsMatch(line.Canon[end..]))
                {
                    yield return new TaskDraft(line.Slice(at, line.Text.Length), section, "agency-section", new Roles([.. agencies.Select(a => a.Name)], []));
                    yield break;
                }
            }
        }
    }

    /// <summary>"… nghiêm túc tổ chức triển khai thực hiện Kế hoạch này./." asks for nothing but the plan itself.</summary>
    [GeneratedRegex(@"^[\s,]*(?:(?:căn cứ|theo)[^,]{0,80}, )?(?:(?:nghiêm túc|khẩn trương|chủ động|tích cực|kịp thời|phối hợp|tổ chức|triển khai|thực hiện|có hiệu quả|hiệu quả|tốt|nội dung|các|và|đúng|đầy đủ|nhiệm vụ)[,\s]*)+(?:(?:kế hoạch|chương trình|đề án|nghị quyết|chỉ thị|quyết định)(?: này)?)?[\s./]*$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex SaysNothing();

    private static PlanTask Finish(TaskDraft draft, int number, IReadOnlyList<string> known, int? year, SpanMaker spans)
    {
        var references = draft.Body.Canon.AsSpan().ContainsAnyInRange('0', '9') ? TaskReferenceGrammar.Find(draft.Body.Canon, known) : [];
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
            DueDate = deadline is null ? null : DueDateGrammar.Read(deadline, year),
            RefersTo = draft.Source is "inline" or "table" ? [] : references,
            Confidence = draft.Roles.Lead.Count + draft.Roles.Support.Count > 0 ? 0.9 : 0.6,
            Span = spans.Of(draft.Body),
        };
    }
}
