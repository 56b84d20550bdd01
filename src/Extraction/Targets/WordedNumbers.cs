using System.Buffers;
using System.Text.RegularExpressions;
using Plans.Extraction.Catalogues;
using Plans.Extraction.Language;

namespace Plans.Extraction.Targets;

/// <summary>
/// Numbers written as words: "xây dựng hai mô hình", "ít nhất một câu lạc bộ". Only between a verb of making, or a comparator, and a counted noun; "năm" is
/// nearly always a year and is left out, and "một" counts only after a comparator.
/// </summary>
internal static partial class WordedNumbers
{
    private static readonly Dictionary<string, decimal> Values = new()
    {
        ["một"] = 1,
        ["hai"] = 2,
        ["ba"] = 3,
        ["bốn"] = 4,
        ["sáu"] = 6,
        ["bảy"] = 7,
        ["tám"] = 8,
        ["chín"] = 9,
        ["mười"] = 10,
    };

    /// <summary>One of these stands in every number written as a word, and in few lines.</summary>
    private static readonly SearchValues<string> Words = SearchValues.Create([.. Values.Keys.Select(word => " " + word + " ")], StringComparison.Ordinal);

    /// <summary>Parts of a whole, as per cent: "hai phần ba số xã", "giảm một nửa".</summary>
    private static readonly Dictionary<string, decimal> Shares = new()
    {
        ["một nửa"] = 50,
        ["một phần hai"] = 50,
        ["một phần ba"] = 33.3m,
        ["hai phần ba"] = 66.7m,
        ["một phần tư"] = 25,
        ["ba phần tư"] = 75,
    };

    [GeneratedRegex(@"(?<!\p{L})(?<n>một nửa|một phần (?:hai|ba|tư)|hai phần ba|ba phần tư)(?=\s(?:tổng )?(?:số|diện tích|dân số)\s|\s?[,;.]|\sso với|$)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Share();

    /// <summary>"mỗi xã quy hoạch ít nhất một vùng": what each is to have is no number of the plan's.</summary>
    private const int EachReach = 30;

    [GeneratedRegex(@"(?:(?:ít nhất|tối thiểu|thêm|không dưới)\s(?<n>một|hai|ba|bốn|sáu|bảy|tám|chín|mười)|(?:xây dựng|xây mới|thành lập|tổ chức|mở|phát triển|hình thành|hoàn thành|công nhận|đầu tư|lắp đặt|triển khai|nhân rộng|duy trì|đạt)\s(?<n>hai|ba|bốn|sáu|bảy|tám|chín|mười))\s", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Worded();

    /// <summary>In the order of the text, which is in <see cref="Canon.Form"/>.</summary>
    public static IEnumerable<NumberToken> Find(string canon) => Counts(canon).Concat(SharesIn(canon));

    private static IEnumerable<NumberToken> SharesIn(string canon) => canon.Contains("một nửa", StringComparison.Ordinal) || canon.Contains(" phần ", StringComparison.Ordinal)
        ? Share().Matches(canon).Select(m => new NumberToken(m.Index, m.Index + m.Length, Shares[m.Value], null, true, m.Value, false)) : [];

    private static IEnumerable<NumberToken> Counts(string canon)
    {
        if (!canon.AsSpan().ContainsAny(Words))
        {
            yield break;
        }

        foreach (Match match in Worded().Matches(canon))
        {
            var word = match.Groups["n"];
            var isEach = canon[Math.Max(0, match.Index - EachReach)..match.Index].Contains("mỗi ", StringComparison.Ordinal);
            if (!isEach && Units.At(canon, match.Index + match.Length) is { Kind: UnitKind.Output or UnitKind.Body })
            {
                yield return new NumberToken(word.Index, word.Index + word.Length, Values[word.Value], null, false, word.Value, false);
            }
        }
    }
}
