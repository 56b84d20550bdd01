using System.Text.RegularExpressions;
using Plans.Extraction.Language;

namespace Plans.Extraction.Assignments;

/// <summary>Who leads and who supports, as a task's words say.</summary>
internal sealed record Roles(IReadOnlyList<string> Lead, IReadOnlyList<string> Support);

/// <summary>Reads chủ trì and phối hợp out of the words of a task.</summary>
internal static partial class RoleReader
{
    [GeneratedRegex(@"(?:phối\s?hợp|liên kết|kết hợp|chủ trì)(?:,? (?:chặt chẽ|tốt|thường xuyên|đồng bộ|liên kết|kịp thời|hợp tác|triển khai|tổ chức|chia sẻ thông tin|thực hiện|hiệu quả|có hiệu quả|đào tạo|trực tiếp|gắn kết|lồng ghép))*,? (?:cùng với|với|cùng)\s*:?\s*", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex With();

    /// <summary>"chủ trì, phối hợp Điện lực tỉnh", "phối hợp UBND các xã làm mới …": the word "với" left out.</summary>
    [GeneratedRegex(@"(?<=^|\s)phối hợp\s+(?!với|cùng)(?=\S)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Without();

    [GeneratedRegex(@"^(?:(?:tích cực|chủ động|thường xuyên|tham gia|theo chức năng,? nhiệm vụ(?: được giao)?(?: của mình)?|căn cứ chức năng,? nhiệm vụ(?: được giao)?|tăng cường|có trách nhiệm|tiếp tục|trên cơ sở chức năng, nhiệm vụ)[, ]+)*(?:tham gia )?(?:phối hợp|hợp tác)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex StartsWithSupport();

    [GeneratedRegex(@"(?<!phối hợp với )(?:^|[\s,;.(])(?:chủ trì|là (?:cơ quan|đơn vị) (?:thường trực|đầu mối|chủ trì)|làm đầu mối|thường trực|chịu trách nhiệm chính)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Leads();

    /// <summary>The supporting agencies: those named after each "phối hợp với".</summary>
    public static IReadOnlyList<string> Support(string text, string canon)
    {
        var names = new List<string>();
        foreach (var match in With().Matches(canon).Concat(Without().Matches(canon).Where(m => char.IsUpper(text[m.Index + m.Length]) && AgencyGrammar.BeginsAt(text, canon, m.Index + m.Length))))
        {
            foreach (var agency in AgencyGrammar.Leading(text, canon, match.Index + match.Length, text.Length).Agencies)
            {
                if (!names.Contains(agency.Name) && !IsLeader(agency.Name))
                {
                    names.Add(agency.Name);
                }
            }
        }

        return names;
    }

    /// <summary>"…; Bệnh viện Đa khoa tỉnh phối hợp.": those whom the last clause tells to help.</summary>
    public static IReadOnlyList<string> Helping(Reading.Line line)
    {
        if (HelpsAtEnd().Match(line.Canon) is not { Success: true } match)
        {
            return [];
        }

        var who = match.Groups["who"];
        return AgencyGrammar.BeginsAt(line.Text, line.Canon, who.Index)
            ? [.. AgencyGrammar.Whole(line.Text, line.Canon, who.Index, who.Index + who.Length).Select(a => a.Name).Where(n => !IsLeader(n))] : [];
    }

    [GeneratedRegex(@"(?:;\s*(?<who>[^;.]{3,200})|,\s*(?<who>[^;.,]{3,120}))\sphối hợp(?: thực hiện)?\s*[.;]?$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex HelpsAtEnd();

    /// <summary>Whether the task only says that the agency helps: it begins with "Phối hợp …" and tells nobody of its own to lead.</summary>
    public static bool OnlySupports(string canon)
    {
        var start = StartsWithSupport().Match(canon);
        if (!start.Success || canon.StartsWith("chủ động", StringComparison.Ordinal))
        {
            return false;
        }

        return !Leads().IsMatch(canon[..Math.Min(canon.Length, 80)]);
    }

    /// <summary>The roles in a task under an agency's heading.</summary>
    public static Roles Under(IReadOnlyList<string> agencies, string text, string canon)
    {
        if (OnlySupports(canon))
        {
            return new Roles(OtherLead(text, canon), agencies);
        }

        var support = Support(text, canon).Where(s => !agencies.Any(a => Canon.Form(a) == Canon.Form(s))).ToList();
        return new Roles(agencies, support);
    }

    [GeneratedRegex(@"\bdo\s(?=\S)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex By();

    /// <summary>"… do Sở X chủ trì": the agency that the text itself says leads.</summary>
    private static IReadOnlyList<string> OtherLead(string text, string canon)
    {
        foreach (Match match in By().Matches(canon))
        {
            var (agencies, end) = AgencyGrammar.Leading(text, canon, match.Index + match.Length, text.Length);
            if (agencies.Count > 0 && canon.AsSpan(end).TrimStart().StartsWith("chủ trì", StringComparison.Ordinal))
            {
                return [.. agencies.Select(a => a.Name)];
            }
        }

        return [];
    }

    /// <summary>Leaders and "those in charge" are no agencies.</summary>
    public static bool IsLeader(string name)
    {
        var form = Canon.Form(name);
        return form.StartsWith("lãnh đạo", StringComparison.Ordinal) || form.StartsWith("cấp có thẩm quyền", StringComparison.Ordinal) || form.StartsWith("cấp thẩm quyền", StringComparison.Ordinal)
            || form == "các cơ quan có thẩm quyền";
    }
}
