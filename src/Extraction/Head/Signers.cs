using System.Text.RegularExpressions;
using Plans.Extraction.Language;
using Plans.Extraction.Reading;

namespace Plans.Extraction.Head;

/// <summary>Who signed, and in which role (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7).</summary>
internal static partial class Signers
{
    private static readonly string[] Roles =
    [
        "phó chủ tịch thường trực", "phó chủ tịch", "chủ tịch", "phó giám đốc", "giám đốc", "quyền giám đốc", "phó bí thư thường trực", "phó bí thư", "bí thư",
        "phó thủ tướng", "thủ tướng", "thứ trưởng", "bộ trưởng", "phó trưởng ban", "trưởng ban", "phó chánh văn phòng", "chánh văn phòng",
        "phó trưởng phòng", "trưởng phòng", "phó cục trưởng", "cục trưởng", "phó chi cục trưởng", "chi cục trưởng", "hiệu trưởng", "phó hiệu trưởng",
        "phó tổng cục trưởng", "tổng cục trưởng", "chánh thanh tra", "phó chánh thanh tra", "tổng giám đốc", "chủ nhiệm", "phó chủ nhiệm", "viện trưởng",
        "phó thống đốc", "thống đốc", "chỉ huy trưởng", "trưởng công an",
    ];

    [GeneratedRegex(@"^(?:(?:TS|ThS|PGS|GS|BS|CN|KS)\.?\s?)*(?:(?:Đại|Thượng|Trung|Thiếu) (?:tá|tướng)\s)?\p{Lu}[\p{L}'’]*(?:[\s-]+\p{Lu}['’]?\p{L}*){1,5}$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex NamePattern();

    /// <summary>Two to six words that each begin with a capital, and nothing else.</summary>
    public static bool IsName(Line line) => !line.IsUpper && NamePattern().IsMatch(line.Text);

    public static bool IsRole(string canon) => RoleIn(canon) is not null && canon.Length < 60;

    /// <summary>The signer and the role in the lines after the body; both null where the copy bears no signature.</summary>
    public static (string? Name, string? Role) Of(IReadOnlyList<Line> signature)
    {
        string? role = null;
        string? name = null;
        var inRecipients = false;
        var besideRecipients = false;
        foreach (var line in signature.SelectMany(HeadLines.AtBars).Where(l => l.Text.Length > 0).SelectMany(Apart))
        {
            var isBullet = line.Text[0] is '-' or '+' or '*' or '•' or '–';
            if (line.Canon.StartsWith("nơi nhận", StringComparison.Ordinal))
            {
                inRecipients = true;
            }
            else if (!isBullet && (line.IsUpper || Roles.Contains(line.Canon)) && RoleIn(line.Canon) is { } found)
            {
                role = IsDelegation(line.Canon) ? role : found;
                inRecipients = false;
            }
            else if (!isBullet && NamePattern().IsMatch(line.Text) && (!inRecipients || role is not null))
            {
                name ??= line.Text;
            }
            else if (isBullet && RoleBeside().Match(line.Text) is { Success: true } beside && RoleIn(Canon.Form(beside.Value)) is { } roleBeside)
            {
                role = IsDelegation(Canon.Form(beside.Value)) ? role : roleBeside;
                besideRecipients = true;
            }
            else if (isBullet && besideRecipients && NameBeside().Match(line.Text) is { Success: true } named)
            {
                name ??= named.Value;
            }
        }

        return name is null ? (null, null) : (name, role);
    }

    /// <summary>"- Các sở, ban, ngành; PHÓ CHỦ TỊCH": the right column of a copy that wrote recipients and signature line by line.</summary>
    [GeneratedRegex(@"(?<=[;.,)]\s+)(?:(?:KT|TM|TL|TUQ|K/T|T/M|T/L)[./]?\s)?\p{Lu}{2}[\p{Lu}\s]{3,}$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex RoleBeside();

    /// <summary>"- Lưu: VT, KT. Nguyễn Văn An", where the role stood beside the recipients too.</summary>
    [GeneratedRegex(@"(?<=[;.,]\s+)\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}*){1,4}$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex NameBeside();

    /// <summary>A cell's "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Nguyễn Văn A" in one line: the capitals and the name are two lines.</summary>
    private static IEnumerable<Line> Apart(Line line)
    {
        if (GluedName().Match(line.Text) is { Success: true } glued)
        {
            return [line.Slice(0, glued.Groups["name"].Index), line.Slice(glued.Groups["name"].Index, line.Text.Length).Trim()];
        }

        var at = line.Text.Length;
        while (at > 0 && line.Text.LastIndexOf(' ', at - 1) is >= 0 and var blank && line.Text[(blank + 1)..at].Any(char.IsLower))
        {
            at = blank;
        }

        var isBoth = at > 4 && at < line.Text.Length && line.Slice(0, at).IsUpper && RoleIn(Canon.Form(line.Text[..at])) is not null;
        return isBoth ? [line.Slice(0, at).Trim(), line.Slice(at, line.Text.Length).Trim()] : [line];
    }

    /// <summary>"PHÓ CHỦ TỊCHNguyễn Văn An": the blank between the role and the name was lost.</summary>
    [GeneratedRegex(@"^[\p{Lu}\s.]*\p{Lu}{2}(?<name>\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}*){1,5})\s*$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex GluedName();

    /// <summary>"KT. CHỦ TỊCH" alone names whose place is taken, not the role of the person who signs.</summary>
    private static bool IsDelegation(string canon) => Roles.Any(r =>
        canon.Length <= r.Length + 6 && canon.EndsWith(r, StringComparison.Ordinal) && canon[..^r.Length].Trim(' ', '.', '/') is "kt" or "tl" or "tuq" or "tm" or "k/t" or "t/l" or "t/m");

    private static string? RoleIn(string canon)
    {
        var words = canon.Trim(' ', '.', ',', ':');
        var role = Roles.Where(r => words.EndsWith(r, StringComparison.Ordinal) || words.StartsWith(r, StringComparison.Ordinal))
            .OrderByDescending(r => words.EndsWith(r, StringComparison.Ordinal)).ThenByDescending(r => r.Length).FirstOrDefault();
        if (role is null)
        {
            return null;
        }

        const string deputy = "phó ";
        return role.StartsWith(deputy, StringComparison.Ordinal) ? "Phó " + Raised(role[deputy.Length..]) : Raised(role);
    }

    private static string Raised(string role) => char.ToUpperInvariant(role[0]) + role[1..];
}
