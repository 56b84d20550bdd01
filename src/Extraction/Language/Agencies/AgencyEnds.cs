using Plans.Extraction.Catalogues;
using static Plans.Extraction.Language.AgencySeparators;

namespace Plans.Extraction.Language;

/// <summary>Where a name ends and the action begins: "Công an tỉnh | tuần tra", but "Hiệp hội Chăn nuôi tỉnh".</summary>
internal static class AgencyEnds
{
    /// <summary>Whether the action begins at a position.</summary>
    /// <param name="withinVerb">How far a name's own verb reaches ("Chăn nuôi").</param>
    public static bool ActionBegins(string text, string canon, int start, int at, int withinVerb) => IsWordStart(canon, at)
        && (CountedVerb(canon, at) || Organizes(canon, at) || EndsAtLevel(text, canon, start, at)
            || (AgencyWords.Actions.LengthAt(canon, at) > 0 && at >= withinVerb && !IsQualified(canon, at) && !IsInsideName(text, canon, at)));

    /// <summary>"… | tổ chức 36 lớp", "… | mở 18 lớp": before a number these are verbs.</summary>
    private static bool CountedVerb(string canon, int at) => Counting.LengthAt(canon, at) is > 0 and var verb
        && at + verb + 1 < canon.Length && canon[at + verb] == ' ' && char.IsDigit(canon[at + verb + 1]);

    /// <summary>"UBND các xã | tổ chức gặp mặt"; but "các tổ chức tín dụng", "Sở Nội vụ, tổ chức đoàn thể".</summary>
    private static bool Organizes(string canon, int at)
    {
        if (!canon.AsSpan(at).StartsWith(Organize, StringComparison.Ordinal))
        {
            return false;
        }

        var before = canon.AsSpan(0, at).TrimEnd();
        return before.Length > 0 && char.IsLetterOrDigit(before[^1]) && !before.EndsWith("các") && !before.EndsWith(" và") && !before.EndsWith("ban") && !before.EndsWith("phòng") && !before.EndsWith("vụ")
            && !before.EndsWith("những") && !before.EndsWith("mọi") && Organizations.LengthAt(canon, at + Organize.Length) == 0;
    }

    private const string Organize = "tổ chức ";

    /// <summary>What follows "tổ chức" where it is an organisation.</summary>
    private static readonly PhraseSet Organizations = PhraseSet.Of(
    [
        "chính trị", "xã hội", "đoàn", "đoàn thể", "tín dụng", "đảng", "hội", "tôn giáo", "quốc tế", "phi chính phủ", "cá nhân", "kinh tế", "nghề nghiệp", "quần chúng", "khoa học", "hành nghề",
        "sự nghiệp", "công đoàn", "cơ sở", "thanh niên", "phụ nữ", "pháp chế", "cán bộ", "liên quan", "có", "trong", "ngoài", "của", "và", "thành viên", "trực thuộc", "thuộc", "khác", "tư vấn",
        "hợp tác", "dịch vụ", "giáo hội", "nước ngoài", "trung gian", "đại diện", "bộ máy", "hành chính", "nhà nước", "từ thiện", "nhân đạo", "kiểm định", "chứng nhận", "đấu giá", "chính quyền",
    ]);

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
