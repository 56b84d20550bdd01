using System.Globalization;
using System.Text.RegularExpressions;
using Plans.Extraction.Catalogues;
using Plans.Extraction.Language;
using Plans.Extraction.Reading;
using Plans.Extraction.Sections;

namespace Plans.Extraction.Head;

/// <summary>The issuing body (tên cơ quan ban hành), written out.</summary>
internal static partial class IssuerReader
{
    private static readonly string[] AgencyStarts =
    [
        "ủy ban nhân dân", "ubnd", "hội đồng nhân dân", "hđnd", "sở ", "bộ ", "ban ", "cục ", "chi cục ", "tổng cục ", "phòng ", "thủ tướng", "chính phủ", "tỉnh ủy",
        "thành ủy", "huyện ủy", "thị ủy", "quận ủy", "đảng ủy", "công an", "trung tâm", "bộ chỉ huy", "đoàn ", "hội ", "liên đoàn", "văn phòng", "bảo hiểm", "kho bạc",
        "ngân hàng", "viện ", "trường ", "ủy ban", "ban chỉ đạo", "thành đoàn", "tỉnh đoàn", "chi cục", "thanh tra", "chủ tịch ủy ban nhân dân", "chủ tịch ubnd", "thường trực", "tòa án", "liên minh", "bệnh viện", "học viện", "đại học", "công ty", "tổng công ty", "tập đoàn", "hạt kiểm lâm", "đài ", "mặt trận tổ quốc",
    ];

