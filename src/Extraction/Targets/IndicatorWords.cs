using System.Text.RegularExpressions;

namespace Plans.Extraction.Targets;

/// <summary>Words the indicator: what is counted, without number, comparator and verbs of striving.</summary>
internal static partial class IndicatorWords
{
    private const string YearPhrase = @"(?:(?:đến|vào|trong|tới|hết|cuối|đến hết|đến cuối|từ)\s+)?(?:hết |cuối )?năm\s+(?:19|20)\d{2}(?:\s?[,:]|(?=\s|$))";

    [GeneratedRegex(@"^(?:[\s\-–+*•,:;.""“”]+|(?:phấn đấu|đảm bảo|bảo đảm|góp phần|duy trì|nâng(?! cấp| cao)|giữ|đưa|tiếp tục|trong đó|và|với|có|cho|gồm|bao gồm|cụ thể|hàng năm|hằng năm|mỗi năm|bình quân|bình quân mỗi năm|trung bình|riêng|trong năm|ít nhất|tối thiểu|đôn đốc|đồng thời|từng bước|tập trung|ổn định|dự kiến|nâng cao|tăng|giảm|kéo giảm|hạ|đạt|thêm|là|để|nhằm|khoảng|trên|dưới|tối đa|toàn tỉnh|toàn huyện|cả giai đoạn|tất cả)(?=[\s,:])|" + YearPhrase + @"|(?:trong |cả )?giai đoạn\s+(?:19|20)\d{2}\s?[-–]\s?(?:19|20)\d{2}[\s,:]|(?:trước|đến|từ)(?: ngày)? \d{1,2}/\d{1,2}(?:/\d{4})?[\s,:]|(?:trước|trong|đến) (?:tháng|quý) [\dIVX]+(?:/\d{4})?[\s,:]|(?:đến|tới) (?:19|20)\d{2}[\s,:]|(?:chỉ tiêu|mục tiêu) \d{1,2}\s?[:.])+", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex LeadIn();

    [GeneratedRegex(@"(?:[\s\-–,:;.(""“]+|(?<=\s)(?:đạt|là|lên|còn|xuống|xuống còn|(?<!tốc độ )giảm|(?<!tốc độ )tăng|giảm còn|tăng lên|chiếm|cho|ở mức|mức|mức thấp|ở mức thấp|(?<!mặt )bằng|với|tỷ lệ|đạt tỷ lệ|đạt mức|thêm|được|từ|phấn đấu|dự kiến|khoảng|trên|dưới|đến|có|tối thiểu|ít nhất|bình quân|phải|hằng năm|hàng năm|mỗi năm|duy trì|duy trì ở mức|bình quân hằng năm|bình quân đạt|ước|ước đạt|khống chế|về|và|thấp|cao|hơn|không quá|trung bình|hàng năm|không)(?=[\s,:]|$)|(?<=\s)" + YearPhrase + @")+$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex LinkOut();

    [GeneratedRegex(@"(?:^|[\s,])(?:so với|vào năm|đến năm|trong năm|đến hết năm|trước năm|tính đến|/\s?năm|mỗi năm|hằng năm|hàng năm|đến cuối năm|giai đoạn (?:19|20)|trước ngày|vào cuối|năm (?:19|20)|đến (?:19|20)|hoàn thành trước|trong cả giai đoạn|trong (?:quý|tháng|năm học) [\divx]|nhân (?:dịp|ngày)|dịp (?:các|lễ|tết|ngày)|chậm nhất).*$", RegexOptions.IgnoreCase | RegexOptions.Singleline, 1000)]
    private static partial Regex TimeTail();

    [GeneratedRegex(@"^(?:tổ chức thực hiện|tổ chức|xây dựng|xây mới|mở mới|mở|đào tạo|bồi dưỡng|tập huấn|hỗ trợ|lựa chọn|chọn|thành lập|phát triển|trồng mới|trồng|lắp đặt|cấp mới|cấp|thu hút|giải quyết|tuyên truyền|biên soạn|in|in ấn|phát hành|phát sóng|đăng tải|đăng|thực hiện|triển khai|hoàn thành|hoàn thiện|tạo|tạo ra|công nhận|đón|vận động|huy động|sửa chữa|nâng cấp|cải tạo|kiểm tra|thanh tra|đầu tư|đầu tư xây dựng|ban hành|hình thành|củng cố|kiện toàn|thí điểm|tiếp nhận|kết nạp|đưa vào sử dụng|đưa|có thêm|có|tham gia|chứng nhận|xử lý|rà soát|cung cấp|khám|tư vấn|trao|tặng|nhân rộng|mua sắm|trang bị|bố trí|kết nối|tuyển dụng|tuyển sinh|tuyển chọn|số hóa|cắm|xóa|di dời|thu gom|duy tu|khởi công|quy hoạch|mỗi|phấn đấu|công bố|xuất bản|sản xuất|dựng|treo|ứng dụng|áp dụng|thuê|cử|tổ chức được|xét nghiệm|điều tra|khảo sát|sắp xếp|tổ chức cho|phủ sóng|tiêm|chuyển đổi|đăng ký|xây dựng và nhân rộng|xây dựng, nhân rộng|duy trì hoạt động|duy trì|thu hút được|bảo tồn|phục dựng|tu bổ|khôi phục|đặt hàng|giới thiệu|cho vay|giảm nghèo|giúp|đăng phát|phát|đặt|phong tặng|khắc phục|xây dựng thí điểm|phục vụ|cắt|nạo vét|duy tu, sửa chữa|sơn|kẻ|tiến hành|hướng dẫn|truyền dạy|tham mưu|ghi hình|trùng tu|tôn tạo|đón tiếp|phun|chuyển giao)(?=[\s,]|$)(?:\s*,?\s*(?:tổ chức|xây dựng|mở|phát triển|hỗ trợ|thực hiện|triển khai|nâng cấp|cải tạo|sửa chữa|được|mới|thêm|ít nhất|tối thiểu|lắp đặt|và|duy trì|thành công|các|bồi dưỡng|tập huấn)(?=[\s,]|$))*", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ActionVerb();

    /// <summary>
    /// The indicator of a clause; null where the clause gives none of its own. A counted noun is part of it ("02 lớp tập huấn"), a unit of measure
    /// is not ("trồng mới 500 ha rừng").
    /// </summary>
    public static string? Of(Clause clause)
    {
        var unit = clause.Line.Text[clause.Number.UnitStart..clause.Number.UnitEnd];
        var percent = clause.Number.Number.Percent;
        var measures = clause.Number.Unit == Catalogues.UnitKind.Measure;
        var hasLink = HasLink(clause.LeftCanon);
        var right = CleanRight(clause.Right, clause.Number.Unit, percent);
        var left = clause.LeftCanon.TrimEnd().EndsWith(',') && right.Length > 0 ? "" : CleanLeft(WithoutOrganiser(clause.Left), percent && !hasLink && right.Length > 0);
        var verb = ActionVerb().Match(left);
        var verbOnly = left.Length == 0 || (verb.Success && left[verb.Length..].Trim(' ', ',', ':').Length == 0);
        if (!verbOnly && !hasLink && !(percent && right.Length == 0) && TailVerb(left) is { } tail)
        {
            (left, verbOnly) = (tail, true);
        }

        if (left.Length == 0 && right.Length == 0 && clause.Parent >= 0 && clause.Left.Trim(' ', '-', '+', ',', ':', '(') is { Length: > 2 } bare && !GenericVerb().IsMatch(bare + " "))
        {
            return LinkOut().Replace(" " + bare, "").Trim() is { Length: > 2 } words ? words : bare;
        }

        if (verbOnly && hasLink && right.Length == 0 && Mean().Match(clause.Left) is { Success: true } mean)
        {
            return mean.Groups["of"].Value;
        }

        if (left.Equals("tổng số", StringComparison.OrdinalIgnoreCase))
        {
            return Join(Join(left, unit), right);
        }

        if (verbOnly)
        {
            var said = (clause.Number.Unit is Catalogues.UnitKind.Output or Catalogues.UnitKind.Body ? MakingVerb() : GenericVerb()).Replace(left + " ", "").Trim();
            return percent ? NullIfEmpty(right) ?? NullIfEmpty(said) : right.Length > 0 ? Join(said, measures ? right : Join(unit, right)) : left.Length == 0 && measures ? null : Join(left, unit) is { Length: > 0 } counted ? counted : null;
        }

        if (percent && right.Length > 0 && clause.LeftCanon.TrimEnd().EndsWith(" chiếm", StringComparison.Ordinal) && left.Split(' ').Length <= 4)
        {
            return left + " chiếm " + right;
        }

        if (percent && right.Length > 0 && Reaches().IsMatch(clause.LeftCanon))
        {
            return left + " đến " + right;
        }

        if (hasLink || right.Length == 0)
        {
            var isThing = !hasLink && clause.Number.Unit is Catalogues.UnitKind.Output or Catalogues.UnitKind.Body && !clause.LeftCanon.TrimEnd().EndsWith("cho", StringComparison.Ordinal);
            return isThing ? Join(left, unit) : WithoutActor(left, clause);
        }

        var endsWithFor = clause.LeftCanon.TrimEnd().EndsWith("cho", StringComparison.Ordinal);
        var joint = endsWithFor ? left + " cho" : left;
        return percent || measures ? Join(joint, right) : Join(Join(joint, unit), right);
    }

    /// <summary>"Bình quân toàn huyện đạt 7,5 tiêu chí/xã": the mean itself is what is counted.</summary>
    [GeneratedRegex(@"^[\s\-+*]*(?<of>(?:bình quân|trung bình) (?!mỗi năm|hằng năm|hàng năm|năm)[\p{L} ]{3,40}?)\s(?:đạt|là|còn)\s", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Mean();

    /// <summary>A head of several indicators without its year and linking words.</summary>
    public static string Clean(string head) => CleanLeft(head);

    private static bool HasLink(string leftCanon)
    {
        var end = leftCanon.TrimEnd();
        return end.EndsWith(':') || (!end.EndsWith("mặt bằng", StringComparison.Ordinal) && ((string[])["đạt", "là", "lên", "còn", "chiếm", "mức", "xuống", "bằng", "tỷ lệ", "tăng", "giảm", "thấp", "đến"])
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
        left = FromYearOn(left, saysAfter);
        var aim = Aim().Matches(left).LastOrDefault();
        var text = LeadIn().Replace((aim is null ? left : left[(aim.Index + 1)..]).Trim(), "").Trim();
        text = LinkOut().Replace(" " + text, "").Trim();
        text = LeadIn().Replace(text + " ", "").Trim().TrimEnd(',', ':', ';', ' ');
        var colon = text.LastIndexOf(": ", StringComparison.Ordinal);
        return colon > 0 && text.Length - colon > 6 && !SharedHead().IsMatch(text) ? LeadIn().Replace(text[(colon + 2)..] + " ", "").Trim() : text;
    }

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
        var verb = ActionVerb().Match(own);
        var isBare = own.Length == 0 || (verb.Success && own[verb.Length..].Trim(' ', ',').Length == 0 && !own.Contains(','));
        return isBare ? saysAfter ? "" : left[..until.Index] : left[(until.Index + until.Length)..];
    }

    [GeneratedRegex(@"(?<=\p{L}\s?),\s(?:phấn đấu )?(?:đến|tới)(?: hết| cuối)? năm (?:19|20)\d{2},?(?=\s)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex UntilYear();

    private static string CleanRight(string right, Catalogues.UnitKind? unit, bool percent)
    {
        var text = Aside().Replace(TimeTail().Replace(OrMore().Replace(right, ""), ""), "");
        text = text.Trim().Length == 0 ? TimeTail().Replace(OrMore().Replace(right, ""), "") : text;
        text = OfThem().Replace(text, "");
        text = percent ? text : Places().Replace(NextAction().Replace(text, ""), "");
        text = unit == Catalogues.UnitKind.Output ? Receivers().Replace(text, "") : text;
        return text.Trim(' ', ',', ';', '.', ':', ')', '/');
    }

    /// <summary>"từ 80% trở lên người học nghề có việc làm": the comparator's second half.</summary>
    [GeneratedRegex(@"^\s?(?:trở lên|trở xuống)(?=[\s,.;]|$)|(?<=^[^\d]*)\strở lên\s?$|(?<=^[^\d;.]{0,60})\strở lên(?=\s)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex OrMore();

    [GeneratedRegex(@"^\s?trong số (?:đó|này)\s", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex OfThem();

    /// <summary>"tại Bình Liêu, Tiên Yên", "tại 21 huyện": a list of places by name, or their number, is not what is counted.</summary>
    [GeneratedRegex(@"\s(?:tại|ở)\s(?:\p{Lu}|\d{1,3}\s\p{Ll}).*$", RegexOptions.Singleline, 1000)]
    private static partial Regex Places();

    /// <summary>"… vạch đường, sửa chữa mặt đường hư hỏng": another thing is done after the comma.</summary>
    [GeneratedRegex(@",\s(?:sửa chữa|xây dựng|tổ chức|cải tạo|nâng cấp|triển khai|thực hiện|lắp đặt|hướng dẫn|kiểm tra|thu gom|quản lý|tuyên truyền|phát động|thay thế|phấn đấu|bố trí|hỗ trợ|diện tích)\s.*$", RegexOptions.IgnoreCase | RegexOptions.Singleline, 1000)]
    private static partial Regex NextAction();

    [GeneratedRegex(@"\s(?:phát |cấp |cấp phát |gửi )?(?:đến|tới)\s(?:từng |tận |các |mọi |toàn bộ )?(?:hộ|người dân|nhân dân|gia đình|thôn|xã)\s?.*$", RegexOptions.IgnoreCase | RegexOptions.Singleline, 1000)]
    private static partial Regex Receivers();

    /// <summary>"phủ sóng 5G đến 100% khu công nghiệp", not "tăng từ … đến 60%".</summary>
    [GeneratedRegex(@"^(?!.*(?:tăng|nâng|giảm|tỷ lệ|\stừ\s)).*\sđến\s$", RegexOptions.None, 1000)]
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

    [GeneratedRegex(@"\G[\s,]*(?:chủ trì(?:, phối hợp(?: chặt chẽ)?(?: với)?)?|phối hợp(?: chặt chẽ)?(?: với)?)(?=[\s,])\s*", RegexOptions.None, 1000)]
    private static partial Regex Organises();

    /// <summary>What follows the counted thing but is not it: its cost, its deadline, who does it.</summary>
    [GeneratedRegex(@"(?:,\s?(?:mức|hoàn thành|thời gian|mỗi|kinh phí|đảm bảo|bảo đảm|để|nhằm|góp phần|với|trị giá|tổng kinh phí|báo cáo|kết nối|trong đó|quy mô|do|bình quân|đồng thời|phun|tăng|giảm)(?=\s)|,\s(?:công suất|chia theo|phân theo|giao cho)(?=\s)|\s(?:nhằm|góp phần|với kinh phí|với tổng (?:công suất|diện tích|kinh phí|chiều dài|vốn)|theo (?:quyết định|nghị quyết|nghị định|thông tư|kế hoạch) (?:số )?(?=\d)|trong độ tuổi (?=từ \d)|từ (?=\d+ (?:tuổi )?đến \d+ tuổi)|dưới (?=\d+ (?:tháng|tuổi))|do(?! [\p{L} ]{2,24} làm chủ))\s|\s?\((?=[^)]*(?::|chủ trì|phối hợp|thực hiện|mỗi |quý |tháng |hoàn thành|số \d))|\s?\((?=(?:năm|hiện|so với|cùng kỳ|thực hiện)\s)|\s?\($).*$", RegexOptions.IgnoreCase | RegexOptions.Singleline, 1000)]
    private static partial Regex Aside();

    private static string Join(string a, string b) => (a.Trim() + " " + b.Trim()).Trim();

    /// <summary>"Sở Y tế chủ trì, phối hợp với Hội Phụ nữ tổ chức 36 lớp": only the verb next to the number says what is counted.</summary>
    private static string? TailVerb(string left)
    {
        var canon = Language.Canon.Form(left);
        for (var at = left.Length - 1; at > 0; at--)
        {
            var startsWord = left[at - 1] is ' ' or ',';
            if (!startsWord || ActionVerb().Match(left[at..]) is not { Success: true } verb || left[(at + verb.Length)..].Trim(' ', ',').Length > 0)
            {
                continue;
            }

            var before = canon[..at].TrimEnd();
            var isNewClause = before.EndsWith(',') || before.EndsWith("và", StringComparison.Ordinal) || before.Contains("phối hợp", StringComparison.Ordinal)
                || before.Contains("chủ trì", StringComparison.Ordinal) || Language.AgencyGrammar.BeginsAt(left, canon, 0);
            if (isNewClause)
            {
                return left[at..];
            }
        }

        return null;
    }

    [GeneratedRegex(@"^(?:(?:tổ chức|xây dựng|thực hiện|triển khai|có|đạt|hoàn thành|phấn đấu|duy trì|bảo đảm|đảm bảo|thu hút)(?=[\s,])(?! mới)|\s|,)+(?=\s)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex GenericVerb();

    /// <summary>Of a thing made, the making says nothing: "lắp đặt 12 biển báo" counts biển báo; "xây dựng mới", "nâng cấp" say which.</summary>
    [GeneratedRegex(@"^(?:(?:vận động|tổ chức|xây dựng|thực hiện|triển khai|có|đạt|hoàn thành|phấn đấu|duy trì|bảo đảm|đảm bảo|thu hút|lắp đặt|đặt|in|in ấn|in và cấp phát|phát|thiết lập|thành lập|hình thành|xuất bản|mở|chia làm|đầu tư)(?=[\s,])(?! mới)|\s|,)+(?=\s)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex MakingVerb();

    /// <summary>"Gắn đào tạo với doanh nghiệp, góp phần nâng tỷ lệ …": the aim begins anew after the comma.</summary>
    [GeneratedRegex(@",\s(?:phấn đấu|dự kiến|góp phần|bảo đảm|đảm bảo|nâng(?! cao tay nghề)|đưa|duy trì|để|nhằm|kéo giảm|giữ)\s", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Aim();

    /// <summary>A head that several indicators share stays with them: "Cơ cấu lao động: …".</summary>
    [GeneratedRegex(@"^(?:cơ cấu|tỷ lệ|tỉ lệ|tỷ trọng)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SharedHead();

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
