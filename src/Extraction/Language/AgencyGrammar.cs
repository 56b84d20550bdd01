using Plans.Extraction.Catalogues;

namespace Plans.Extraction.Language;

/// <summary>An agency as a text names it.</summary>
/// <param name="Start">Position of its first letter.</param>
internal sealed record AgencyToken(int Start, int End, string Name);

/// <summary>
/// Lists of agencies: "Sở Giáo dục và Đào tạo, các cơ quan, đơn vị liên quan và UBND các huyện, thị xã". Commas, semicolons and "và" part
/// agencies where a new one begins, not inside one agency's name; levels of one kind under one "các" stay one name.
/// The specification with examples is docs/grammar/co-quan.md.
/// </summary>
internal static class AgencyGrammar
{
    private const int LongestName = 160;

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
            var item = Item(text, canon, at, end, wholeText, agencies);
            if (item is null)
            {
                break;
            }

            AddExpanded(agencies, item, text, canon);
            at = item.End;
            var next = AfterSeparator(text, canon, at, end);
            if (next < 0)
            {
                break;
            }

            var continues = wholeText || HeadLength(text, canon, next) > 0 || (agencies.Count > 0 && IsShortNameAfterList(text, canon, next, end));
            if (!continues)
            {
                break;
            }

            at = next;
        }

        return (agencies, at);
    }

    /// <summary>"phòng Lao động, Kế hoạch tài chính (KHTC) và …": a capitalised name without its head, closed by the next separator.</summary>
    private static bool IsShortNameAfterList(string text, string canon, int at, int end)
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

        return stop - at < 60;
    }

    private static AgencyToken? Item(string text, string canon, int start, int end, bool wholeText, List<AgencyToken> before)
    {
        var head = HeadLength(text, canon, start);
        if (head == 0 && !wholeText && before.Count == 0)
        {
            return null;
        }

        var at = start + head + (head == Plural.Length && StartsWithPlural(canon, start) ? PluralHead(canon, start) : 0);
        var field = AgencyWords.Fields.LengthAt(canon, SkipBlanks(text, at, end));
        if (head > 0 && field > 0 && canon[start..at] == "trung tâm" && canon.AsSpan(SkipBlanks(text, at, end), field).Contains(','))
        {
            at = SkipBlanks(text, at, end) + field;
        }
        else if (head > 0 && field > 0 && canon[start..at] is "sở" or "bộ" or "phòng" or "ban" or "cán bộ" or "công chức" or "bộ phận" or "ủy ban" or "cục" or "vụ" or "tổng cục" or "chi cục")
        {
            at = SkipBlanks(text, at, end) + field;
            var follows = SkipBlanks(text, at, end);
            if (!wholeText && follows < end && char.IsLower(text[follows]) && AgencyWords.Levels.LengthAt(canon, follows) == 0 && AgencyWords.Qualifiers.LengthAt(canon, follows) == 0
                && !canon.AsSpan(follows).StartsWith("và ", StringComparison.Ordinal) && !canon.AsSpan(follows).StartsWith("các ", StringComparison.Ordinal))
            {
                return new AgencyToken(start, at, Clean(text[start..at]));
            }
        }
        else if (head == 0)
        {
            at = start + AgencyWords.Fields.LengthAt(canon, start);
        }

        var depth = 0;
        var withinVerb = 0;
        while (at < end && at - start < LongestName)
        {
            var c = text[at];
            if (c == '(')
            {
                depth++;
            }
            else if (c == ')')
            {
                if (depth == 0)
                {
                    break;
                }

                depth--;
            }
            else if (depth == 0)
            {
                if (c is '.' or ':' && (at + 1 >= end || text[at + 1] is ' ' or '\n') && !OpensList(canon, start, at))
                {
                    break;
                }

                var next = AfterSeparator(text, canon, at, end);
                if (next >= 0 && !JoinsWithinName(text, canon, start, at, next, end))
                {
                    break;
                }

                if (IsWordStart(canon, at) && AgencyWords.NameVerbs.LengthAt(canon, at) is > 0 and var compound)
                {
                    withinVerb = Math.Max(withinVerb, at + compound);
                }

                if (next < 0 && !wholeText && at > start + head && IsWordStart(canon, at) && CountedVerb(canon, at))
                {
                    break;
                }

                if (next < 0 && !wholeText && at > start + head && IsWordStart(canon, at) && EndsAtLevel(text, canon, start, at))
                {
                    break;
                }

                if (next < 0 && !wholeText && at > start + head && IsWordStart(canon, at) && AgencyWords.Actions.LengthAt(canon, at) > 0
                    && at >= withinVerb && !IsQualified(canon, at) && !IsInsideName(text, canon, at))
                {
                    break;
                }
            }

            at++;
        }

        var to = at;
        while (to > start && (char.IsWhiteSpace(text[to - 1]) || text[to - 1] is ',' or ';' or '.' or ':' or '/'))
        {
            to--;
        }

        return to > start ? new AgencyToken(start, to, Clean(text[start..to])) : null;
    }

    /// <summary>"… | tổ chức 36 lớp", "… | mở 18 lớp": before a number these are verbs.</summary>
    private static bool CountedVerb(string canon, int at) => Counting.LengthAt(canon, at) is > 0 and var verb
        && at + verb + 1 < canon.Length && canon[at + verb] == ' ' && char.IsDigit(canon[at + verb + 1]);

    private static readonly PhraseSet Counting = PhraseSet.Of(["tổ chức", "mở", "lập", "làm", "có", "lắp", "in", "viết", "thu", "đón", "bảo vệ", "trồng", "dựng"]);

    /// <summary>"Trường Chính trị tỉnh | biên soạn": after the level that closes a proper name, a small letter opens the action.</summary>
    private static bool EndsAtLevel(string text, string canon, int start, int at)
    {
        var before = canon[start..at].TrimEnd();
        return char.IsLower(text[at]) && text[start..at].Any(char.IsUpper) && (before.EndsWith(" tỉnh", StringComparison.Ordinal) || before.EndsWith(" huyện", StringComparison.Ordinal))
            && AgencyWords.Qualifiers.LengthAt(canon, at) == 0 && AgencyWords.Levels.LengthAt(canon, at) == 0 && !canon.AsSpan(at).StartsWith("và ", StringComparison.Ordinal)
            && !canon.AsSpan(at).StartsWith("ủy", StringComparison.Ordinal);
    }

    /// <summary>A verb inside a name: "Trung tâm Hỗ trợ …" is capitalised; so is every proper name.</summary>
    private static bool IsInsideName(string text, string canon, int at) => char.IsUpper(text[at]) && !canon[..at].TrimEnd().EndsWith('.');

    private static bool IsQualified(string canon, int at) => AgencyWords.Qualifiers.LengthAt(canon, at) > AgencyWords.Actions.LengthAt(canon, at);

    /// <summary>Whether a separator stands inside one agency's name.</summary>
    private static bool JoinsWithinName(string text, string canon, int start, int at, int next, int end)
    {
        var soFar = canon[start..at].TrimEnd();
        if (canon[at] is ';' or '\n')
        {
            return false;
        }

        if (canon[at] == '/' && HeadLength(text, canon, next) == 0)
        {
            return true;
        }

        if (IsOneBody(soFar, text, canon, next))
        {
            return true;
        }

        var isAnd = AfterAnd(canon, at) >= 0 && canon[at] == ' ';
        if (isAnd && soFar.EndsWith("ngành", StringComparison.Ordinal) && canon.AsSpan(next).StartsWith("địa phương", StringComparison.Ordinal))
        {
            return false;
        }

        var head = HeadLength(text, canon, next);
        if (IsPlaceList(soFar) && IsPlace(text, canon, next, head))
        {
            return true;
        }

        if (head == 0)
        {
            return isAnd || !EndsName(text, canon, start, at, next, end);
        }

        if (StartsWithPlural(canon, next) || canon.AsSpan(next).StartsWith("ubnd", StringComparison.Ordinal) || canon.AsSpan(next).StartsWith("ủy ban", StringComparison.Ordinal))
        {
            return false;
        }

        var level = AgencyWords.Levels.LengthAt(canon, next);
        if (level > 0 && char.IsLower(text[next]) && EndsWithBareLevel(soFar))
        {
            return true;
        }

        return isAnd && (AgencyWords.Heads.LengthAt(canon, start) == soFar.Length);
    }

    /// <summary>"UBND các huyện Trà Cú": the places that follow, one after the other, belong to the same name.</summary>
    private static bool IsPlaceList(string soFar) => Places.Any(p => soFar.Contains(" các " + p, StringComparison.Ordinal)) && !soFar.StartsWith("các ", StringComparison.Ordinal);

    private static readonly string[] Places = ["huyện", "xã", "phường", "quận", "thị xã", "thành phố", "thị trấn"];

    /// <summary>"Cầu Kè", "thị xã Long Khánh": a place's name, with its level before it or not.</summary>
    private static bool IsPlace(string text, string canon, int next, int head)
    {
        var level = Places.Where(p => canon.AsSpan(next).StartsWith(p + " ", StringComparison.Ordinal)).Select(p => p.Length + 1).DefaultIfEmpty(0).Max();
        var at = next + level;
        return at < text.Length && char.IsUpper(text[at]) && (level > 0 || (head == 0 && AgencyWords.Actions.LengthAt(canon, next) == 0));
    }

    /// <summary>
    /// One body with a long name: "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "Báo và Phát thanh, Truyền hình"; and levels of one kind after
    /// a body without "các": "UBND quận, huyện", "trạm y tế xã, phường".
    /// </summary>
    private static bool IsOneBody(string soFar, string text, string canon, int next)
    {
        var rest = canon.AsSpan(next);
        if (soFar.StartsWith("văn phòng", StringComparison.Ordinal) && !soFar.Contains("ủy ban", StringComparison.Ordinal) && !soFar.Contains("ubnd", StringComparison.Ordinal))
        {
            return rest.StartsWith("ủy ban nhân dân", StringComparison.Ordinal) || rest.StartsWith("ubnd", StringComparison.Ordinal)
                || rest.StartsWith("hội đồng nhân dân", StringComparison.Ordinal) || rest.StartsWith("hđnd", StringComparison.Ordinal);
        }

        return rest.StartsWith("truyền hình", StringComparison.Ordinal) || rest.StartsWith("cứu hộ", StringComparison.Ordinal) || rest.StartsWith("thống kê", StringComparison.Ordinal)
            || (AdministrativeLevels.LengthAt(canon, next) is > 0 and var level && AgencyWords.Heads.LengthAt(canon, next) <= level && char.IsLower(text[next]) && Array.Exists(LevelNames, l => soFar.EndsWith(" " + l, StringComparison.Ordinal)));
    }

    private static readonly string[] LevelNames = ["huyện", "quận", "thị xã", "thành phố", "xã", "phường", "thị trấn", "đặc khu", "thôn", "bản", "tỉnh"];

    private static readonly PhraseSet AdministrativeLevels = PhraseSet.Of(LevelNames);

    /// <summary>Whether what follows a comma is another agency although no head opens it: an abbreviation or a capitalised name.</summary>
    private static bool EndsName(string text, string canon, int start, int at, int next, int end)
    {
        if (AgencyWords.Qualifiers.LengthAt(canon, next) > 0)
        {
            return false;
        }

        return next < end && (char.IsUpper(text[next]) || AgencyWords.Actions.LengthAt(canon, next) > 0);
    }

    /// <summary>"các sở, ban": the last word is a bare level without anything that qualifies it.</summary>
    private static bool EndsWithBareLevel(string soFar)
    {
        for (var words = 1; words <= 3; words++)
        {
            var at = soFar.Length;
            for (var i = 0; i < words && at > 0; i++)
            {
                at = soFar.LastIndexOf(' ', at - 1);
            }

            var last = soFar[(at + 1)..];
            if (last.Length > 0 && AgencyWords.Levels.LengthAt(last, 0) == last.Length)
            {
                var before = soFar[..Math.Max(0, at)].TrimEnd();
                if (before.Length == 0 || before.EndsWith("các", StringComparison.Ordinal) || before.EndsWith(',') || before.EndsWith(" và", StringComparison.Ordinal)
                    || before.EndsWith('/') || before.EndsWith("từng", StringComparison.Ordinal))
                {
                    return true;
                }
            }

            if (at <= 0)
            {
                break;
            }
        }

        return false;
    }

    private const string Plural = "các";

    /// <summary>The blank and the noun after "các": "các | chủ đầu tư" holds no action; 0 where none stands there.</summary>
    private static int PluralHead(string canon, int start) =>
        AgencyWords.NotHeads.LengthAt(canon, start + Plural.Length + 1) > 0 ? 0
        : AgencyWords.Heads.LengthAt(canon, start + Plural.Length + 1) is > 0 and var length ? length + 1 : 0;

    private static bool StartsWithPlural(string canon, int at) => canon.AsSpan(at).StartsWith("các ", StringComparison.Ordinal);

    private static int HeadLength(string text, string canon, int at)
    {
        if (StartsWithPlural(canon, at))
        {
            return Plural.Length;
        }

        if (Staff.LengthAt(canon, at) is > 0 and var staff)
        {
            var post = at + staff + 1;
            return FollowedByCapital(text, at + staff) || AgencyWords.Fields.LengthAt(canon, post) > 0 ? staff : 0;
        }

        var length = AgencyWords.Heads.LengthAt(canon, at);
        if (length == 0 || AgencyWords.NotHeads.LengthAt(canon, at) > length)
        {
            return 0;
        }

        var isProperOnly = canon.Substring(at, length) is "hội" or "báo" or "viện" or "vụ" or "cục" or "bộ" or "ban" or "đoàn";
        return isProperOnly && !char.IsUpper(text[at]) && canon.AsSpan(at).StartsWith("hội đồng", StringComparison.Ordinal) ? length
            : isProperOnly && !char.IsUpper(text[at]) && !FollowedByCapital(text, at + length) && canon.Substring(at, length) is not ("hội" or "ban" or "đoàn") ? 0 : length;
    }

    /// <summary>Officials of a commune who act as a body does, where their field follows: "công chức Tư pháp - Hộ tịch", "cán bộ Dân số".</summary>
    private static readonly PhraseSet Staff = PhraseSet.Of(["cán bộ", "công chức", "cán bộ, công chức", "công chức phụ trách", "cán bộ phụ trách", "bộ phận"]);

    private static bool FollowedByCapital(string text, int at) => at + 1 < text.Length && char.IsUpper(text[at + 1]);

    /// <summary>Where the next item begins if a separator stands at a position; -1 if none does.</summary>
    private static int AfterSeparator(string text, string canon, int at, int end)
    {
        if (at >= end)
        {
            return -1;
        }

        var next = at;
        if (text[at] is ',' or ';' or '\n' || (text[at] == '/' && at > 0))
        {
            next = SkipBlanks(text, at + 1, end);
            var and = AfterAnd(canon, next - 1);
            next = and >= 0 ? and : next;
            return next < end ? next : -1;
        }

        if (text[at] == ' ')
        {
            next = AfterAnd(canon, at);
            return next >= 0 && next < end ? next : -1;
        }

        return -1;
    }

    /// <summary>The position after " và " that begins at a blank; -1 where none does.</summary>
    private static int AfterAnd(string canon, int at)
    {
        foreach (var and in (string[])[" và ", " & ", " cùng với ", " cùng ", " - và "])
        {
            if (at >= 0 && at + and.Length <= canon.Length && string.CompareOrdinal(canon, at, and, 0, and.Length) == 0)
            {
                return at + and.Length;
            }
        }

        return -1;
    }

    /// <summary>The colon of "các Sở: Nội vụ, Tài chính".</summary>
    private static bool OpensList(string canon, int start, int at) =>
        canon[at] == ':' && canon[start..at].TrimEnd() is "các sở" or "sở" or "các ban" or "các bộ" && AgencyWords.Fields.LengthAt(canon, Math.Min(at + 2, canon.Length)) > 0;

    /// <summary>"các Sở: Nội vụ, Tài chính" names "Sở Nội vụ" and "Sở Tài chính".</summary>
    private static void AddExpanded(List<AgencyToken> agencies, AgencyToken item, string text, string canon)
    {
        var form = Canon.Form(item.Name);
        var colon = form.IndexOf(':');
        if (colon > 0 && form[..colon].Trim() is "các sở" or "sở" or "các ban" or "các bộ")
        {
            var head = form[..colon].Replace("các", "").Trim();
            var rest = item.Name[(colon + 1)..].Trim();
            agencies.Add(item with { Name = char.ToUpperInvariant(head[0]) + head[1..] + " " + rest });
            return;
        }

        var isShort = agencies.Count > 0 && AgencyWords.Fields.LengthAt(form, 0) == form.Length && Canon.Form(agencies[^1].Name) is var last
            && last.StartsWith("sở ", StringComparison.Ordinal) && char.IsUpper(item.Name[0]) && HeadLength(text, canon, item.Start) == 0;
        agencies.Add(isShort ? item with { Name = "Sở " + item.Name } : item);
    }

    private static string Clean(string name)
    {
        var open = name.EndsWith(')') ? name.LastIndexOf('(') : -1;
        var whole = open > 0 && Array.Exists(Asides, a => Canon.Form(name[(open + 1)..]).StartsWith(a, StringComparison.Ordinal)) ? name[..open] : name;
        return string.Join(' ', whole.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>What brackets after a name say of its part in the plan is no part of the name.</summary>
    private static readonly string[] Asides = ["cơ quan ", "là cơ quan", "đơn vị đầu mối", "đơn vị chủ trì", "thường trực", "đầu mối", "chủ trì", "phối hợp"];

    private static bool IsWordStart(string canon, int at) => at == 0 || !char.IsLetterOrDigit(canon[at - 1]);

    private static int SkipBlanks(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
