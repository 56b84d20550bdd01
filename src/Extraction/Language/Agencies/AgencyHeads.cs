using Plans.Extraction.Catalogues;

namespace Plans.Extraction.Language;

/// <summary>The words with which a body's name begins: "Sở", "Ban Quản lý", "các", "Giám đốc Sở".</summary>
internal static class AgencyHeads
{
    private const string Plural = "các";

    /// <summary>The length of the word that opens a name at a position; 0 where none does.</summary>
    public static int HeadLength(string text, string canon, int at)
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

        if (AfterPerson(text, canon, at) is var body && body > at)
        {
            return body - at + HeadLength(text, canon, body);
        }

        var length = AgencyWords.Heads.LengthAt(canon, at);
        if (length == 0 || AgencyWords.NotHeads.LengthAt(canon, at) > length)
        {
            return 0;
        }

        if (canon.Substring(at, length) is "đội" or "tổ")
        {
            return char.IsUpper(text[at]) && FollowedByCapital(text, at + length) ? length : 0;
        }

        var isProperOnly = canon.Substring(at, length) is "hội" or "báo" or "viện" or "vụ" or "cục" or "bộ" or "ban" or "đoàn";
        return isProperOnly && !char.IsUpper(text[at]) && canon.AsSpan(at).StartsWith("hội đồng", StringComparison.Ordinal) ? length
            : isProperOnly && !char.IsUpper(text[at]) && !FollowedByCapital(text, at + length) && canon.Substring(at, length) is not ("hội" or "ban" or "đoàn") ? 0 : length;
    }

    /// <summary>Officials of a commune who act as a body does, where their field follows: "công chức Tư pháp - Hộ tịch", "cán bộ Dân số".</summary>
    private static readonly PhraseSet Staff = PhraseSet.Of(["cán bộ", "công chức", "cán bộ, công chức", "công chức phụ trách", "cán bộ phụ trách", "bộ phận"]);

    private static bool FollowedByCapital(string text, int at) => at + 1 < text.Length && char.IsUpper(text[at + 1]);

    /// <summary>Where the noun of the body itself stands: after "các", and after the person who heads it ("Giám đốc | Sở Y tế", "Thủ trưởng các | sở").</summary>
    public static int BodyAt(string text, string canon, int start)
    {
        var at = start;
        while (true)
        {
            var next = StartsWithPlural(canon, at) && PluralHead(canon, at) > 0 ? at + Plural.Length + 1 : AfterPerson(text, canon, at);
            if (next <= at)
            {
                return at;
            }

            at = next;
        }
    }

    /// <summary>Where the body begins that a person heads; the position itself where none is named there.</summary>
    private static int AfterPerson(string text, string canon, int at) =>
        AgencyWords.Persons.LengthAt(canon, at) is > 0 and var person && at + person + 1 < text.Length && text[at + person] == ' ' && HeadLength(text, canon, at + person + 1) > 0 ? at + person + 1 : at;

    /// <summary>The blank and the noun after "các": "các | chủ đầu tư" holds no action; 0 where none stands there.</summary>
    private static int PluralHead(string canon, int start) =>
        AgencyWords.NotHeads.LengthAt(canon, start + Plural.Length + 1) > 0 ? 0
        : AgencyWords.Heads.LengthAt(canon, start + Plural.Length + 1) is > 0 and var length ? length + 1 : 0;

    public static bool StartsWithPlural(string canon, int at) => canon.AsSpan(at).StartsWith("các ", StringComparison.Ordinal);
}
