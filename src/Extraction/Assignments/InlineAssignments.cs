using System.Buffers;
using System.Text.RegularExpressions;
using Plans.Extraction.Language;
using Plans.Extraction.Language.Deadlines;
using Plans.Extraction.Reading;
using Plans.Extraction.Sections;

namespace Plans.Extraction.Assignments;

/// <summary>Lines under an item of the tasks part that assign it: "Phân công thực hiện: … chủ trì, phối hợp với …" (gold: inline).</summary>
internal static partial class InlineAssignments
{
    [GeneratedRegex(@"\s(?:(?<!được (?:phân công|giao))(?:là (?:cơ quan|đơn vị) |(?<!việc )làm |đồng |cùng |trực tiếp )?(?:chủ trì|chịu trách nhiệm|đầu mối|phụ trách|đảm nhận|đảm nhiệm|thực hiện)(?=[\s,;.)]|$)|\((?:chủ trì|đầu mối|cơ quan chủ trì|đơn vị chủ trì)\))", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex LeadsWord();

    [GeneratedRegex(@"(?:[;.,\n]|\s-)\s*(?:(?:các )?(?:cơ quan|đơn vị)\s)?phối hợp(?: thực hiện)?\s*:\s*", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex SupportLabel();

    [GeneratedRegex(@"(?:[;.,]|\s-)\s*(?:thời gian(?: thực hiện| hoàn thành)?|thời hạn|hoàn thành)\s*:\s*", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex TimeLabel();

    public static IEnumerable<TaskDraft> Read(SectionNode node)
    {
        var pending = new List<Unit>();
        var current = (Line?)null;
        var group = new List<(InlineLabel Label, Line Words)>();
        var isSeveral = node.Units.Count(u => InlineLabels.Of(u.Body) is { Label: InlineLabel.Assignment or InlineLabel.Lead }) > 1;
        foreach (var unit in node.Units)
        {
            if (Labelled(unit.Body) is { } labelled)
            {
                if (group.Count == 0)
                {
                    current = Subject(node, pending, unit, isSeveral);
                }

                group.Add(labelled);
                continue;
            }

            if (group.Count > 0)
            {
                yield return Draft(node, current, group);
                group = [];
                pending = [];
            }

            pending.Add(unit);
        }

        if (group.Count > 0)
        {
            yield return Draft(node, current, group);
        }
    }

    private static (InlineLabel Label, Line Words)? Labelled(Line line) =>
        InlineLabels.Of(line) is { } found ? (found.Label, line.Slice(found.After, WithoutBracket(line)).Trim()) : null;

    /// <summary>Where the words end that brackets hold: "(Thực hiện: Sở Y tế)".</summary>
    private static int WithoutBracket(Line line) => line.Text[0] == '(' ? line.Text.LastIndexOf(')') : line.Text.Length;

    /// <summary>The item that the lines assign: the bullet above where each bullet has its own lines, else the numbered item.</summary>
    private static Line? Subject(SectionNode node, List<Unit> pending, Unit first, bool isSeveral)
    {
        var bullets = pending.Where(u => u.IsBullet).ToList();
        var isBelowBullet = bullets.Count > 0 && first.IsBullet && first.Marker != bullets[^1].Marker;
        if (isBelowBullet || (isSeveral && pending.Count > 0))
        {
            return bullets.Count > 0 ? bullets[^1].Body : pending[^1].Body;
        }

        return node.Opening ?? node.Heading ?? (pending.Count > 0 ? pending[0].Body : null);
    }

    /// <summary>The parts that a table's cell gives in words: "Chủ trì: Sở Y tế; phối hợp: Sở Nội vụ", "Sở Y tế chủ trì, phối hợp với Sở Nội vụ".</summary>
    public static Roles InCell(SectionNode node, Line cell) => Draft(node, null, [Labelled(cell) ?? (InlineLabel.Assignment, cell)]).Roles;

    private static TaskDraft Draft(SectionNode node, Line? subject, List<(InlineLabel Label, Line Words)> group)
    {
        var lead = new List<string>();
        var support = new List<string>();
        string? deadline = null;
        foreach (var (label, words) in group)
        {
            switch (label)
            {
                case InlineLabel.Assignment when SupportLabel().IsMatch(words.Canon) && !LeadsWord().IsMatch(words.Canon):
                    ReadLead(words, lead, support, ref deadline);
                    break;
                case InlineLabel.Assignment:
                    ReadAssignment(words, lead, support, ref deadline);
                    break;
                case InlineLabel.Lead:
                    ReadLead(words, lead, support, ref deadline);
                    break;
                case InlineLabel.Support:
                    Add(support, AgencyGrammar.Whole(words.Text, words.Canon, 0, EndOfAgencies(words)));
                    deadline ??= TimeIn(words);
                    break;
                case InlineLabel.Deadline:
                    deadline = words.Text.Trim().TrimEnd('.', ';');
                    break;
            }
        }

        var body = subject ?? group[0].Words;
        return new TaskDraft(body, node, "inline", new Roles(lead, support)) { Deadline = deadline ?? LabelledTime(body) };
    }

    /// <summary>"1. Niêm yết danh mục. Thời gian thực hiện: trước ngày 10/9": the item itself says when, the line below it who.</summary>
    private static string? LabelledTime(Line item) => TimeLabel().Match(item.Canon) is { Success: true } label
        && item.Text[(label.Index + label.Length)..].Split(';')[0].Trim().TrimEnd('.') is { Length: > 0 and <= LongestTime } time ? time : null;

    private const int LongestTime = 80;

    /// <summary>"Phòng A chủ trì, phối hợp với phòng B và các đơn vị liên quan để tham mưu …".</summary>
    private static void ReadAssignment(Line words, List<string> lead, List<string> support, ref string? deadline)
    {
        var leads = LeadsWord().Match(words.Canon);
        var end = leads.Success ? leads.Index : EndOfAgencies(words);
        Add(lead, leads.Success ? AgencyGrammar.Leading(words.Text, words.Canon, 0, end).Agencies : AgencyGrammar.Whole(words.Text, words.Canon, 0, end));
        if (lead.Count == 0 && end > 0)
        {
            lead.Add(words.Text[..end].Trim());
        }

        support.AddRange(RoleReader.Support(words.Text, words.Canon).Where(s => !support.Contains(s)));
        if (support.Count == 0 && leads.Success && HelpsInBrackets().Match(words.Canon, leads.Index + leads.Length) is { Success: true } marked)
        {
            Add(support, AgencyGrammar.Whole(words.Text, words.Canon, marked.Groups["who"].Index, marked.Groups["who"].Index + marked.Groups["who"].Length));
        }

        if (support.Count == 0 && leads.Success && Helps().Match(words.Canon, leads.Index + leads.Length) is { Success: true } helps)
        {
            Add(support, AgencyGrammar.Whole(words.Text, words.Canon, helps.Groups["who"].Index, helps.Groups["who"].Index + helps.Groups["who"].Length));
        }

        deadline ??= TimeIn(words);
    }

    /// <summary>"…; Phòng B phối hợp".</summary>
    [GeneratedRegex(@"[;,]\s*(?<who>[^;.]{3,200}?)\sphối hợp(?=[\s.;)]|$)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Helps();

    /// <summary>"A (chủ trì), B, C (phối hợp)".</summary>
    [GeneratedRegex(@"\G\s*[,;]\s*(?:và\s)?(?<who>[^;()]{3,200}?)\s*\((?:cùng )?phối hợp\)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex HelpsInBrackets();

    [GeneratedRegex(@"(?:[,;:.]|\s[–-])\s*(?:(?:nhiệm vụ |nội dung |việc )?này )?do\s+(?=\S)|[,;:]\s*(?:giao(?: cho)?|phân công(?: cho)?)\s+(?=\S)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex ByClause();

    [GeneratedRegex(@"^[\s,(]*(?:là (?:cơ quan|đơn vị) |làm |đồng |cùng |trực tiếp )?(?:chủ trì|chịu trách nhiệm|đầu mối|phụ trách|đảm nhận|đảm nhiệm|thực hiện)(?=[\s,;.)]|$)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex TakesLead();

    /// <summary>One of these stands in every clause that assigns.</summary>
    private static readonly SearchValues<string> AssigningWords = SearchValues.Create(["do ", "giao", "phân công"], StringComparison.Ordinal);

    /// <summary>A clause that assigns the item it closes: "…; do Sở Y tế chủ trì, phối hợp với …, hoàn thành trong quý II".</summary>
    public static TaskDraft? ByClause(SectionNode node, Line line)
    {
        if (!line.Canon.AsSpan().ContainsAny(AssigningWords))
        {
            return null;
        }

        foreach (var clause in ByClause().Matches(line.Canon).Reverse())
        {
            var from = clause.Index + clause.Length;
            if (clause.Index < ShortestTask || !AgencyGrammar.BeginsAt(line.Text, line.Canon, from))
            {
                continue;
            }

            var (agencies, end) = AgencyGrammar.Leading(line.Text, line.Canon, from, line.Text.Length);
            if (agencies.Count == 0 || !TakesLead().IsMatch(line.Canon[end..]))
            {
                continue;
            }

            var words = line.Slice(from, line.Text.Length);
            var draft = Draft(node, Item(node, line) ?? line, [(InlineLabel.Assignment, words)]);
            return draft.Roles.Lead.Count == 0 ? null
                : draft with { Deadline = draft.Deadline ?? (DeadlineGrammar.Find(words.Canon) is { } time ? words.Text[time.Start..time.End].Trim() : null) };
        }

        return null;
    }

    /// <summary>Labels that follow the item in its own paragraph: "Dự trữ lương thực. Đơn vị chủ trì: …; đơn vị phối hợp: …. Thời gian: …".</summary>
    public static TaskDraft? Trailing(SectionNode node, Line line)
    {
        var starts = SentenceStart().Matches(line.Canon).Select(m => m.Index + m.Length).Where(at => InlineLabels.Of(line.Slice(at, line.Text.Length)) is not null).ToList();
        var labelled = starts.Select((at, i) => Labelled(line.Slice(at, i + 1 < starts.Count ? starts[i + 1] : line.Text.Length).Trim())).OfType<(InlineLabel Label, Line Words)>().ToList();
        if (labelled.Count == 0 || starts[0] < ShortestTask || labelled[0].Label is not (InlineLabel.Assignment or InlineLabel.Lead))
        {
            return null;
        }

        var draft = Draft(node, Item(node, line) ?? line.Slice(0, starts[0]).Trim(), labelled);
        return draft.Roles.Lead.Count == 0 ? null : draft;
    }

    [GeneratedRegex(@"\.\s+(?=\p{L})", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex SentenceStart();

    [GeneratedRegex(@"(?:;|\s[–-])\s+(?=\p{L})", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex LastClause();

    [GeneratedRegex(@"^\s+(?:(?:đồng |trực tiếp )?(?:chủ trì|phụ trách|đảm nhận|đảm nhiệm)(?: thực hiện)?|chịu trách nhiệm(?: chính| chính thực hiện| thực hiện)?|làm đầu mối|là (?:cơ quan|đơn vị) (?:chủ trì|đầu mối))(?=\s*(?:[.;]|$|,[^.;]{3,150}\sphối hợp(?: thực hiện)?\s*(?:[.;]|$)|,? phối hợp với ))", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex OnlyLeads();

    /// <summary>One of these stands in every clause that says who does an item.</summary>
    private static readonly SearchValues<string> OwningWords = SearchValues.Create(["chủ trì", "phụ trách", "đảm nhận", "đảm nhiệm", "chịu trách nhiệm", "đầu mối"], StringComparison.Ordinal);

    /// <summary>The last clause says who does the item, with no action of its own: "…; Đoàn Thanh niên xã phụ trách."</summary>
    public static TaskDraft? OwnerClause(SectionNode node, Line line)
    {
        if (!line.Canon.AsSpan().ContainsAny(OwningWords))
        {
            return null;
        }

        foreach (var clause in LastClause().Matches(line.Canon).Reverse().Take(2))
        {
            var from = clause.Index + clause.Length;
            if (clause.Index < ShortestTask || !char.IsUpper(line.Text[from]) || !AgencyGrammar.BeginsAt(line.Text, line.Canon, from))
            {
                continue;
            }

            var (agencies, end) = AgencyGrammar.Leading(line.Text, line.Canon, from, line.Text.Length);
            if (agencies.Count > 0 && OnlyLeads().IsMatch(line.Canon[end..]))
            {
                var words = line.Slice(from, line.Text.Length);
                var draft = Draft(node, Item(node, line) ?? line, [(InlineLabel.Assignment, words)]);
                return draft with { Deadline = draft.Deadline ?? (DeadlineGrammar.Find(words.Canon) is { } time ? words.Text[time.Start..time.End].Trim() : null) };
            }
        }

        return null;
    }

    /// <summary>The numbered item whose heading runs into the line: it is the task; null where the line stands by itself.</summary>
    private static Line? Item(SectionNode node, Line line) => node.Opening is { } item && item.Start < line.Start && line.Start < item.End ? item : null;

    /// <summary>Fewer letters before the clause than this are no task that it could assign.</summary>
    private const int ShortestTask = 15;

    [GeneratedRegex(@"\((?<in>(?:(?:(?:cơ quan|đơn vị) )?chủ trì|(?:cơ quan|đơn vị) thực hiện|phân công(?: thực hiện)?|giao)\s*:[^()]*(?:\([^()]*\)[^()]*)*|[^()]{3,120}?\schủ trì(?:[,;) ][^()]*(?:\([^()]*\)[^()]*)*)?)\)\s*[.;]?\s*$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex InBrackets();

    /// <summary>An assignment in brackets at the end of the item: "(chủ trì: Công an tỉnh; phối hợp: …; thời gian: quý II/2025)".</summary>
    public static TaskDraft? Bracketed(SectionNode node, Line line)
    {
        if (InBrackets().Match(line.Canon) is not { Success: true } match)
        {
            return null;
        }

        var group = match.Groups["in"];
        var words = line.Slice(group.Index, group.Index + group.Length);
        var labelled = Labelled(words) ?? (InlineLabel.Assignment, words);
        var draft = Draft(node, Item(node, line) ?? line.Slice(0, match.Index).Trim(), [labelled]);
        return draft.Roles.Lead.Count == 0 ? null : draft with { Deadline = draft.Deadline ?? TimeAtEnd(words) };
    }

    /// <summary>"… ; hoàn thành trong quý III" without a label.</summary>
    private static string? TimeAtEnd(Line words)
    {
        var at = words.Text.LastIndexOf(';');
        var tail = at < 0 ? "" : words.Text[(at + 1)..].Trim();
        tail = Canon.Form(tail).StartsWith(Done, StringComparison.Ordinal) ? tail[Done.Length..] : tail;
        return tail.Any(char.IsDigit) || Canon.Form(tail).Contains("quý", StringComparison.Ordinal) || Canon.Form(tail).Contains("năm", StringComparison.Ordinal) ? tail : null;
    }

    private const string Done = "hoàn thành ";

    private static void ReadLead(Line words, List<string> lead, List<string> support, ref string? deadline)
    {
        var supportAt = SupportLabel().Match(words.Canon);
        var with = words.Canon.IndexOf("phối hợp với", StringComparison.Ordinal);
        var end = supportAt.Success ? supportAt.Index : with > 0 ? with : EndOfAgencies(words);
        Add(lead, AgencyGrammar.Whole(words.Text, words.Canon, 0, end));
        if (supportAt.Success)
        {
            var from = supportAt.Index + supportAt.Length;
            Add(support, AgencyGrammar.Whole(words.Text, words.Canon, from, Math.Max(from, EndOfAgencies(words))));
        }
        else if (with > 0)
        {
            support.AddRange(RoleReader.Support(words.Text, words.Canon));
        }

        deadline ??= TimeIn(words);
    }

    private static string? TimeIn(Line words) => TimeLabel().Match(words.Canon) is { Success: true } time
        ? words.Text[(time.Index + time.Length)..].Trim().TrimEnd('.', ';') : null;

    private static int EndOfAgencies(Line words)
    {
        var time = TimeLabel().Match(words.Canon);
        var end = time.Success ? time.Index : words.Text.Length;
        while (end > 0 && words.Text[end - 1] is '.' or ';' or ' ' && end > 0)
        {
            end--;
        }

        return end;
    }

    private static void Add(List<string> names, IReadOnlyList<AgencyToken> agencies) =>
        names.AddRange(agencies.Select(a => a.Name).Where(n => !names.Contains(n) && !RoleReader.IsLeader(n)));
}
