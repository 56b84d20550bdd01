using System.Text.RegularExpressions;
using Plans.Extraction.Language;
using Plans.Extraction.Reading;
using Plans.Extraction.Sections;

namespace Plans.Extraction.Assignments;

/// <summary>Tasks under a heading that names an agency, in "Tổ chức thực hiện" (gold: agency-section).</summary>
internal static partial class AgencySections
{
    private static readonly string[] Requests = ["đề nghị ", "yêu cầu ", "giao cho ", "giao ", "về phía ", "trách nhiệm của ", "nhiệm vụ của ", "đối với ", "riêng ", "phân công ", "kính đề nghị ", "trân trọng đề nghị "];

    [GeneratedRegex(@"^(?:đối với|riêng(?: đối với)?)\s+", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex OnItsOwn();

    [GeneratedRegex(@"(?:^|\s)(?:chỉ đạo|giao|yêu cầu)\s+(?=\S)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Directs();

    /// <summary>The agencies that a heading names, without the words of request; empty where it names none.</summary>
    /// <param name="hasBullets">Whether bullets below say the tasks: then "Giao Sở Y tế chủ trì:" is a heading, otherwise a task of its own.</param>
    public static IReadOnlyList<string> Agencies(Line heading, bool hasBullets = false)
    {
        var from = RequestLength(heading.Canon);
        var to = WithoutAside(heading);
        if (to <= from || !AgencyGrammar.BeginsAt(heading.Text, heading.Canon, from) || Catalogues.SectionKinds.Of(heading.Canon[from..], isTop: false) is not null)
        {
            return [];
        }

        var (leading, end) = AgencyGrammar.Leading(heading.Text, heading.Canon, from, to);
        var goesOn = from > 0 && !hasBullets && leading.Count > 0 && StartsWithDuty(heading.Canon[end..].TrimStart(' ', ','));
        return goesOn ? [] : [.. AgencyGrammar.Whole(heading.Text, heading.Canon, from, DutyAt(heading.Canon, from, to)).Select(a => a.Name)];
    }

    /// <summary>Where "Sở Nội vụ | có trách nhiệm", "Sở Y tế | chủ trì, phối hợp với …" turns from the names to the duty; the end where it does not.</summary>
    private static int DutyAt(string heading, int from, int to) => HeadingDuty().Match(heading, from, to - from) is { Success: true, Index: var at } && at > from ? at : to;

    [GeneratedRegex(@"(?<!được giao|được phân công|có)\s(?:có (?:trách nhiệm|nhiệm vụ)|chịu trách nhiệm|chủ trì|phối hợp (?:với|cùng)|triển khai|theo chức năng|căn cứ|là (?:cơ quan|đơn vị|đầu mối)|làm (?:cơ quan|đầu mối))(?=[\s,;:]|$)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex HeadingDuty();

    /// <summary>"Công an tỉnh (cơ quan thường trực)": the aside is no part of the name.</summary>
    private static int WithoutAside(Line heading)
    {
        var open = heading.Text.LastIndexOf('(');
        var isAside = open > 0 && heading.Text.TrimEnd().EndsWith(')') && Aside().IsMatch(heading.Canon[open..]);
        return isAside ? heading.Text[..open].TrimEnd().Length : heading.Text.Length;
    }

    [GeneratedRegex(@"^\((?:là )?(?:cơ quan|đơn vị|thường trực|đầu mối|chủ trì|phối hợp|qua)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Aside();

    /// <summary>Whether a heading outside "Tổ chức thực hiện" hands what stands below it to a body: "b) Đảng ủy cơ quan", "2. Sở Y tế có trách nhiệm:".</summary>
    public static bool HandsOver(SectionNode node) => node.Ancestors().Prepend(node).Where(n => n.Heading is not null).Take(2).Any(n =>
        n.Heading!.Text.Length <= LongestAgencyHeading && RequestLength(n.Heading.Canon) is var from && Authorities.LengthAt(n.Heading.Canon, from) > 0
        && from < n.Heading.Text.Length && char.IsUpper(n.Heading.Text[from == 0 ? 0 : from]) && Agencies(n.Heading, n.Units.Exists(u => u.IsBullet)) is { Count: > 0 });

    /// <summary>In the part on money a fund that begins a sentence is where money comes from.</summary>
    public static bool IsAuthority(string agency) => Authorities.LengthAt(Canon.Form(agency), 0) > 0;

    private const int LongestAgencyHeading = 160;

    /// <summary>Bodies that a heading of the part on tasks may name to tell them what to do; others ("Hợp tác xã", "Trung tâm …", "Bảo hiểm y tế") are topics there.</summary>
    private static readonly Catalogues.PhraseSet Authorities = Catalogues.PhraseSet.Of(
    [
        "sở", "các sở", "bộ", "các bộ", "công an", "ủy ban nhân dân", "ubnd", "ủy ban mặt trận", "ủy ban mttq", "mặt trận tổ quốc", "ban chỉ đạo", "ban tổ chức", "ban tuyên giáo", "ban dân vận", "ban dân tộc",
        "ban quản lý", "ban thường vụ", "ban chấp hành", "ban cán sự đảng", "ban thường trực", "văn phòng ubnd", "văn phòng hđnd", "văn phòng ủy ban", "văn phòng tỉnh ủy", "văn phòng huyện ủy", "văn phòng chính phủ",
        "tỉnh ủy", "thành ủy", "huyện ủy", "đảng ủy", "đảng đoàn", "tổ đảng", "các cấp ủy", "cấp ủy", "thường trực", "thanh tra tỉnh", "thanh tra huyện", "hội đồng nhân dân", "hđnd", "bộ chỉ huy", "ban chỉ huy",
        "chi cục", "thủ trưởng", "chủ tịch ubnd", "chủ tịch ủy ban", "giám đốc sở", "giám đốc các sở", "tỉnh đoàn", "hội nông dân", "hội liên hiệp", "hội cựu chiến binh", "liên đoàn lao động", "bảo hiểm xã hội tỉnh",
        "phòng nội vụ", "phòng tài chính", "phòng kinh tế", "phòng giáo dục", "phòng y tế", "phòng văn hóa", "phòng tư pháp", "phòng nông nghiệp", "phòng tài nguyên", "phòng lao động",
    ]);

    public static int RequestLength(string canon)
    {
        var length = 0;
        foreach (var request in Requests)
        {
            if (canon.AsSpan(length).StartsWith(request, StringComparison.Ordinal))
            {
                length += request.Length;
            }
        }

        return length;
    }

    public static IEnumerable<TaskDraft> Read(SectionNode node)
    {
        var agencies = node.Heading is { } heading ? Agencies(heading, node.Units.Exists(u => u.IsBullet)) is { Count: > 0 } known ? known : AgencyCompany.Of(node) : [];
        if (agencies.Count > 0)
        {
            var helping = RoleReader.Support(node.Heading!.Text, node.Heading.Canon);
            return Under(node, agencies, node.Units).Select(task => helping.Count == 0 || task.Roles.Lead.Count == 0 ? task : task with { Roles = task.Roles with { Support = [.. helping.Union(task.Roles.Support)] } });
        }

        if (AgencyGroups.Of(node) is { Count: > 0 } groups)
        {
            return groups.SelectMany(g => g.Agencies.Count > 0 ? Under(node, g.Agencies, g.Units) : g.Units.Select(u => Paragraph(node, u.Body)).OfType<TaskDraft>());
        }

        var named = Named(node).ToList();
        if (node.Heading is { } line && RequestLength(line.Canon) > 0 && Named(node, line) is { StartsWithAction: true } whole)
        {
            return [whole];
        }

        if (named.Count > 0 && node.Heading is null)
        {
            return named;
        }

        var inherited = node.Ancestors().Select(a => a.Heading is { } h ? Agencies(h) : []).FirstOrDefault(a => a.Count > 0);
        return inherited is { Count: > 0 } ? Under(node, inherited, node.Units) : named;
    }

    /// <summary>Each bullet, or each paragraph where there are none, is a task of the heading's agency.</summary>
    private static IEnumerable<TaskDraft> Under(SectionNode node, IReadOnlyList<string> agencies, IReadOnlyList<Unit> units)
    {
        TaskDraft? above = null;
        var subMarker = SubMarker(units);
        var directed = (IReadOnlyList<string>?)null;
        foreach (var unit in units.Where(u => !u.Body.IsBlank && !IsNote(u.Body) && !IsAboutPlan(u.Body) && InlineLabels.Of(u.Body) is null))
        {
            var isSub = unit.IsBullet && unit.Marker == subMarker && above is not null;
            if (isSub)
            {
                yield return Sub(node, unit, above!, directed ?? above!.Roles.Lead, agencies);
                continue;
            }

            var task = Task(node, unit.Body, agencies);
            directed = Directed(unit.Body);
            above = task;
            yield return task;
        }
    }

    /// <summary>"(Chi tiết tại Biểu số 01 đính kèm)" is no task.</summary>
    private static bool IsNote(Line line) => (line.Text[0] == '(' && line.Text.TrimEnd('.', ';', ' ').EndsWith(')')) || Footnote().IsMatch(line.Text);

    /// <summary>"1 Theo chuẩn nghèo …": a note at the foot of the page.</summary>
    [GeneratedRegex(@"^\[?\d{1,2}\]?\s\p{Lu}\p{Ll}", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Footnote();

    /// <summary>"Kế hoạch này thay thế …", "Trong quá trình thực hiện, nếu có vướng mắc …" tell nobody to do anything.</summary>
    [GeneratedRegex(@"^(?:(?:kế hoạch|nghị quyết|chương trình|quyết định|chỉ thị|đề án) này (?:thay thế|có hiệu lực|được)|trong quá trình|các nhiệm vụ cụ thể)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex AboutPlan();

    private static bool IsAboutPlan(Line line) => AboutPlan().IsMatch(line.Canon);

    /// <summary>The marker of bullets below bullets: '+' under '-'.</summary>
    private static char SubMarker(IReadOnlyList<Unit> units)
    {
        var markers = units.Where(u => u.IsBullet).Select(u => u.Marker).Distinct().ToList();
        return markers.Count < 2 ? '\0' : markers[1];
    }

    private static TaskDraft Sub(SectionNode node, Unit unit, TaskDraft above, IReadOnlyList<string> lead, IReadOnlyList<string> agencies)
    {
        var roles = RoleReader.OnlySupports(unit.Body.Canon)
            ? RoleReader.Under(agencies, unit.Body.Text, unit.Body.Canon)
            : new Roles(lead, [.. above.Roles.Support.Concat(RoleReader.Support(unit.Body.Text, unit.Body.Canon)).Distinct()]);
        return new TaskDraft(unit.Body, node, "agency-section", roles);
    }

    /// <summary>"Chỉ đạo UBND các xã, phường:" hands the bullets below to those it names.</summary>
    private static IReadOnlyList<string>? Directed(Line line)
    {
        if (!line.Text.TrimEnd().EndsWith(':') || Directs().Match(line.Canon) is not { Success: true } match)
        {
            return null;
        }

        var (agencies, _) = AgencyGrammar.Leading(line.Text, line.Canon, match.Index + match.Length, line.Text.TrimEnd().Length - 1);
        return agencies.Count > 0 ? [.. agencies.Select(a => a.Name)] : null;
    }

    /// <summary>"Các trường học trên địa bàn", "các đoàn thể": below these a line may name one body of the kind.</summary>
    private static bool IsGeneric(string agency) => Canon.Form(agency).StartsWith("các ", StringComparison.Ordinal);

    private static TaskDraft Task(SectionNode node, Line line, IReadOnlyList<string> agencies)
    {
        if (agencies.Count > 1 && Named(node, line) is { StartsWithAction: true } one && one.Roles.Lead.All(l => agencies.Any(a => Canon.Form(a) == Canon.Form(l))))
        {
            return one;
        }

        if (agencies.Any(IsGeneric) && RunIn(line) is { Count: > 0 } own)
        {
            return new TaskDraft(line, node, "agency-section", RoleReader.Under(own, line.Text, line.Canon));
        }

        if (agencies.Any(IsGeneric) && TaskReader.IsNamed(line.Text) && Named(node, line) is { StartsWithAction: true } particular && particular.Roles.Lead.All(TaskReader.IsNamed))
        {
            return particular;
        }

        if (RequestLength(line.Canon) > 0 && !line.Canon.StartsWith("yêu cầu", StringComparison.Ordinal) && !line.Canon.StartsWith("phân công", StringComparison.Ordinal) && !OnItsOwn().IsMatch(line.Canon) && Named(node, line) is { StartsWithAction: true } named)
        {
            return named;
        }

        if (OnItsOwn().Match(line.Canon) is { Success: true } apart)
        {
            var (alone, _) = AgencyGrammar.Leading(line.Text, line.Canon, apart.Length, line.Text.Length);
            if (alone.Count > 0)
            {
                return new TaskDraft(line, node, "agency-section", new Roles([.. alone.Select(a => a.Name)], RoleReader.Support(line.Text, line.Canon)));
            }
        }

        return new TaskDraft(line, node, "agency-section", RoleReader.Under(agencies, line.Text, line.Canon));
    }

    /// <summary>"- Sở Y tế: …" below "Các sở, ngành": the one body before the colon.</summary>
    private static IReadOnlyList<string> RunIn(Line line)
    {
        var colon = line.Text.IndexOf(':');
        if (colon <= 0 || colon > LongestRunIn || !char.IsUpper(line.Text[0]) || !AgencyGrammar.BeginsAt(line.Text, line.Canon, 0))
        {
            return [];
        }

        var (agencies, end) = AgencyGrammar.Leading(line.Text, line.Canon, 0, colon);
        return end == colon && colon < line.Text.TrimEnd().Length - 1 && agencies.All(a => TaskReader.IsNamed(a.Name)) ? [.. agencies.Select(a => a.Name)] : [];
    }

    private const int LongestRunIn = 120;

    /// <summary>Paragraphs without an agency's heading that name their agency themselves.</summary>
    private static IEnumerable<TaskDraft> Named(SectionNode node) =>
        node.Units.Where(u => InlineLabels.Of(u.Body) is null).Select(u => Paragraph(node, u.Body)).OfType<TaskDraft>();

    /// <summary>The task of a paragraph whose first words name its agency, or those after "Hằng năm,", "Căn cứ …,", or whose later sentence hands it over.</summary>
    private static TaskDraft? Paragraph(SectionNode node, Line line)
    {
        if (Named(node, line) is { StartsWithAction: true } named)
        {
            return named;
        }

        if (RunIn(line) is { Count: > 0 } own)
        {
            return new TaskDraft(line, node, "agency-section", RoleReader.Under(own, line.Text, line.Canon));
        }

        foreach (var at in Clauses.AfterOpening(line))
        {
            if (Named(node, line.Slice(at, line.Text.Length)) is { StartsWithAction: true } late)
            {
                return late with { Body = line };
            }
        }

        return Clauses.Sentences(line).Skip(1).Where(s => RequestLength(s.Canon) > 0).Select(s => Named(node, s)).FirstOrDefault(d => d is { StartsWithAction: true }) is { } handed ? handed with { Body = line } : null;
    }

    /// <summary>"Các sở, ngành liên quan, UBND các huyện tổ chức …", "Giao Sở Nội vụ chủ trì …".</summary>
    public static TaskDraft? Named(SectionNode node, Line line)
    {
        var from = RequestLength(line.Canon);
        if (!AgencyGrammar.BeginsAt(line.Text, line.Canon, from))
        {
            return null;
        }

        var (agencies, end) = AgencyGrammar.Leading(line.Text, line.Canon, from, line.Text.Length);
        if (agencies.Count == 0 || IsVerb(agencies[0].Name) || end >= line.Text.Length - 3)
        {
            return null;
        }

        var rest = line.Slice(end, line.Text.Length);
        var after = rest.Canon.TrimStart(' ', ',', ':');
        if (after.StartsWith("đã ", StringComparison.Ordinal))
        {
            return null;
        }

        var support = RoleReader.Support(rest.Text, rest.Canon) is { Count: > 0 } named ? named : RoleReader.Helping(rest);
        return new TaskDraft(line, node, "agency-section", new Roles([.. agencies.Select(a => a.Name)], support)) { StartsWithAction = StartsWithDuty(after) };
    }

    private static bool IsVerb(string name) => Canon.Form(name) is "tổ chức" or "chủ trì" or "các";

    private static bool StartsWithDuty(string after) => Catalogues.AgencyWords.Actions.LengthAt(after, 0) > 0
        || after.StartsWith("chủ trì", StringComparison.Ordinal) || after.StartsWith("phối hợp", StringComparison.Ordinal) || after.StartsWith("là ", StringComparison.Ordinal)
        || after.StartsWith("tổ chức", StringComparison.Ordinal);
}
