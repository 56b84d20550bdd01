using Plans.Extraction.Catalogues;
using static Plans.Extraction.Language.AgencySeparators;

namespace Plans.Extraction.Language;

/// <summary>Where a name ends and the action begins: "Công an tỉnh | tuần tra", but "Hiệp hội Chăn nuôi tỉnh".</summary>
internal static class AgencyEnds
{
    /// <summary>Whether the action begins at a position.</summary>
    /// <param name="withinVerb">How far a name's own verb reaches ("Chăn nuôi").</param>
    public static bool ActionBegins(string text, string canon, int start, int at, int withinVerb) => IsWordStart(canon, at)
        && (CountedVerb(canon, at) || EndsAtLevel(text, canon, start, at)
            || (AgencyWords.Actions.LengthAt(canon, at) > 0 && at >= withinVerb && !IsQualified(canon, at) && !IsInsideName(text, canon, at)));

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
}