    [GeneratedRegex(@"^(?<who>[^,;:]{3,120}?)\s(?:xây dựng|ban hành|đề ra|triển khai|quyết định|yêu cầu|lập|hướng dẫn)(?=\s|$)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex IssuingSentence();

    [GeneratedRegex(@"(?:^|\s)của\s(?<who>[^,;:()]+)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex OfWhom();

    /// <summary>Whether a line begins with the name of an issuing body.</summary>
    public static bool StartsAgency(string canon) => AgencyStarts.Any(s => canon.StartsWith(s, StringComparison.Ordinal)) || canon.StartsWith("bộ trưởng", StringComparison.Ordinal)
        || canon.StartsWith("chủ tịch", StringComparison.Ordinal) || canon.StartsWith("giám đốc", StringComparison.Ordinal);

    /// <summary>"ủy" before "ban nhân dân": words that are no body by themselves and begin one with the words below.</summary>
    public static bool IsBeginning(string line, string next) =>
        AgencyStarts.Any(s => s.StartsWith(line + " ", StringComparison.Ordinal) && (line + " " + next) is var joined && (joined.StartsWith(s, StringComparison.Ordinal) || s.StartsWith(joined, StringComparison.Ordinal)));

    public static bool IsCentral(string issuer) =>
        Canon.Form(issuer) is var form && ((form.StartsWith("bộ ", StringComparison.Ordinal) && !form.StartsWith("bộ chỉ huy", StringComparison.Ordinal))
            || Array.Exists(CentralStarts, c => form.StartsWith(c, StringComparison.Ordinal)) || Array.Exists(CentralWords, c => form.Contains(c, StringComparison.Ordinal)));

    private static readonly string[] CentralStarts =
        ["thủ tướng", "chính phủ", "quốc hội", "ủy ban thường vụ quốc hội", "tổng cục", "ngân hàng nhà nước việt nam", "kiểm toán nhà nước", "tòa án nhân dân tối cao", "viện kiểm sát nhân dân tối cao", "bộ chính trị", "ban bí thư"];

    private static readonly string[] CentralWords = ["chính phủ", "trung ương", "/cp", "quốc gia", "tổng liên đoàn"];

    public static string? Read(Outline outline, string? appendixNote)
    {
        var fromHead = FromHead(outline.Head);
        if (fromHead is not null)
        {
            return Printed(fromHead, outline);
        }

        var sentence = outline.Preamble.Reverse().Select(FromSentence).FirstOrDefault(s => s is not null);
        if (sentence is not null)
        {
            return Expand(sentence);
        }

        return appendixNote is not null && OfWhom().Matches(appendixNote).LastOrDefault() is { } match ? Expand(match.Groups["who"].Value.Trim()) : null;
    }

    /// <summary>"XV80": the typist's mark, which a copy put among the words of the head.</summary>
    [GeneratedRegex(@"^[a-z]{1,3}\d{1,3}$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex TypistCode();

    /// <summary>The lines above the number: the superior agency first, the issuer below it, its place after it.</summary>
    private static string? FromHead(IReadOnlyList<Line> head)
    {
        string? issuer = null;
        var numberAt = head.TakeWhile(l => !l.Canon.StartsWith("số", StringComparison.Ordinal)).Count();
        foreach (var (at, line) in head.TakeWhile(l => !DocumentParts.IsTypeLine(l)).Index())
        {
            if (issuer is not null && at > numberAt)
            {
                break;
            }

            var canon = WithoutMotto(line.Canon);
            var besideMotto = canon.Length > 0 && canon.Length < line.Canon.TrimEnd().Length;
            var besideNumber = at == 0 && numberAt == 1 && StartsAgency(canon);
            if (canon.Length == 0 || !(besideMotto || besideNumber || line.Slice(0, Math.Min(canon.Length, line.Text.Length)).IsUpper))
            {
                continue;
            }

            canon = WithoutSuperior(canon);
            var startsAgency = AgencyStarts.Any(s => canon.StartsWith(s, StringComparison.Ordinal));
            if (startsAgency)
            {
                issuer = canon;
            }
            else if (issuer is not null && !canon.StartsWith("số", StringComparison.Ordinal) && !canon.StartsWith("độc lập", StringComparison.Ordinal) && !canon.Contains(", ngày", StringComparison.Ordinal))
            {
                issuer += " " + canon;
            }
        }

        return issuer is null ? null : WithPlace(string.Join(' ', issuer.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !TypistCode().IsMatch(w))).Trim(' ', '-', '_', '*', ':'), head);
    }

    /// <summary>An authority without its place ("ỦY BAN NHÂN DÂN" above "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH VĨNH LONG") has the place of the line below the title.</summary>
    private static string WithPlace(string issuer, IReadOnlyList<Line> head)
    {
        if (OfParty(issuer, head) is { } party)
        {
            return party;
        }

        if (issuer is not ("ủy ban nhân dân" or "ubnd" or "hội đồng nhân dân" or "ủy ban nhân dân tỉnh" or "ủy ban nhân dân thành phố"))
        {
            return issuer;
        }

        var start = issuer + " ";
        return head.Where(l => IsMostlyUpper(l.Text)).Select(l => l.Canon.IndexOf(start, StringComparison.Ordinal) is >= 0 and var at ? WithoutMotto(l.Canon[at..]) : null)
            .FirstOrDefault(named => named is not null && Provinces.NamedIn(named) is not null) ?? issuer;
    }

    /// <summary>"ĐẢNG BỘ TỈNH CÀ MAU" above "TỈNH ỦY" or "BAN CHẤP HÀNH": the Party's organisation names the place.</summary>
    private static string? OfParty(string issuer, IReadOnlyList<Line> head)
    {
        if (!Array.Exists(PartyBodies, b => b == issuer) || head.FirstOrDefault(l => l.Canon.StartsWith(PartyOf, StringComparison.Ordinal)) is not { } above)
        {
            return null;
        }

        var organisation = WithoutMotto(above.Canon);
        var place = Array.Find(PartyLevels, l => organisation.StartsWith(PartyOf + l, StringComparison.Ordinal)) is { } level ? organisation[(PartyOf.Length + level.Length)..] : organisation[PartyOf.Length..];
        return issuer.StartsWith("ban ", StringComparison.Ordinal) ? $"{issuer} {organisation}" : $"{issuer} {place}";
    }

    private const string PartyOf = "đảng bộ ";

    private static readonly string[] PartyBodies = ["tỉnh ủy", "thành ủy", "huyện ủy", "thị ủy", "quận ủy", "đảng ủy", "ban chấp hành", "ban thường vụ"];

    private static readonly string[] PartyLevels = ["tỉnh ", "thành phố ", "huyện ", "thị xã ", "quận "];

    /// <summary>Also where the letters with marks stayed small, as in fonts whose capitals were another font.</summary>
    public static bool IsMostlyUpper(string text) => text.Count(char.IsUpper) * 2 > text.Count(char.IsLetter);

    /// <summary>"UBND TỈNH BẾN TRE SỞ Y TẾ" in one line: the issuer is the body named last, under its superior.</summary>
    private static string WithoutSuperior(string canon)
    {
        var below = Below.Select(b => canon.IndexOf(b, StringComparison.Ordinal)).Where(i => i > 0).DefaultIfEmpty(-1).Min();
        var isSuperior = canon.StartsWith("ubnd ", StringComparison.Ordinal) || canon.StartsWith("ủy ban nhân dân ", StringComparison.Ordinal) || canon.StartsWith("bộ ", StringComparison.Ordinal);
        return below > 8 && isSuperior ? canon[(below + 1)..] : canon;
    }

    private static readonly string[] Below = [" sở ", " chi cục ", " phòng ", " ban quản lý ", " trung tâm "];

    private static string WithoutMotto(string canon)
    {
        foreach (var motto in (string[])["cộng hòa xã hội", "cộng hoà xã hội", "độc lập", "đảng cộng sản"])
        {
            var at = canon.IndexOf(motto, StringComparison.Ordinal);
            canon = at >= 0 ? canon[..at] : canon;
        }

        return canon.Trim(' ', '-', '_', '*');
    }

    /// <summary>The issuer in the letters that the text itself uses; else with the initials of its names raised.</summary>
    private static string Printed(string canon, Outline outline)
    {
        var written = Expand(canon);
        var form = Canon.Form(written);
        foreach (var line in outline.Preamble.Concat(outline.All().SelectMany(s => s.Units).Select(u => u.Body)))
        {
            var at = line.Canon.IndexOf(form, StringComparison.Ordinal);
            if (at >= 0 && !line.Slice(at, at + form.Length).IsUpper)
            {
                var printed = line.Text.Substring(at, form.Length);
                return char.ToUpper(printed[0], CultureInfo.InvariantCulture) + printed[1..];
            }
        }

        return Names.Raise(written);
    }

    private static string? FromSentence(Line line)
    {
        var match = IssuingSentence().Match(line.Canon);
        if (!match.Success || !AgencyStarts.Any(s => match.Groups["who"].Value.StartsWith(s.Trim(), StringComparison.Ordinal)))
        {
            return null;
        }

        return line.Text.Substring(match.Groups["who"].Index, match.Groups["who"].Length).Trim();
    }

    private static string Expand(string printed)
    {
        var canon = Canon.Form(printed);
        return canon.StartsWith("ubnd", StringComparison.Ordinal) ? "Ủy ban nhân dân" + printed[4..]
            : canon.StartsWith("hđnd", StringComparison.Ordinal) ? "Hội đồng nhân dân" + printed[4..]
            : printed;
    }
}
