using System.Text.RegularExpressions;
using Plans.Extraction.Catalogues;
using Plans.Extraction.Language;

namespace Plans.Extraction.Targets;

/// <summary>How far the words after a number still say what is counted: not its time, its cost, its deadline, who does it, nor what else is done.</summary>
internal static partial class RightWords
{
    [GeneratedRegex(@"/\s?năm(?=[\s,;.]|$).*$|\s?\((?:năm\s?)?20\d{2}\)?[\s,;.]*$|(?:^|[\s,])(?:so với|vào năm|đến năm|trong năm|đến hết năm|trước năm|tính đến|/\s?năm|mỗi năm|hằng năm|hàng năm|đến cuối năm|giai đoạn (?:19|20)|trước ngày|vào cuối|(?:vào |đến |trong )?năm\s?(?:19|20)|đến (?:19|20)|hoàn thành trước|trong cả giai đoạn|trong (?:quý|tháng|năm học) [\divx]|(?:vào |trong )?(?:nhân dịp|nhân ngày|dịp|mùa|thời điểm)\s|(?:vào|trước) (?:tháng|quý|ngày|đầu|mùa)|trong năm học|trong cả năm|trong kỳ|kể từ|chậm nhất).*$", RegexOptions.IgnoreCase | RegexOptions.Singleline, RegexLimit.Milliseconds)]
    private static partial Regex TimeTail();

    public static string Of(string right, UnitKind? unit, bool percent)
    {
        right = EachYear().Replace(right, "");
        right = percent && right.StartsWith(" là ", StringComparison.OrdinalIgnoreCase) ? right[" là".Length..] : right;
        var text = Aside().Replace(TimeTail().Replace(OrMore().Replace(right, ""), ""), "");
        text = percent ? text : Ages().Replace(text, "");
        text = text.Trim().Length == 0 && right.TrimStart() is [not '(', ..] ? TimeTail().Replace(OrMore().Replace(right, ""), "") : text;
        text = OfThem().Replace(text, "");
        text = percent ? text : Places().Replace(WithoutNext(WithoutBrackets(text)), "");
        text = unit == UnitKind.Output ? Receivers().Replace(text, "") : text;
        return text.Trim(' ', ',', ';', '.', ':', ')', '/');
    }

    /// <summary>"giảm 2%/năm số cặp tảo hôn": the period stands before what is counted.</summary>
    [GeneratedRegex(@"^\s?/\s?năm(?=\s\p{L})", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex EachYear();

    /// <summary>"từ 80% trở lên người học nghề có việc làm": the comparator's second half.</summary>
    [GeneratedRegex(@"^\s?(?:trở lên|trở xuống)(?=[\s,.;]|$)|(?<=^[^\d]*)\strở lên\s?$|(?<=^[^\d;.]{0,60})\strở lên(?=\s)", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex OrMore();

    [GeneratedRegex(@"^\s?trong số (?:đó|này)\s", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex OfThem();

    /// <summary>"tại Bình Liêu, Tiên Yên", "tại 21 huyện": a list of places by name, or their number, is not what is counted.</summary>
    [GeneratedRegex(@"\s(?:tại|ở)\s(?:\p{Lu}|\d{1,3}\s\p{Ll}).*$", RegexOptions.Singleline, RegexLimit.Milliseconds)]
    private static partial Regex Places();

    /// <summary>"… vạch đường, sửa chữa mặt đường hư hỏng", "… người, 05 ngày": another thing, or another number, comes after the comma.</summary>
    private static string WithoutNext(string text)
    {
        var canon = Canon.Form(text);
        for (var comma = canon.IndexOf(", ", StringComparison.Ordinal); comma >= 0; comma = canon.IndexOf(", ", comma + 1, StringComparison.Ordinal))
        {
            var at = comma + 2;
            if ((at < canon.Length && char.IsDigit(canon[at])) || NextThing.LengthAt(canon, at) > 0 || (DoingVerbs.BeginsAt(canon, at) && !DoingVerbs.EndsWithVerb(canon[..comma])))
            {
                return text[..comma];
            }
        }

        return text;
    }

    private static readonly PhraseSet NextThing = PhraseSet.Of(["diện tích", "thay", "do", "phấn đấu", "chiều dài", "công suất", "giá trị"]);

    /// <summary>Of a thing counted, what stands in brackets explains; an abbreviation is kept.</summary>
    private static string WithoutBrackets(string text) => Brackets().Replace(text, m => m.Groups["short"].Success ? m.Value : " ");

    [GeneratedRegex(@"\s?\((?:(?<short>\p{L}[\p{L}\d-]{1,11})\)|[^()]*\))", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\s(?:(?:phát |cấp |cấp phát |gửi )?(?:đến|tới)|(?:phát|cấp|cấp phát|gửi|tặng|dành) cho)\s(?:từng |tận |các |mọi |toàn bộ )?(?:hộ|người dân|nhân dân|gia đình|thôn|xã|ấp|bản|buôn|tổ dân phố|cơ sở|trường học|cơ quan|đơn vị|khu dân cư)\s?.*$", RegexOptions.IgnoreCase | RegexOptions.Singleline, RegexLimit.Milliseconds)]
    private static partial Regex Receivers();

    /// <summary>What follows the counted thing but is not it: its cost, its deadline, who does it.</summary>
    [GeneratedRegex(@"(?:,\s?(?:mức|thù lao|phụ cấp|hoàn thành|thời gian|mỗi|kinh phí|đảm bảo|bảo đảm|để|nhằm|góp phần|với|trị giá|tổng kinh phí|báo cáo|kết nối|trong đó|quy mô|do|bình quân|đồng thời|phun|tăng|giảm|công suất|chia theo|phân theo|giao cho|tổng|trong năm|trong quý|từ năm|bằng nguồn|thông qua|trên cơ sở)(?=\s|$)|\s(?:nhằm|góp phần|với sự tham gia|có (?:tổng )?(?:công suất|diện tích|dung tích|chiều dài|quy mô|sức chứa)|với kinh phí|với (?:tổng |quy mô |mức |số )?(?:công suất|diện tích|kinh phí|chiều dài|vốn|quy mô|giá trị|mức)|theo (?:quyết định|nghị quyết|nghị định|thông tư|kế hoạch|chương trình|đề án|chỉ thị|công văn) (?:số )?(?=\d)|do(?! [\p{L} ]{2,24} làm chủ)(?= (?:các|sở|ubnd|ủy ban|huyện|tỉnh|ngân sách|nhà đầu tư|doanh nghiệp)))(?=\s|\d)|\s?\((?=[^)]*(?::|chủ trì|phối hợp|thực hiện|mỗi |quý |tháng |hoàn thành|số \d))|\s?\((?=(?:năm|hiện|so với|cùng kỳ|thực hiện)\s)|\s?\($).*$", RegexOptions.IgnoreCase | RegexOptions.Singleline, RegexLimit.Milliseconds)]
    private static partial Regex Aside();

    /// <summary>How old those are who are counted.</summary>
    [GeneratedRegex(@"\s(?:trong độ tuổi từ \d|(?:từ )?\d+ (?:tuổi )?(?:đến|-) \d+ tuổi|dưới \d+ (?:tháng|tuổi))(?!.{0,6}trở lên).*$", RegexOptions.IgnoreCase | RegexOptions.Singleline, RegexLimit.Milliseconds)]
    private static partial Regex Ages();
}
