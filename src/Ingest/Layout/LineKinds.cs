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

    /// <summary>Ends in a word or mark after which something must follow.</summary>
    public static bool IsCutShort(string line) => line[^1] is ',' or '(' or '“' or '–' or '&' || Dangling().IsMatch(line);

    /// <summary>Ends in a hyphen or slash inside a document number: "06-" before "ĐA/TU".</summary>
    public static bool EndsInsideNumber(string line) =>
        line.Length >= 2 && line[^1] is '-' or '/' && char.IsLetterOrDigit(line[^2]);

    /// <summary>Whether a bracket or quotation mark is opened and not closed.</summary>
    public static bool HasOpenBracket(string text) => IsOpen(text, '(', ')') || IsOpen(text, '“', '”');

    private static bool IsOpen(string text, char opening, char closing) => text.LastIndexOf(opening) > text.LastIndexOf(closing);

    /// <summary>A whole line in brackets, such as "(Kèm theo Kế hoạch số …)".</summary>
    public static bool IsBracketed(string line) => line[0] == '(' && line.TrimEnd('.', ';', ' ') is [.., ')'];

    /// <summary>"Hà Nam, ngày 05 tháng 01 năm 2024": nothing ever continues it.</summary>
    public static bool IsPlaceAndDate(string line) => PlaceAndDate().IsMatch(line);

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

    [GeneratedRegex(@"^(?:Căn cứ|CĂN CỨ|Nơi nhận|Nơi gửi|Kính gửi|Số\s*:|Xét đề nghị|Theo đề nghị|TM\.|KT\.|TL\.|TUQ\.|Q\.|T/M|K/T|Lưu\s*:|Ghi chú\s*:|Nguồn tra cứu|Ngày gửi"
        + @"|(?:QUYẾT ĐỊNH|Quyết định|NGHỊ ĐỊNH|Nghị định|QUYẾT NGHỊ|Quyết nghị|CHỈ THỊ|Chỉ thị)\s*:$"
        + @"|(?:Điều|Khoản|Mẫu số|Biểu số|Biểu|Bảng)\s+\d+[a-zđ]?\s*[.:]"
        + @"|(?:Chương|Phần|Mục|Tiểu mục|Phụ lục|PHỤ LỤC|Phụ biểu)\s+(?:[IVX]+|\d+|thứ\s\p{L}+)\s*(?:[.:]|$))",
        RegexOptions.NonBacktracking)]
    private static partial Regex Part();

    [GeneratedRegex(@"(?:^|\s)(?:và|của|các|những|với|cho|về|tại|để|là|số|do|trong|ngày|tháng|năm|từ|đến|hoặc|như|bằng|thuộc|cùng"
        + @"|theo|trên|dưới|được|bị|không|phải|một|mỗi|từng|giữa|qua|vào|ra|đối với|có|sẽ|đã|đang|nhằm|gồm|&)$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Dangling();

    [GeneratedRegex(@"^[\p{L}\s.\-]{2,40},\s*ngày[\s\d.…]*tháng[\s\d.…]*năm[\s\d.…]*$", RegexOptions.NonBacktracking)]
    private static partial Regex PlaceAndDate();

    [GeneratedRegex(@"^(?:[-–—]\s*(?<n>\d{1,4})\s*[-–—]|(?<n>\d{1,4})|Trang\s+(?<n>\d{1,4})(?:\s*/\s*\d{1,4})?)$", RegexOptions.NonBacktracking)]
    private static partial Regex PageNumberLine();
}
