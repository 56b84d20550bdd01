using System.Text.RegularExpressions;
using Plans.Extraction.Catalogues;
using Plans.Extraction.Citations;
using Plans.Extraction.Language;

namespace Plans.Extraction.Targets;

/// <summary>A number with what it is and, for a candidate, its unit.</summary>
/// <param name="UnitStart">Where the unit's words begin; equal to <paramref name="UnitEnd"/> where there are none.</param>
internal sealed record ClassifiedNumber(NumberToken Number, NumberClass Class, int UnitStart, int UnitEnd, UnitKind? Unit);

/// <summary>Tells what each number of a text is, by the words around it.</summary>
internal static partial class NumberClassifier
{
    private const int Reach = 60;

    /// <summary>How far before a number words such as "đã", "hiện có" still speak of it.</summary>
    public const int PastReach = 250;

    [GeneratedRegex(@"(?:lần thứ|thứ|mức độ|mức|cấp độ|giai đoạn|quý|tháng|ngày|khóa|kỳ|điều|khoản|điểm|mục|chương|phần|phụ lục|phụ biểu|biểu|biểu số|bảng|mẫu|mẫu số|số|quyển|tập|lớp|khối|cấp|(?<!các )loại|hạng|bậc|vùng|khu vực|nhóm|đợt|quốc lộ|tỉnh lộ|đường tỉnh|ql|đt|dự án|tiểu dự án|đề án|chương trình|thế hệ|công nghiệp|tuần|hợp phần|tiêu chí|tầng|nghị quyết|quyết định|chỉ thị|kế hoạch|nghị định|thông tư|tcvn|iso|qcvn|cách mạng|phiên bản|web|bước|trung ương|khoá|nội dung|nhiệm vụ|tiểu mục|điện biên|covid)\s?-?$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex OrdinalBefore();

    [GeneratedRegex(@"(?:độ tuổi|tuổi)[^.;]{0,24}$", RegexOptions.RightToLeft, RegexLimit.Milliseconds)]
    private static partial Regex AgeBefore();

    [GeneratedRegex(@"^\s?(?:tuổi|năm tuổi|tháng tuổi)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex AgeAfter();

    /// <summary>"giảm 37 người, tương đương 1,8%": the same said once more.</summary>
    [GeneratedRegex(@"(?:tương đương|tương ứng|tức là|tức)(?: với| khoảng| gần| trên| giảm| tăng| đạt)*\s$", RegexOptions.RightToLeft, RegexLimit.Milliseconds)]
    private static partial Regex SameAs();

    /// <summary>"mỗi tháng ít nhất 02 tin, bài": how often, less than a year's output.</summary>
    [GeneratedRegex(@"(?:mỗi|hằng|hàng) (?:tháng|tuần|quý|ngày)(?: (?:có|đăng|phát|đăng tải|phát sóng|tổ chức|thực hiện|xây dựng))?(?: (?:ít nhất|tối thiểu|từ|khoảng|trên))?\s$", RegexOptions.RightToLeft, RegexLimit.Milliseconds)]
    private static partial Regex EachMonth();

    /// <summary>"kiểm tra 4 đợt/năm", "sinh hoạt 01 buổi/tháng": how often.</summary>
    [GeneratedRegex(@"(?:đợt|buổi|kỳ|lượt|phiên|cuộc)(?:\s?/\s?(?:năm|quý|tháng|tuần|ngày)|\s(?:mỗi|một|hằng|hàng) (?:quý|tháng|tuần|ngày))", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex EachTime();

    [GeneratedRegex(@"(?:(?:mức )?(?:hỗ trợ|chi trả|thanh toán|miễn|giảm trừ|đối ứng|đóng góp|trợ cấp|phụ cấp|cấp bù|vay|thưởng|hưởng|cho vay|chi|bằng|trích)(?: (?:thêm|không quá|tối đa|bằng|mức|tương ứng|lãi suất|đối ứng|một lần|ít nhất|tối thiểu|đến|thường xuyên|khoảng|phần|học phí))*)\s$", RegexOptions.RightToLeft, RegexLimit.Milliseconds)]
    private static partial Regex SupportBefore();

    [GeneratedRegex(@"^\s?(?:tổng )?(?:mức |giá trị |tiền |số )?(?:kinh phí|chi phí|lãi suất|học phí|định mức|tổng mức|mức chi|giá trị|mức đóng|mức hỗ trợ|mức lương|lương|giá|tiền|mệnh giá|mức phí|viện phí)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex CostAfter();

    /// <summary>"cắt giảm ít nhất 30% chi phí tuân thủ": what is saved is an aim.</summary>
    [GeneratedRegex(@"(?:giảm|tiết kiệm|cắt bớt)(?:\s\p{L}+){0,3}\s(?:\d[\d,]*%[^;.]{0,40}\s(?:và|,)\s)?$", RegexOptions.RightToLeft, RegexLimit.Milliseconds)]
    private static partial Regex Saves();

    /// <summary>"doanh thu thương mại điện tử chiếm 6,5 - 7% tổng mức bán lẻ": a share, not support.</summary>
    [GeneratedRegex(@"(?:chiếm|đạt|tăng|giải ngân|huy động)(?:\s\p{L}+){0,2}\s$", RegexOptions.RightToLeft, RegexLimit.Milliseconds)]
    private static partial Regex MakesUp();

    [GeneratedRegex(@"(?:có quy mô|quy mô|sử dụng|công suất|diện tích|trọng tải|dân số|thời lượng)\s+(?:từ|trên|dưới)\s$|có (?:tổng )?(?:diện tích|công suất|dung tích|sức chứa|quy mô)(?:\s\p{L}+){0,2}\s(?:tối thiểu|ít nhất|không quá)\s$", RegexOptions.RightToLeft, RegexLimit.Milliseconds)]
    private static partial Regex DefinitionBefore();

    [GeneratedRegex(@"(?:\s|^)(?:trên địa bàn|thuộc|trong|trong số|giữa|với tổng số|trên tổng số|theo|gồm có|vai trò của|tiềm năng|thế mạnh của)\s(?:cả\s|tất cả\s|toàn bộ\s)?$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex ScopeBefore();

    [GeneratedRegex(@"(?:\s|^)(?:đã(?! qua đào tạo| được đào tạo| đăng ký| học| tốt nghiệp| được cấp| tham gia| nghỉ)|hiện có|hiện còn|(?<!(?:thực|phát|thể|biểu|xuất) )hiện(?! đại| vật| trường| tượng| thực| hành| hữu| sinh| diện)|(?<!(?:người|động|nữ|sinh|viên|bộ|hộ|nghiệp|sở|nhân|trẻ|em|tượng|dân) )đang|mới có|mới đạt|hiện nay|chưa đạt mục tiêu|bước vào năm|tính đến|tính từ(?! (?:lúc|khi|ngày))|theo (?:kết quả|số liệu|thống kê|báo cáo|rà soát|kết quả rà soát|điều tra)|kết quả(?= (?:đạt|thực hiện|năm|đến|\d))|hiện tại|hiện đang|năm qua|vừa qua|hiện đạt)\s", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex PastWords();

    [GeneratedRegex(@"(?:^|[\s(])mỗi (?!năm|quý|tháng|tuần|ngày|huyện|xã|thôn|doanh nghiệp|đơn vị|tỉnh|trường|phường|cơ sở|hộ|địa phương|cơ quan)[\p{L} ]{1,30}?(?:từ|không quá|tối đa|tối thiểu|ít nhất|khoảng|là|có|:)?\s$", RegexOptions.RightToLeft, RegexLimit.Milliseconds)]
    private static partial Regex EachBefore();

    [GeneratedRegex(@"^\s?/\s?(?:(?!năm|tháng|quý|\d)\p{L}|(?:năm|tháng|ngày)\s?/\s?\p{L})", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex PerOther();

    /// <summary>"mật độ trạm đo mưa xuống còn 40 km2/trạm": what is reached is no norm.</summary>
    [GeneratedRegex(@"(?:^|\s)(?:đạt|còn|lên|xuống)(?:\s(?:trên|dưới|khoảng|ít nhất|tối thiểu|từ|không quá|bình quân|mức))*\s$", RegexOptions.RightToLeft, RegexLimit.Milliseconds)]
    private static partial Regex Reaches();

    /// <summary>What a thing is like, not how many of it: "trọng tải 30 tấn", "loại 240 lít".</summary>
    [GeneratedRegex(@"(?:^|\s)(?:trọng tải|công suất|công suất đặt|công suất thiết kế|(?<!các )loại|dung tích|sức chứa|bán kính|bề rộng|chiều rộng|chiều cao|khẩu độ|khổ|đường kính|cỡ|cự ly|(?<!(?:nhân|mở|sâu) )rộng|dày|sâu|mật độ|độ cao|độ dốc|đèo dốc|điện áp|hành lang[\p{L} ]{0,30}|mực nước[\p{L} ]{0,20})\s(?:(?:từ|trên|dưới|khoảng|tối thiểu|không quá|ít nhất)\s)?$", RegexOptions.RightToLeft, RegexLimit.Milliseconds)]
    private static partial Regex MakeBefore();

    /// <summary>"đường dây 10 - 35 kV", "bê tông dày 18 cm": "đạt từ 3 sao": units in which things are described, not counted.</summary>
    [GeneratedRegex(@"^\s?(?:kv|cm|mm|hz|mpa|bar|sao|ml|gram|gam|mmhg|độ c)(?![\p{L}\d])", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Gauge();

    /// <summary>"chiều cao trung bình của nam đạt 168,5 cm": what is measured is the aim.</summary>
    [GeneratedRegex(@"(?:chiều cao|tầm vóc|mực nước|nhiệt độ|lượng mưa)[^,;.]*\s(?:đạt|lên|còn|là)(?: (?:trên|dưới|từ|khoảng|ít nhất|tối thiểu))?\s$|(?:nam|nữ) đạt\s$", RegexOptions.RightToLeft, RegexLimit.Milliseconds)]
    private static partial Regex ReachesGauge();

    /// <summary>"vận chuyển ma túy từ 05 bánh trở lên": from how many on something is meant; after verbs of reaching it is an aim.</summary>
    [GeneratedRegex(@"(?<!(?:^|\s|-|\+)(?:có|đạt|được|hút|dựng|mở|đấu|đảm|bảo|trì|chức|lập|khoảng|là|trồng|cho|với|lên|tạo|tổng|mới|năm|thêm)\s)(?<=\p{L}\s)từ\s$", RegexOptions.RightToLeft, RegexLimit.Milliseconds)]
    private static partial Regex From();

    /// <summary>"trạm có từ 02 mẫu không đạt trở lên phải tạm dừng": a condition.</summary>
    [GeneratedRegex(@"^[^,;.]{0,50}trở lên,?\s(?:phải|thì|bị|không)\s", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex IfMore();

    /// <summary>"tuổi thọ bình quân đạt 75 tuổi": no limit of age.</summary>
    [GeneratedRegex(@"tuổi thọ[^.;]{0,50}$|^[^.;]{0,30}(?:đến )?năm (?:19|20)\d{2} (?:đạt|là) $", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex LifeSpan();

    /// <summary>"còn 1,7 lần vào năm 2025 và 1,4 lần vào năm 2030": a ratio, not how often.</summary>
    [GeneratedRegex(@"^\s?lần (?:vào|đến) (?:cuối )?năm (?:19|20)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex RatioByYear();

    /// <summary>"hộ dân cách đường ô tô không quá 2 km đạt 92%": the aim is the share that follows.</summary>
    [GeneratedRegex(@"^[^,;.\d]{0,20}\s(?:đạt|chiếm|là)\s[^,;.\d]{0,14}\d[\d,]*\s?%", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Within();

    /// <summary>"các điểm trường có dưới 20 học sinh", "cách khu dân cư tối thiểu 100 m": from how many on something is meant.</summary>
    [GeneratedRegex(@"(?:^|\s)(?:(?:các|những|mọi|từng|đối với|trường hợp|nếu|khi|nơi)\s[\p{L} ]{1,40}\scó|cách\s[\p{L} ]{3,40}|(?:khoảng cách|quãng đường|cự ly)\s[\p{L} ]{0,50})\s(?:dưới|trên|từ|quá|không quá|tối thiểu|ít nhất)\s$", RegexOptions.RightToLeft, RegexLimit.Milliseconds)]
    private static partial Regex KindBefore();

    /// <summary>"chuyển đổi 350 ha đất lúa 1 vụ": land of so many crops a year.</summary>
    [GeneratedRegex(@"(?:^|\s)(?:lúa|đất|màu|ruộng)\s$", RegexOptions.RightToLeft, RegexLimit.Milliseconds)]
    private static partial Regex CropLand();

    /// <summary>"chở quá tải trọng trên 10%", "nồng độ cồn trên 0,25": what is unlawful, not what is aimed at.</summary>
    [GeneratedRegex(@"(?:^|\s)(?:quá tải|quá tải trọng|quá khổ|nồng độ|quá tốc độ|chạy quá)(?:\s(?!giảm|còn|không|với|đạt|dưới)[\p{L}]+){0,4}\s(?:trên|quá|vượt|từ)\s$", RegexOptions.RightToLeft, RegexLimit.Milliseconds)]
    private static partial Regex ViolationBefore();

    [GeneratedRegex(@"(?:^|\s)(?:định mức|lãi suất)(?:\s[\p{L}]+){0,4}\s$", RegexOptions.RightToLeft, RegexLimit.Milliseconds)]
    private static partial Regex RateBefore();

    [GeneratedRegex(@"(?:đường dây nóng|điện thoại|tổng đài|hotline|fax)[\p{L} :]{0,24}$", RegexOptions.RightToLeft, RegexLimit.Milliseconds)]
    private static partial Regex CallNumber();

    /// <summary>"9,5 bác sĩ trên 10.000 dân", "tỷ suất tử vong trên 1.000 trẻ": the population to which a rate refers.</summary>
    [GeneratedRegex(@"(?:\d\s[\p{L} ]{2,24}|(?:số|tỷ suất|tỷ số|tỷ lệ)\s[\p{L} ]{2,40})\strên\s$", RegexOptions.RightToLeft, RegexLimit.Milliseconds)]
    private static partial Regex RateOf();

    [GeneratedRegex(@"^\s(?:dân|người dân|trẻ|lao động|phụ nữ)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Population();

    [GeneratedRegex(@"so với[^,;.]{0,40}$|(?:^|\s)từ\s(?:mức\s)?(?:(?:trên|dưới|gần|hơn|khoảng|xấp xỉ)\s)?$", RegexOptions.RightToLeft, RegexLimit.Milliseconds)]
    private static partial Regex BaselineBefore();

    /// <summary>"giá trị sản xuất trên 01 ha đất canh tác", "trên một đơn vị diện tích": what a value is for.</summary>
    [GeneratedRegex(@"(?:^|\s)(?:giá trị|thu nhập|doanh thu|lợi nhuận|năng suất|sản lượng|chi phí|mức đầu tư)[^,;.\d]{0,50}\s(?:trên|cho|của)\s$", RegexOptions.RightToLeft, RegexLimit.Milliseconds)]
    private static partial Regex ForOne();

    public static IReadOnlyList<ClassifiedNumber> All(string text, string canon)
    {
        var numbers = NumberGrammar.Find(canon);
        if (WordedNumbers.Find(canon).ToList() is { Count: > 0 } worded)
        {
            numbers = [.. numbers.Concat(worded).OrderBy(n => n.Start)];
        }

        if (numbers.Count == 0)
        {
            return [];
        }

        var dates = DateGrammar.Find(canon);
        var citations = CitationGrammar.Find(text, canon, dates);
        return [.. numbers.Select(n => Classify(text, canon, n, citations, dates))];
    }

    private static ClassifiedNumber Classify(
        string text, string canon, NumberToken number, IReadOnlyList<Citation> citations, IReadOnlyList<DateToken> dates)
    {
        var (start, end, kind) = CountedUnit.After(text, canon, number);
        ClassifiedNumber As(NumberClass c) => new(number, c, start, end, kind);
        if (citations.Any(c => number.Start >= c.Start && number.Start < c.End))
        {
            return As(NumberClass.Citation);
        }

        if (dates.Any(d => number.Start >= d.Start && number.Start < d.End) && !number.Percent)
        {
            return As(NumberClass.Date);
        }

        var before = canon[Math.Max(0, number.Start - Reach)..number.Start];
        var after = canon[number.End..Math.Min(canon.Length, number.End + Reach)];
        return PerUnits.Extend(canon, As(ByNeighbours(text, canon, number, before, after, kind, end)));
    }

    private static NumberClass ByNeighbours(string text, string canon, NumberToken number, string before, string after, UnitKind? kind, int unitEnd)
    {
        var hasUnit = kind is not null || unitEnd > number.End;
        if (IsYear(number, before, hasUnit))
        {
            return NumberClass.Year;
        }

        if (kind == UnitKind.Money || (number.HasMultiplier && !hasUnit && IsBillion(canon, number)))
        {
            return NumberClass.Money;
        }

        if (kind == UnitKind.Age && LifeSpan().IsMatch(before))
        {
            return NumberClass.Candidate;
        }

        if (kind == UnitKind.Age || AgeAfter().IsMatch(after) || (AgeBefore().IsMatch(before) && !number.Percent && !hasUnit))
        {
            return NumberClass.Age;
        }

        if (IsGlued(canon, number, hasUnit))
        {
            return NumberClass.Code;
        }

        if (before.EndsWith('(') && after.StartsWith(')') && (!number.Percent || canon[..number.Start].Any(char.IsDigit)))
        {
            return NumberClass.Enumerator;
        }

        if (!number.Percent && OrdinalBefore().Match(before) is { Success: true } ordinal && IsWordStart(before, ordinal.Index)
            && (!hasUnit || kind is UnitKind.Time || ordinal.Value.Trim() is "lần thứ" or "thứ" or "điều" or "khoản"))
        {
            return NumberClass.Ordinal;
        }

        if (kind == UnitKind.Time)
        {
            return NumberClass.Duration;
        }

        if (kind is UnitKind.Output or UnitKind.People && EachTime().IsMatch(canon[(unitEnd - 5 > number.End ? unitEnd - 5 : number.End)..Math.Min(canon.Length, unitEnd + 12)]))
        {
            return NumberClass.Frequency;
        }

        if (kind == UnitKind.Frequency && !before.EndsWith("gấp ", StringComparison.Ordinal) && !before.EndsWith("tăng ", StringComparison.Ordinal) && !before.EndsWith("còn ", StringComparison.Ordinal) && !RatioByYear().IsMatch(after))
        {
            return NumberClass.Frequency;
        }

        if (SupportBefore().IsMatch(before) && (number.Percent && !SupportNorms.IsShareOfWhole(after) || CostAfter().IsMatch(after)) || (number.Percent && CostAfter().IsMatch(after) && !Saves().IsMatch(before) && !MakesUp().IsMatch(before)))
        {
            return NumberClass.Norm;
        }

        if (!number.Percent && (IsPerBody(canon, number, kind, unitEnd) && !before.EndsWith("đạt ", StringComparison.Ordinal) || EachBefore().IsMatch(before) || SupportNorms.IsForEach(canon, number, before, unitEnd) || (PerOther().IsMatch(canon[unitEnd..Math.Min(canon.Length, unitEnd + 20)]) && !Reaches().IsMatch(before))))
        {
            return NumberClass.Norm;
        }

        if (!number.Percent && (DefinitionBefore().IsMatch(before) || MakeBefore().IsMatch(before) || (Gauge().IsMatch(after) && !ReachesGauge().IsMatch(before))))
        {
            return NumberClass.Definition;
        }

        if (!number.Percent && ((after.Contains("trở lên", StringComparison.Ordinal) && (From().IsMatch(before) || IfMore().IsMatch(after))) || Within().IsMatch(canon[unitEnd..Math.Min(canon.Length, unitEnd + 40)])))
        {
            return NumberClass.Definition;
        }

        if (!number.Percent && (KindBefore().IsMatch(before) || (CropLand().IsMatch(before) && after.StartsWith(" vụ", StringComparison.Ordinal))) || ViolationBefore().IsMatch(before))
        {
            return NumberClass.Definition;
        }

        if (RateBefore().IsMatch(before) || (IsRound(number) && RateOf().IsMatch(before) && Population().IsMatch(after)))
        {
            return NumberClass.Norm;
        }

        if (number.Value == 1 && hasUnit && ForOne().IsMatch(before))
        {
            return NumberClass.Norm;
        }

        if (SameAs().IsMatch(before))
        {
            return NumberClass.Definition;
        }

        if (!number.Percent && EachMonth().IsMatch(before))
        {
            return NumberClass.Frequency;
        }

        if (!number.Percent && CallNumber().IsMatch(before))
        {
            return NumberClass.Code;
        }

        if (BaselineBefore().IsMatch(before) && !after.Contains("trở lên", StringComparison.Ordinal) && number.Max is null && IsBaseline(canon, number))
        {
            return NumberClass.PastResult;
        }

        if (!number.Percent && (ScopeBefore().IsMatch(before) || after.StartsWith(" dân tộc ", StringComparison.Ordinal)))
        {
            return NumberClass.Scope;
        }

        if (!number.Percent && IsQuoted(text, number))
        {
            return NumberClass.Name;
        }

        return number.Percent || hasUnit ? NumberClass.Candidate : NumberClass.Bare;
    }

    /// <summary>"tối đa 60 học viên/lớp", "02 người/xã": how many for each.</summary>
    private static bool IsPerBody(string canon, NumberToken number, UnitKind? kind, int unitEnd) =>
        kind is UnitKind.People or UnitKind.Output or UnitKind.Body && PerBody().IsMatch(canon[number.End..unitEnd]);

    [GeneratedRegex(@"/\s?(?:lớp|xã|huyện|thôn|bản|đơn vị|trường|buổi|cuộc|đợt|hộ|cơ sở|nhóm|đội|tổ|mô hình|người|khóa)$", RegexOptions.RightToLeft, RegexLimit.Milliseconds)]
    private static partial Regex PerBody();

    /// <summary>"từ 68% … lên 70%": the first is where things stand; "so với năm" never is an aim.</summary>
    private static bool IsBaseline(string canon, NumberToken number)
    {
        var rest = canon[number.End..Math.Min(canon.Length, number.End + 80)];
        var (stop, semicolon) = (rest.IndexOf(". ", StringComparison.Ordinal), rest.IndexOf(';'));
        var sentence = stop < 0 || semicolon < 0 ? Math.Max(stop, semicolon) : Math.Min(stop, semicolon);
        rest = sentence >= 0 ? rest[..sentence] : rest;
        var before = canon[Math.Max(0, number.Start - 40)..number.Start];
        return before.Contains("so với", StringComparison.Ordinal) || rest.Contains(" lên ", StringComparison.Ordinal) || rest.Contains(" xuống ", StringComparison.Ordinal)
            || rest.Contains("còn ", StringComparison.Ordinal);
    }

    /// <summary>Whether the words before a number, of which the last <see cref="PastReach"/> letters count, say that it was reached already.</summary>
    public static bool IsPast(string clause) => PastWords().IsMatch((clause.Length > PastReach ? clause[^PastReach..] : clause) + " ");

    private static bool IsRound(NumberToken number) => number.Value is 100 or 1000 or 10000 or 100000 or 1000000;

    private static bool IsYear(NumberToken number, string before, bool hasUnit) =>
        number.Digits.Length == 4 && number.Value is >= 1945 and <= 2100 && number.Digits.All(char.IsDigit) && !number.Percent
        && (!hasUnit || before.EndsWith("năm ", StringComparison.Ordinal) || before.EndsWith("- ", StringComparison.Ordinal) || before.EndsWith('-'));

    private static bool IsBillion(string canon, NumberToken number) => canon[number.Start..number.End] is var words
        && (words.Contains("tỷ", StringComparison.Ordinal) || words.Contains("tỉ", StringComparison.Ordinal));

    /// <summary>"ASEAN-4", "5G", "4.0": part of a name.</summary>
    private static bool IsGlued(string canon, NumberToken number, bool hasUnit) =>
        (number.Start > 1 && canon[number.Start - 1] == '-' && char.IsLetter(canon[number.Start - 2]))
        || (number.End < canon.Length && char.IsLetter(canon[number.End]) && !hasUnit && !number.Percent)
        || (number.Start > 0 && canon[number.Start - 1] is '.' or '_')
        || number.Digits == "4.0";

    private static bool IsQuoted(string text, NumberToken number)
    {
        var open = text.LastIndexOf('“', number.Start);
        return open >= 0 && text.IndexOf('”', open) is var close && close > number.Start && close - open < 120;
    }

    private static bool IsWordStart(string text, int at) => at == 0 || !char.IsLetter(text[at - 1]);
}
