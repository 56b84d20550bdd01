using Plans.Extraction.Catalogues;
using static Plans.Extraction.Language.AgencyHeads;
using static Plans.Extraction.Language.AgencySeparators;

namespace Plans.Extraction.Language;

/// <summary>Whether a comma or "và" stands inside one body's name: "Văn hóa, Thể thao và Du lịch", "UBND các huyện, thị xã".</summary>
internal static class AgencyJoins
{
    /// <summary>Whether a separator stands inside one agency's name.</summary>
    public static bool JoinsWithinName(string text, string canon, int start, int at, int next, int end)
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
        if (level > 0 && (char.IsLower(text[next]) || !NamesOne(text, next + level)) && EndsWithBareLevel(soFar))
        {
            return true;
        }

        if (canon[at] == ',' && IsGeneric(canon, next) && soFar.StartsWith("các ", StringComparison.Ordinal) && !text[(start + 1)..at].Replace("Bộ", "", StringComparison.Ordinal).Any(char.IsUpper))
        {
            return true;
        }

        return isAnd && (AgencyWords.Heads.LengthAt(canon, start) == soFar.Length);
    }

    /// <summary>"các phòng chuyên môn, | đơn vị thuộc Sở".</summary>
    private static bool IsGeneric(string canon, int next) => canon.AsSpan(next).StartsWith("đơn vị ", StringComparison.Ordinal) || canon.AsSpan(next).StartsWith("cơ quan ", StringComparison.Ordinal)
        || canon.AsSpan(next).StartsWith("địa phương", StringComparison.Ordinal);

    /// <summary>"Hội | Nông dân" after a comma is one body; "các Sở, Ban, Ngành" are levels with capitals.</summary>
    private static bool NamesOne(string text, int after) => after + 1 < text.Length && text[after] == ' ' && char.IsUpper(text[after + 1]);

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
}
