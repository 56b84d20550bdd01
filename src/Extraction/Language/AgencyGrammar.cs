using Plans.Extraction.Catalogues;
using static Plans.Extraction.Language.AgencyHeads;
using static Plans.Extraction.Language.AgencySeparators;

namespace Plans.Extraction.Language;

/// <summary>An agency as a text names it.</summary>
/// <param name="Start">Position of its first letter.</param>
internal sealed record AgencyToken(int Start, int End, string Name)
{
    /// <summary>Of "các Sở: Nội vụ, Tài chính" the head that the names share; null where the name is whole.</summary>
    public string? Head { get; init; }
}

/// <summary>
/// Lists of agencies: "Sở Giáo dục và Đào tạo, các cơ quan, đơn vị liên quan và UBND các huyện, thị xã". Commas, semicolons and "và" part
/// agencies where a new one begins, not inside one agency's name; levels of one kind under one "các" stay one name.
/// The specification with examples is docs/grammar/co-quan.md.
/// </summary>
internal static class AgencyGrammar
{
    private const int LongestName = 160;
    private const int LongestShortName = 60;

    /// <summary>Nouns whose field follows, commas and "và" in it: "Sở | Văn hóa, Thể thao và Du lịch".</summary>
    private static readonly HashSet<string> Fielded = ["sở", "bộ", "phòng", "ban", "cán bộ", "công chức", "bộ phận", "ủy ban", "cục", "vụ", "tổng cục", "chi cục"];

    /// <summary>The agencies of a list that makes up a whole stretch of text (a table's cell, what follows a label).</summary>
    public static IReadOnlyList<AgencyToken> Whole(string text, string canon, int start, int end) => Read(text, canon, start, end, wholeText: true).Agencies;

    /// <summary>The agencies of a list that begins at a position and ends where the action begins.</summary>
    public static (IReadOnlyList<AgencyToken> Agencies, int End) Leading(string text, string canon, int start, int end) => Read(text, canon, start, end, wholeText: false);

    /// <summary>Whether a name of an agency begins at a position.</summary>
    public static bool BeginsAt(string text, string canon, int at) => HeadLength(text, canon, at) > 0;

    private static (IReadOnlyList<AgencyToken> Agencies, int End) Read(string text, string canon, int start, int end, bool wholeText)
    {
        var agencies = new List<AgencyToken>();
        var at = SkipBlanks(text, start, end);
        while (at < end)
        {
            var item = Item(text, canon, at, end, wholeText, isFirst: agencies.Count == 0);
            if (item is null)
            {
                break;
            }

            AgencyExpansion.Add(agencies, item, text, canon);
            at = item.End;
            var next = AfterSeparator(text, canon, at, end);
            if (next < 0 && wholeText && SkipBlanks(text, at, end) is var beside && beside < end && text[at] != ')')
            {
                next = beside;
            }

            if (next < 0)
            {
                break;
            }

            var continues = wholeText || HeadLength(text, canon, next) > 0 || IsShortName(text, canon, next, end);
            if (!continues)
            {
                break;
            }

            at = next;
        }

        return (agencies, at);
    }

    /// <summary>"phòng Lao động, Kế hoạch tài chính (KHTC) và …": a capitalised name without its head, closed by the next separator.</summary>
    private static bool IsShortName(string text, string canon, int at, int end)
    {
        if (!char.IsUpper(text[at]) || AgencyWords.Actions.LengthAt(canon, at) > 0)
        {
            return false;
        }

        var stop = at;
        while (stop < end && text[stop] is not (',' or ';' or '.' or ':') && AfterAnd(canon, stop) < 0)
        {
            if (AgencyWords.Actions.LengthAt(canon, stop) > 0 && AgencyWords.Fields.LengthAt(canon, at) == 0)
            {
                return false;
            }

            stop++;
        }

        return stop - at < LongestShortName;
    }

