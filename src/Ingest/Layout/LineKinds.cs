using System.Globalization;
using System.Text.RegularExpressions;

namespace Plans.Ingest.Layout;

/// <summary>What a line's look says about where paragraphs begin and end. Made for the layout of NĐ 30/2020 and of older decrees.</summary>
internal static partial class LineKinds
{
    public static bool StartsItem(string line) => Bullet().IsMatch(line) || Number().IsMatch(line) || Letter().IsMatch(line);

    public static bool StartsBullet(string line) => Bullet().IsMatch(line);

    /// <summary>Words that open a part of a document; inside a sentence they are mere references ("theo Điều 3").</summary>
    public static bool StartsPart(string line) => Part().IsMatch(line);

    /// <summary>Two words or more, all in capitals.</summary>
    public static bool IsUpperCase(string line)
    {
        var words = 0;
        var inWord = false;
        foreach (var c in line)
        {
            if (char.IsLower(c))
            {
                return false;
            }

            words += char.IsUpper(c) && !inWord ? 1 : 0;
            inWord = char.IsLetter(c);
        }

        return words >= 2;
    }

    /// <summary>A line of dashes, equal signs or underscores, drawn under headings.</summary>
    public static bool IsRule(string line) => line.Length >= 2 && line.All(c => c is '-' or '–' or '—' or '=' or '_' or '*' or '.' or ' ' or 'o' or '0' or ':')
        && line.Count(c => c is '-' or '–' or '—' or '=' or '_' or '*') >= 2;

    /// <summary>Whether a sentence, a list item or an introduction ends here.</summary>
    public static bool EndsSentence(string line) => line.TrimEnd('"', '”', '’', '»', ')', ' ') is { Length: > 0 } end
        && end[^1] is '.' or ';' or ':' or '!' or '?' or '…';

    /// <summary>Ends in a word or mark after which something like the next line must follow.</summary>
    public static bool IsCutShort(string line, string next) => line[^1] is ',' or '(' or '“' or '–' or '&' || DanglingWords.EndIn(line, next);

    /// <summary>Ends in a hyphen or slash inside a document number: "06-" before "ĐA/TU".</summary>
    public static bool EndsInsideNumber(string line) =>
        line.Length >= 2 && line[^1] is '-' or '/' && char.IsLetterOrDigit(line[^2]);

    /// <summary>Whether a bracket or quotation mark is opened and not closed.</summary>
    public static bool HasOpenBracket(string text) => IsOpen(text, '(', ')') || IsOpen(text, '“', '”');

    private static bool IsOpen(string text, char opening, char closing) => text.LastIndexOf(opening) > text.LastIndexOf(closing);

    /// <summary>A whole line in brackets.</summary>
    public static bool IsBracketed(string line) => line[0] == '(' && line.TrimEnd('.', ';', ' ') is [.., ')'];

    /// <summary>A remark in brackets that stands for itself, such as "(Kèm theo Kế hoạch số …)" or "(có phụ lục đính kèm)".</summary>
    public static bool IsRemark(string line) => IsBracketed(line) && (!char.IsLower(line.ElementAtOrDefault(1)) || Remark().IsMatch(line));

    /// <summary>Begins with the dash between two years: "2021" / "- 2025".</summary>
    public static bool StartsWithRangeEnd(string line) => RangeEnd().IsMatch(line);

    public static bool EndsInYear(string line) => Year().IsMatch(line);

    /// <summary>An instrument on which the plan is based: such paragraphs end in a semicolon or a full stop.</summary>
    public static bool StartsBasis(string line) => line.StartsWith("Căn cứ", StringComparison.Ordinal) || line.StartsWith("Thực hiện", StringComparison.Ordinal);

    /// <summary>"Hà Nam, ngày 05 tháng 01 năm 2024": nothing ever continues it.</summary>
    public static bool IsPlaceAndDate(string line) => PlaceAndDate().IsMatch(line);

    /// <summary>The beginning of the name of the state or of its motto, which stand at the top right of every official document.</summary>
    public static bool IsStateNameOrMotto(string line) => StateNameOrMotto().IsMatch(line);

    /// <summary>The words that begin the right column of a letterhead or of a signature block, wherever they stand in a line.</summary>
    public static bool BeginsRightColumn(string words) => RightColumn().IsMatch(words);

    public static bool EndsStateNameOrMotto(string line) => StateNameOrMottoEnd().IsMatch(line);

    /// <summary>On whose behalf an official signs: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "CHỦ TỊCH", "GIÁM ĐỐC".</summary>
    public static bool StartsSignature(string line) => Signature().IsMatch(line);

    /// <summary>
    /// In a letterhead: the name of a superior body that is whole ("UBND TỈNH …", "BỘ …"), and below it the beginning of the name of the body that
    /// issues the document. Both in capitals, as decrees on the layout of documents have them.
    /// </summary>
    public static bool IsSuperiorBefore(string line, string next) => Superior().IsMatch(line) && Subordinate().IsMatch(next);

