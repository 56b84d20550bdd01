using System.Text.RegularExpressions;

namespace Plans.Extraction.Targets;

/// <summary>Words the indicator: what is counted, without number, comparator and verbs of striving.</summary>
internal static partial class IndicatorWords
{
    private const string YearPhrase = @"(?:(?:đến|vào|trong|tới|hết|cuối|đến hết|đến cuối|từ)\s+)?(?:hết |cuối )?năm\s*(?:19|20)\d{2}(?:\s?[,:]|(?=\s|$))";

    [GeneratedRegex(@"^(?:[\s\-–+*•,:;.""“”]+|(?:phấn đấu|đảm bảo|bảo đảm|góp phần|duy trì|nâng(?! cấp| cao)|giữ|đưa|tiếp tục|trong đó|và|với|có|cho|gồm|bao gồm|cụ thể|hàng năm|hằng năm|mỗi năm|bình quân|bình quân mỗi năm|trung bình|riêng|trong năm|ít nhất|tối thiểu|đôn đốc|đồng thời|từng bước|tập trung|ổn định|dự kiến|nâng cao|tăng(?! cường| trưởng)|giảm(?! nghèo| thiểu)|kéo giảm|hạ(?! tầng)|đạt|thêm|là|để|nhằm|khoảng|trên|dưới|tối đa|toàn tỉnh|toàn huyện|toàn xã|toàn thành phố|toàn quốc|toàn ngành|cả nước|cả giai đoạn|tất cả)(?=[\s,:])|" + YearPhrase + @"|(?:trong |cả )?giai đoạn\s+(?:19|20)\d{2}\s?[-–]\s?(?:19|20)\d{2}[\s,:]|(?:trước|đến|từ)(?: ngày)? \d{1,2}/\d{1,2}(?:/\d{4})?[\s,:]|(?:trước|trong|đến) (?:tháng|quý) [\dIVX]+(?:/\d{4})?[\s,:]|(?:đến|tới) (?:19|20)\d{2}[\s,:]|(?:chỉ tiêu|mục tiêu) \d{1,2}\s?[:.])+", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex LeadIn();

    [GeneratedRegex(@"(?:[\s\-–,:;.(""“]+|(?<=\s)(?:đạt|là|lên|còn|xuống|xuống còn|(?<!tốc độ |cắt |kéo |tinh |tiết )giảm|rút ngắn|(?<!tốc độ )tăng|giảm còn|tăng lên|chiếm|cho|ở mức|mức|mức thấp|ở mức thấp|(?<!mặt )bằng|với|tỷ lệ|đạt tỷ lệ|đạt mức|thêm|được|từ|phấn đấu|dự kiến|khoảng|trên|dưới|đến|có|tối thiểu|ít nhất|(?<=(?:tăng|giảm|đạt|nâng|hạ)\s)bình quân|bình quân(?=\s(?:tăng|giảm|mỗi|hằng|hàng|1|một|năm))|phải|hằng năm|hàng năm|mỗi năm|duy trì|duy trì ở mức|bình quân hằng năm|ước|ước đạt|khống chế|về|và|thấp|cao(?=\s(?:hơn|nhất))|hơn|không quá|gấp|(?<=(?:tăng|giảm|đạt|nâng|hạ)\s)trung bình|trung bình(?=\s(?:tăng|giảm|mỗi|hằng|hàng|1|một|năm))|hàng năm|lần lượt|không)(?=[\s,:]|$)|(?<=\s)(?:trong |cả )?giai đoạn\s+(?:19|20)\d{2}\s?[-–]\s?(?:19|20)\d{2}|(?<=\s)" + YearPhrase + @")+$", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex LinkOut();

    /// <summary>
    /// The indicator of a clause; null where the clause gives none of its own. A counted noun is part of it ("02 lớp tập huấn"), a unit of measure
    /// is not ("trồng mới 500 ha rừng").
    /// </summary>
    public static string? Of(Clause clause)
    {
        var unit = clause.Line.Text[clause.Number.UnitStart..clause.Number.UnitEnd];
        var percent = clause.Number.Number.Percent;
        var measures = clause.Number.Unit == Catalogues.UnitKind.Measure || unit.Contains('/');
        var hasLink = HasLink(clause.LeftCanon);
        var right = RightWords.Of(clause.Right, clause.Number.Unit, percent);
        var left = LeftWords.EndsBefore(clause.LeftCanon) && right.Length > 0 ? "" : CleanLeft(percent && LeftWords.IsApart(clause.LeftCanon) ? clause.Left : WithoutOrganiser(LeftWords.WithoutAmount(clause.Left)), percent && !hasLink && right.Length > 0);
        left = Scale().Replace(WithoutMean(left, clause), "");
        left = left.EndsWith(Steady, StringComparison.Ordinal) && clause.LeftCanon.TrimEnd().EndsWith(Steady, StringComparison.Ordinal) ? left[..^Steady.Length] : left;
        var verbOnly = left.Length == 0 || DoingVerbs.IsRun(Language.Canon.Form(left));
        if (!verbOnly && !hasLink && !(percent && right.Length == 0) && TailVerb(left) is { } tail)
        {
            (left, verbOnly) = (tail, true);
        }

        left = verbOnly || SharedHead().IsMatch(left) ? left : left[DoingVerbs.LastClause(Language.Canon.Form(left))..];

        if (left.Length == 0 && right.Length == 0 && clause.Parent >= 0 && clause.Left.Trim(' ', '-', '+', ',', ':', '(') is { Length: > 2 } bare && DoingVerbs.WithoutGeneric(bare, makes: false).Length == bare.Length)
        {
            var words = LinkOut().Replace(" " + bare, "").Trim();
            return words.Length > 2 ? words : words.Length == 0 ? null : bare;
        }

        if (verbOnly && hasLink && right.Length == 0 && Mean().Match(clause.Left) is { Success: true } mean)
        {
            return mean.Groups["of"].Value;
        }

        if (unit.Contains('/') && hasLink && right.Length == 0 && Mean().Match(clause.Left) is { Success: true } ratio)
        {
            return ratio.Groups["of"].Value;
        }

        if (left.Equals("tổng số", StringComparison.OrdinalIgnoreCase))
        {
            return Join(Join(left, unit), right);
        }

        if (verbOnly)
        {
            var said = DoingVerbs.WithoutGeneric(left, clause.Number.Unit is Catalogues.UnitKind.Output or Catalogues.UnitKind.Body).Trim();
            if (percent)
            {
                return NullIfEmpty(Join(DoingVerbs.WithoutProviding(said), right)) ?? NullIfEmpty(said);
            }

            if (right.Length == 0 && said.Length > 0 && clause.Number.Unit == Catalogues.UnitKind.People && EndsWithFor(clause.LeftCanon))
            {
                return Words(said) > 2 || Words(unit) > 3 ? said : Join(said, unit);
            }

            return right.Length > 0 ? Join(said, measures ? right : Join(unit, right)) : left.Length == 0 && measures && clause.Number.Unit == Catalogues.UnitKind.Measure ? null : (measures && (said.Length > 0 || clause.Number.Unit == Catalogues.UnitKind.Measure) ? said : Join(said, unit)) is { Length: > 0 } counted ? counted : null;
        }

        if (percent && right.Length > 0 && clause.LeftCanon.TrimEnd().EndsWith(" chiếm", StringComparison.Ordinal) && left.Split(' ').Length <= 4)
        {
            return left + " chiếm " + right;
        }

        if (percent && clause.LeftCanon.TrimEnd().EndsWith(':') && SharedPredicates.In(right).Length > 0 && !Measure().IsMatch(left))
        {
            return right;
        }

        if (percent && right.Length > 0 && Reaches().IsMatch(clause.LeftCanon))
        {
            return left + " đến " + right;
        }

        if (hasLink || right.Length == 0)
        {
            var isThing = !hasLink && !measures && !(Classifiers.Contains(unit) && !DoingVerbs.BeginsAt(Language.Canon.Form(left), 0)) && clause.Number.Unit is Catalogues.UnitKind.Output or Catalogues.UnitKind.Body && !EndsWithFor(clause.LeftCanon);
            return isThing ? Join(left, unit) : WithoutActor(left, clause);
        }

        var joint = EndsWithFor(clause.LeftCanon) ? left + " cho" : left;
        return percent || measures ? Join(joint, right) : Join(Join(joint, unit), right);
    }

    /// <summary>"Đàn bò ổn định 1.800 con": how it is kept, where nothing but the number follows.</summary>
    private const string Steady = " ổn định";

    /// <summary>After a mere label ("Bảo hiểm xã hội: 30% lao động tham gia …") the words behind the number say what is counted; a measure says it itself.</summary>
    [GeneratedRegex(@"^(?:cơ cấu|tỷ|tỉ|số|mức|chỉ số|độ|tổng|diện tích|sản lượng|tốc độ)\s", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex Measure();

    /// <summary>Of "giảm tỷ lệ hộ nghèo bình quân 1,5%/năm" the mean is the change's, of "ngày lưu trú bình quân" the indicator's.</summary>
    private static string WithoutMean(string left, Clause clause)
    {
        var changes = clause.Comparator is "+" or "-" || clause.LeftCanon.Contains("giảm", StringComparison.Ordinal) || clause.LeftCanon.Contains("tăng ", StringComparison.Ordinal) || clause.RightCanon.Contains("/năm", StringComparison.Ordinal);
        return !changes ? left : left.EndsWith(" bình quân", StringComparison.Ordinal) ? left[..^" bình quân".Length] : left.EndsWith(" trung bình", StringComparison.Ordinal) ? left[..^" trung bình".Length] : left;
    }

    /// <summary>"Bình quân toàn huyện đạt 7,5 tiêu chí/xã": the mean itself is what is counted.</summary>
    [GeneratedRegex(@"^[\s\-+*]*(?<of>(?:bình quân|trung bình) (?!mỗi năm|hằng năm|hàng năm|năm)[\p{L} ]{3,40}?)\s(?:đạt|là|còn)\s", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex Mean();

    /// <summary>"Tổ chức hội chợ, quy mô 250 gian hàng": how large it is says nothing of what is counted.</summary>
    [GeneratedRegex(@"^.*,\s(?:với |có )?(?:quy mô|sự tham gia của|số lượng)$", RegexOptions.IgnoreCase | RegexOptions.Singleline, RegexLimit.Milliseconds)]
    private static partial Regex Scale();

    /// <summary>A head of several indicators without its year and linking words.</summary>
    public static string Clean(string head) => CleanLeft(head);

    private static bool HasLink(string leftCanon)
    {
        var end = leftCanon.TrimEnd();
        return end.EndsWith(':') || (!end.EndsWith("mặt bằng", StringComparison.Ordinal) && ((string[])["đạt", "là", "lên", "còn", "chiếm", "mức", "xuống", "bằng", "tỷ lệ", "tăng", "giảm", "rút ngắn", "thấp", "đến"])
            .Any(w => end.EndsWith(" " + w, StringComparison.Ordinal)));
    }

    /// <summary>"Các cơ sở … tổ chức đào tạo mới" counts what is done, not by whom.</summary>
    private static string WithoutActor(string left, Clause clause)
    {
        var canon = Language.Canon.Form(left);
        if (!canon.StartsWith("các ", StringComparison.Ordinal) && !canon.StartsWith("sở ", StringComparison.Ordinal))
        {
            return left;
        }

        var (agencies, end) = Language.AgencyGrammar.Leading(left, canon, 0, left.Length);
        var rest = end < left.Length ? left[end..].Trim(' ', ',') : "";
        const string organise = "tổ chức ";
        if (agencies.Count == 0 || !rest.StartsWith(organise, StringComparison.OrdinalIgnoreCase) || clause.LeftCanon.Contains("tỷ lệ", StringComparison.Ordinal))
        {
            return left;
        }

        return rest[organise.Length..];
    }

    private static string CleanLeft(string left, bool saysAfter = false)
    {
        left = FromLevel().Replace(FromYearOn(left, saysAfter), "");
        var aim = Aim().Matches(left).LastOrDefault();
        var text = LeadIn().Replace((aim is null ? left : left[(aim.Index + 1)..]).Trim(), "").Trim();
        text = LinkOut().Replace(" " + text, "").Trim();
        text = LeadIn().Replace(text + " ", "").Trim().TrimEnd(',', ':', ';', ' ');
        var colon = text.LastIndexOf(": ", StringComparison.Ordinal);
        return colon > 0 && text.Length - colon > 6 && !SharedHead().IsMatch(text) ? LeadIn().Replace(text[(colon + 2)..] + " ", "").Trim() : text;
    }

    /// <summary>"Tỷ lệ hộ nghèo giảm từ 12,5% (xuống 4,2%)": where it starts from is the baseline's.</summary>
    [GeneratedRegex(@"(?<=\p{L})\s(?:(?:tăng|giảm|nâng|hạ|kéo giảm|rút ngắn)\stừ\s(?:mức\s)?(?:(?:trên|dưới|gần|hơn|khoảng)\s)?\d|(?<!tuổi\s)từ\s(?:mức\s)?(?:(?:trên|dưới|gần|hơn|khoảng)\s)?\d[\d,.]*\s?%)(?!.*(?:tuổi|trở lên|sao|tháng)).*$", RegexOptions.IgnoreCase | RegexOptions.Singleline, RegexLimit.Milliseconds)]
    private static partial Regex FromLevel();

    /// <summary>
    /// "Bê tông hóa đường liên xã, đến năm 2010 hoàn thành": what is counted stands after the year, or before it where only a verb follows.
    /// </summary>
    /// <param name="saysAfter">Whether the number is followed by what it counts: "…, đến năm 2010 có 75% làng đạt chuẩn".</param>
    private static string FromYearOn(string left, bool saysAfter)
    {
        if (UntilYear().Matches(left).LastOrDefault() is not { } until)
        {
            return left;
        }

        var own = LinkOut().Replace(" " + left[(until.Index + until.Length)..], "").Trim(' ', ',', ':');
        var isBare = own.Length == 0 || (DoingVerbs.IsRun(Language.Canon.Form(own)) && !own.Contains(','));
        return isBare ? saysAfter ? "" : left[..until.Index] : left[(until.Index + until.Length)..];
    }

    [GeneratedRegex(@"(?<=\p{L}\s?),\s(?:phấn đấu )?(?:đến|tới)(?: hết| cuối)? năm (?:19|20)\d{2},?(?=\s)", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex UntilYear();

    /// <summary>"phủ sóng 5G đến 100% khu công nghiệp", not "tăng từ … đến 60%".</summary>
    [GeneratedRegex(@"^(?!.*(?:tăng|nâng|giảm|tỷ lệ|\stừ\s)).*\sđến\s$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Reaches();

    /// <summary>"Giao Viện Kiểm sát nhân dân phối hợp tổ chức xét xử …", "Chủ trì, phối hợp với các sở tổng kiểm tra …": who does it is not what is counted.</summary>
    private static string WithoutOrganiser(string left)
    {
        var canon = Language.Canon.Form(left);
        var start = canon.Length - canon.TrimStart(' ', '-', '+', '*').Length;
        var request = Assignments.AgencySections.RequestLength(canon[start..]);
        if (request > 0 && Skip(left, canon, start + request) is > 0 and var afterAgency)
        {
            start = afterAgency;
        }

        if (start == canon.Length - canon.TrimStart(' ', '-', '+', '*').Length && Skip(left, canon, start) is > 0 and var agencyEnd && Organises().IsMatch(canon, agencyEnd))
        {
            start = agencyEnd;
        }

        while (Organises().Match(canon, start, canon.Length - start) is { Success: true } verb)
        {
            start = verb.Index + verb.Length;
            if (verb.Value.TrimEnd().EndsWith("với", StringComparison.Ordinal))
            {
                start = Skip(left, canon, start) is > 0 and var end ? end : start;
            }
        }

        return start < left.Length ? left[start..] : left;
    }

    private static int Skip(string text, string canon, int from)
    {
        var (agencies, end) = Language.AgencyGrammar.Leading(text, canon, from, text.Length);
        return agencies.Count > 0 ? end : 0;
    }

    [GeneratedRegex(@"\G[\s,]*(?:chủ trì(?:, phối hợp(?: chặt chẽ)?(?: với)?)?|phối hợp(?: chặt chẽ)?(?: với)?)(?=[\s,])\s*", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Organises();

    private static string Join(string a, string b) => (a.Trim() + " " + b.Trim()).Trim();

    /// <summary>"Sở Y tế chủ trì, phối hợp với Hội Phụ nữ tổ chức 36 lớp": only the verb next to the number says what is counted.</summary>
    private static string? TailVerb(string left)
    {
        var canon = Language.Canon.Form(left);
        var tail = left.Length;
        for (var at = left.Length - 1; at > 0; at--)
        {
            var startsWord = left[at - 1] is ' ' or ',';
            if (!startsWord || !DoingVerbs.IsRun(canon[at..]))
            {
                continue;
            }

            var before = canon[..at].TrimEnd();
            var joinsVerbs = DoingVerbs.EndsWithVerb(before.EndsWith("và", StringComparison.Ordinal) ? before[..^2] : before.TrimEnd(','));
            var isNewClause = (!joinsVerbs && (before.EndsWith(',') || before.EndsWith("và", StringComparison.Ordinal))) || before.Contains("phối hợp", StringComparison.Ordinal)
                || before.Contains("chủ trì", StringComparison.Ordinal) || Language.AgencyGrammar.BeginsAt(left, canon, 0);
            tail = isNewClause ? at : tail;
        }

        return tail < left.Length ? left[tail..] : null;
    }

    /// <summary>"Gắn đào tạo với doanh nghiệp, góp phần nâng tỷ lệ …": the aim begins anew after the comma.</summary>
    [GeneratedRegex(@"\snhằm\s(?=(?:giảm|tăng|nâng|đưa|kéo giảm)\s)|,\s(?:phấn đấu|dự kiến|góp phần|bảo đảm|đảm bảo|nâng(?! cao tay nghề)|đưa|duy trì|để|nhằm|kéo giảm|giữ)\s", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex Aim();

    /// <summary>A head that several indicators share stays with them: "Cơ cấu lao động: …".</summary>
    [GeneratedRegex(@"^(?:cơ cấu|tỷ lệ|tỉ lệ|tỷ trọng)", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex SharedHead();

    /// <summary>Nouns that only say what kind of thing is counted: "đàn trâu 45.000 con" counts đàn trâu.</summary>
    private static readonly HashSet<string> Classifiers = ["con", "chiếc", "cái", "cây", "quyển", "cuốn", "tờ", "suất", "viên", "quả", "hộ", "người", "lượt", "điểm"];

    private static int Words(string text) => text.Count(c => c == ' ') + 1;

    private static bool EndsWithFor(string left) => left.TrimEnd().EndsWith(" cho", StringComparison.Ordinal);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