    /// <summary>One name of a list; null where none begins.</summary>
    private static AgencyToken? Item(string text, string canon, int start, int end, bool wholeText, bool isFirst)
    {
        var head = HeadLength(text, canon, start);
        if (head == 0 && !wholeText && isFirst)
        {
            return null;
        }

        var (at, isClosed) = head == 0 ? (start + AgencyWords.Fields.LengthAt(canon, start), false) : AfterField(text, canon, start, end, wholeText);
        var to = isClosed ? at : Last(text, canon, start, at, end, start + head, wholeText);
        while (to > start && (char.IsWhiteSpace(text[to - 1]) || text[to - 1] is ',' or ';' or '.' or ':' or '/'))
        {
            to--;
        }

        return to > start ? new AgencyToken(start, to, Clean(text[start..to])) : null;
    }

    /// <summary>Where the head and the field after it end, and whether the name ends with them.</summary>
    private static (int At, bool IsClosed) AfterField(string text, string canon, int start, int end, bool wholeText)
    {
        var body = BodyAt(text, canon, start);
        var at = Math.Min(end, body + HeadLength(text, canon, body));
        var from = SkipBlanks(text, at, end);
        var field = AgencyWords.Fields.LengthAt(canon, from);
        var noun = canon[body..at];
        if (field == 0 || from + field > end || !(Fielded.Contains(noun) || (noun == "trung tâm" && canon.AsSpan(from, field).Contains(','))))
        {
            return (at, false);
        }

        var follows = SkipBlanks(text, from + field, end);
        if (follows < end && follows > from + field && char.IsUpper(text[follows]) && Fielded.Contains(noun) && HeadLength(text, canon, follows) > 0)
        {
            return (from + field, true);
        }

        var isClosed = Fielded.Contains(noun) && !wholeText && follows < end && char.IsLower(text[follows]) && AgencyWords.Levels.LengthAt(canon, follows) == 0 && AgencyWords.Qualifiers.LengthAt(canon, follows) == 0
            && !canon.AsSpan(follows).StartsWith("và ", StringComparison.Ordinal) && !canon.AsSpan(follows).StartsWith("các ", StringComparison.Ordinal);
        return (from + field, isClosed);
    }

    /// <summary>Where the rest of a name ends: at a separator between names, at a full stop, where the action begins.</summary>
    private static int Last(string text, string canon, int start, int from, int end, int headEnd, bool wholeText)
    {
        var depth = 0;
        var withinVerb = 0;
        for (var at = from; at < end && at - start < LongestName; at++)
        {
            var c = text[at];
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0)
            {
                return at;
            }

            if (depth > 0 || c == ')')
            {
                continue;
            }

            if (c is '.' or ':' && (at + 1 >= end || text[at + 1] is ' ' or '\n') && !AgencyExpansion.OpensList(text, canon, start, at))
            {
                return at;
            }

            var next = AfterSeparator(text, canon, at, end);
            if (next >= 0 && !AgencyJoins.JoinsWithinName(text, canon, start, at, next, end))
            {
                return at;
            }

            if (IsWordStart(canon, at) && AgencyWords.NameVerbs.LengthAt(canon, at) is > 0 and var compound && (char.IsUpper(text[at]) || text[start..at].Any(char.IsUpper)))
            {
                withinVerb = Math.Max(withinVerb, at + compound);
            }

            if (next < 0 && !wholeText && at > headEnd && AgencyEnds.ActionBegins(text, canon, start, at, withinVerb))
            {
                return at;
            }
        }

        return Math.Min(end, Math.Max(from, Math.Min(end, start + LongestName)));
    }

    private static string Clean(string name)
    {
        var open = name.EndsWith(')') ? name.LastIndexOf('(') : -1;
        var dash = name.LastIndexOf(" - ", StringComparison.Ordinal);
        var whole = open > 0 && IsAside(name[(open + 1)..]) ? name[..open] : dash > 0 && IsAside(name[(dash + 3)..]) ? name[..dash] : name;
        return string.Join(' ', whole.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool IsAside(string words) => Array.Exists(Asides, a => Canon.Form(words).StartsWith(a, StringComparison.Ordinal));

    /// <summary>What brackets or a dash after a name say of its part in the plan is no part of the name.</summary>
    private static readonly string[] Asides = ["cơ quan ", "là cơ quan", "đơn vị đầu mối", "đơn vị chủ trì", "thường trực", "đầu mối", "chủ trì", "phối hợp"];
}
