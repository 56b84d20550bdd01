using Plans.Extraction.Catalogues;
using static Plans.Extraction.Language.AgencyHeads;

namespace Plans.Extraction.Language;

/// <summary>Names that share their head: "các Sở: Nội vụ, Tài chính", "Giám đốc các Sở: Y tế, Tài chính", "Sở Nội vụ, Tài chính".</summary>
internal static class AgencyExpansion
{
    /// <summary>Nouns whose plural may be followed by a list of fields or of names.</summary>
    private static readonly string[] Listed = ["sở", "bộ", "ban", "phòng", "hội", "chi cục", "cục", "vụ", "trung tâm", "đoàn thể", "cơ quan", "đơn vị", "ban quản lý", "công ty", "trường"];

    /// <summary>Places stay one name: "UBND các huyện: Mộc Châu, Vân Hồ".</summary>
    private static readonly string[] Places = ["huyện", "thành phố", "quận", "xã", "phường", "thị xã", "thị trấn", "đặc khu"];

    /// <summary>Whether a colon opens the list of names after their common head.</summary>
    public static bool OpensList(string text, string canon, int start, int at) => canon[at] == ':' && at + 2 < text.Length && char.IsUpper(text[at + 2])
        && (Array.Exists(Places, place => canon[start..at].TrimEnd().EndsWith("các " + place, StringComparison.Ordinal)) || Array.Exists(Listed, noun => HeadEnds(canon[start..at].TrimEnd(), noun))) && (AgencyWords.Fields.LengthAt(canon, at + 2) > 0 || canon.AsSpan(start, at - start).Contains("các", StringComparison.Ordinal));

    private static bool HeadEnds(string head, string noun) => head == noun || head.EndsWith("các " + noun, StringComparison.Ordinal);

    /// <summary>Adds a name to a list; one without a head of its own takes that of the name before it.</summary>
    public static void Add(List<AgencyToken> agencies, AgencyToken item, string text, string canon)
    {
        var form = Canon.Form(item.Name);
        var colon = form.IndexOf(':');
        if (colon > 0 && Array.Exists(Listed, noun => HeadEnds(form[..colon].Trim(), noun)))
        {
            agencies.Add(item with { Name = Raised(Singular(item.Name[..colon].Trim())) + " " + item.Name[(colon + 1)..].Trim(), Head = Raised(Singular(item.Name[..colon].Trim())) });
            return;
        }

        var last = agencies.Count > 0 && char.IsUpper(item.Name[0]) && HeadLength(text, canon, item.Start) == 0 ? agencies[^1] : null;
        if (last?.Head is { } head)
        {
            agencies.Add(item with { Name = head + " " + item.Name, Head = head });
        }
        else if (last is not null && AgencyWords.Fields.LengthAt(form, 0) == form.Length && FieldHead(last.Name) is { } common)
        {
            agencies[^1] = last with { Name = common + last.Name[HeadOf(last.Name)..] };
            agencies.Add(item with { Name = common + " " + item.Name });
        }
        else
        {
            agencies.Add(item);
        }
    }

    /// <summary>"Sở" of "Sở Nội vụ" and of "các Sở Nội vụ", where its field is all that follows; null for other names.</summary>
    private static string? FieldHead(string name)
    {
        var form = Canon.Form(name);
        var end = HeadOf(name);
        return end > 0 && end + 1 < name.Length && AgencyWords.Fields.LengthAt(form, end + 1) == form.Length - end - 1 ? Raised(Singular(name[..end])) : null;
    }

    /// <summary>Where the head of a name ends that a field follows: "các Sở", "Giám đốc Sở".</summary>
    private static int HeadOf(string name)
    {
        var form = Canon.Form(name);
        var body = BodyAt(name, form, 0);
        return Array.Find(Fielded, noun => form.AsSpan(body).StartsWith(noun + " ", StringComparison.Ordinal)) is { } found ? body + found.Length : 0;
    }

    private static readonly string[] Fielded = ["sở", "bộ", "phòng"];

    private static string Singular(string head) => head.Replace("các ", "", StringComparison.Ordinal).Replace("Các ", "", StringComparison.Ordinal);

    private static string Raised(string head) => head.Length == 0 ? head : char.ToUpperInvariant(head[0]) + head[1..];
}