    /// <summary>The number of a page alone on its line.</summary>
    public static int? PageNumber(string line) =>
        PageNumberLine().Match(line) is { Success: true } match ? int.Parse(match.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(?:[•●○▪■♦◦·➢➤✓✔❖]|[-–—+*_](?:\s|[\p{L}“""(])|-\d+\s*%)", RegexOptions.NonBacktracking)]
    private static partial Regex Bullet();

    // "1.", "1)", "1.2.", "1.2 Chữ hoa", "3- Chữ", "II.", "1.Chữ": a bare "12 người" or "12.000 người" or "15/8/2022" is no item.
    [GeneratedRegex(@"^(?:\(?\d{1,2}(?:\.\d{1,2}){0,4}\s?[.)](?:\s|\p{Lu}|$)|\d{1,2}(?:\.\d{1,2}){1,4}\.?\s+[\p{Lu}“""(]|"
        + @"\d{1,2}(?:\.\d{1,2}){0,3}\s?[-–:]\s+\p{Lu}|\d{1,2}/\s*\p{Lu}|[IVX]{1,5}\s?(?:[.)]|[-–/]\s)\s*\p{L})",
        RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex(@"^[a-zđA-ZĐ](?:[.)](?:\s|\p{Lu})|/\s)", RegexOptions.NonBacktracking)]
    private static partial Regex Letter();

    [GeneratedRegex(@"^(?:Căn cứ|CĂN CỨ|Nơi nhận|Nơi gửi|Kính gửi|Số\s*:|Xét đề nghị|Theo đề nghị|TM\.|KT\.|TL\.|TUQ\.|Q\.|T/M|K/T|Lưu\s*:"
        + @"|Ghi chú\s*:|Nguồn tra cứu|Ngày gửi"
        + @"|(?:QUYẾT ĐỊNH|Quyết định|NGHỊ ĐỊNH|Nghị định|QUYẾT NGHỊ|Quyết nghị|CHỈ THỊ|Chỉ thị)\s*:$"
        + @"|(?:Điều|Khoản|Mẫu số|Biểu số|Biểu|Bảng)\s+\d+[a-zđ]?\s*[.:]"
        + @"|(?:Chương|Phần|Mục|Tiểu mục|Phụ lục|PHỤ LỤC|Phụ biểu)\s+(?:[IVX]+|\d+|thứ\s\p{L}+)\s*(?:[.:]|$))",
        RegexOptions.NonBacktracking)]
    private static partial Regex Part();

    [GeneratedRegex(@"^\((?:có|kèm|chi tiết|xem|đính kèm|theo|ban hành|biểu|phụ lục|danh sách)\s", RegexOptions.NonBacktracking)]
    private static partial Regex Remark();

    [GeneratedRegex(@"^[-–]\s(?:19|20)\d\d(?:\D|$)", RegexOptions.NonBacktracking)]
    private static partial Regex RangeEnd();

    [GeneratedRegex(@"\b(?:19|20)\d\d$", RegexOptions.NonBacktracking)]
    private static partial Regex Year();

    [GeneratedRegex(@"^[\p{L}\s.\-]{2,40},\s*ngày[\s\d.…]*tháng[\s\d.…]*năm[\s\d.…]*$", RegexOptions.NonBacktracking)]
    private static partial Regex PlaceAndDate();

    [GeneratedRegex(@"^(?:cộng\s+(?:hòa|hoà)\s+xã\s+hội|độc\s+lập\s*[-–]\s*tự\s+do|ĐẢNG CỘNG SẢN VIỆT NAM)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex StateNameOrMotto();

    [GeneratedRegex(@"^(?:CỘNG (?:HÒA|HOÀ) XÃ|Độc lập [-–] Tự|(?:TM|KT|TL|TUQ)\. ?\p{Lu}{2})", RegexOptions.NonBacktracking)]
    private static partial Regex RightColumn();

    // Without the name of its place or field, a body's name goes on in the next line.
    [GeneratedRegex(@"^(?:(?:UBND|[ỦU][YỶ] BAN NHÂN DÂN|HĐND|HỘI ĐỒNG NHÂN DÂN) (?:TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN|XÃ|PHƯỜNG) \p{Lu}[\p{Lu} ]*|(?:BỘ|SỞ) \p{Lu}+,? \p{Lu}[\p{Lu}, ]*)$",
        RegexOptions.NonBacktracking)]
    private static partial Regex Superior();

    [GeneratedRegex(@"^(?:UBND|[ỦU][YỶ] BAN NHÂN DÂN|HĐND|HỘI ĐỒNG NHÂN DÂN|SỞ|CHI CỤC|CỤC|TỔNG CỤC|TRUNG TÂM|PHÒNG \p{Lu}+ |VĂN PHÒNG|TRƯỜNG|BỆNH VIỆN|CÔNG AN|THANH TRA|BỘ CHỈ HUY|BAN (?:QUẢN LÝ|CHỈ ĐẠO|DÂN TỘC))",
        RegexOptions.NonBacktracking)]
    private static partial Regex Subordinate();

    [GeneratedRegex(@"(?:Việt\s+Nam|phúc)[.!]?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex StateNameOrMottoEnd();

    [GeneratedRegex(@"^(?:TM\.|KT\.|TL\.|TUQ\.|T/M|Q\.|(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|THỦ TƯỚNG|BỘ TRƯỞNG|THỨ TRƯỞNG|BÍ THƯ|CỤC TRƯỞNG|TỔNG CỤC TRƯỞNG|CHÁNH VĂN PHÒNG))",
        RegexOptions.NonBacktracking)]
    private static partial Regex Signature();

    [GeneratedRegex(@"^(?:[-–—]\s*(?<n>\d{1,4})\s*[-–—]|(?<n>\d{1,4})|Trang\s+(?<n>\d{1,4})(?:\s*/\s*\d{1,4})?)$", RegexOptions.NonBacktracking)]
    private static partial Regex PageNumberLine();
}
