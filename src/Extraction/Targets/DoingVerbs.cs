using Plans.Extraction.Catalogues;
using Plans.Extraction.Language;

namespace Plans.Extraction.Targets;

/// <summary>
/// Verbs of doing (verbs-of-doing.txt) around a number: they open what is counted, and after a comma they open another thing that is done.
/// All texts are in canonical form.
/// </summary>
internal static class DoingVerbs
{
    private static readonly PhraseSet Verbs = PhraseSet.Load("verbs-of-doing.txt");

    /// <summary>Words that stand with a verb and say how, how much or anew.</summary>
    private static readonly PhraseSet Adverbs = PhraseSet.Of(
        ["được", "mới", "thêm", "thêm được", "lại", "bổ sung", "thành công", "xong", "đủ", "dứt điểm", "tốt", "có hiệu quả", "hiệu quả", "thí điểm", "ít nhất", "tối thiểu",
            "khoảng", "trên", "các", "cho", "mỗi", "việc", "xong việc", "đột xuất", "định kỳ", "trực tiếp", "miễn phí"]);

    /// <summary>Making says nothing of the thing made, nor striving of what is striven for: "tổ chức 02 lớp", "lắp đặt 12 biển báo".</summary>
    private static readonly PhraseSet Generic = PhraseSet.Of(
        ["tổ chức", "xây dựng", "thực hiện", "triển khai", "có", "đạt", "hoàn thành", "phấn đấu", "duy trì", "bảo đảm", "đảm bảo", "thu hút", "hoàn thành việc", "tiến hành"]);

    private static readonly PhraseSet Making = PhraseSet.Of(
        ["tổ chức", "xây dựng", "thực hiện", "triển khai", "có", "đạt", "hoàn thành", "phấn đấu", "duy trì", "bảo đảm", "đảm bảo", "thu hút", "vận động", "lắp đặt", "đặt",
            "in", "in ấn", "cấp phát", "phát", "phát hành", "thiết lập", "thành lập", "hình thành", "xuất bản", "mở", "chia làm", "đầu tư",
            "hoàn thành việc", "tiến hành", "khai trương", "đưa vào khai thác", "đưa vào sử dụng", "đưa vào vận hành", "lập", "sản xuất", "đưa vào hoạt động"]);

    /// <summary>Seeing to it that a share of something is so: the share counts what is so.</summary>
    private static readonly PhraseSet Providing = PhraseSet.Of(
        ["bố trí", "vận động", "nâng", "nâng cao", "giảm", "đưa", "giúp", "tạo", "cử", "cấp", "phát triển", "hỗ trợ", "tạo điều kiện", "có thêm", "có được", "tiếp tục", "đẩy mạnh", "tăng cường",
            "tập trung", "củng cố", "kiện toàn", "thu hút được", "trang bị", "hướng dẫn", "chỉ đạo", "khống chế", "hình thành", "phát động", "đầu tư"]);

    /// <summary>What is said to be done to a share, without verbs of making and of seeing to it.</summary>
    public static string WithoutProviding(string said)
    {
        var canon = Canon.Form(said);
        return Providing.LengthAt(canon, 0) > 0 || Making.LengthAt(canon, 0) > 0 ? "" : said;
    }

    public static bool BeginsAt(string canon, int at) => Verbs.LengthAt(canon, at) > 0;

    /// <summary>Whether the text is nothing but verbs of doing with their adverbs: "xây dựng, nhân rộng", "hoàn thành việc sắp xếp".</summary>
    public static bool IsRun(string canon)
    {
        var text = canon.Trim(' ', ',', ':');
        return text.Length > 0 && RunLength(text, 0) == text.Length;
    }

    /// <summary>How far a run of verbs reaches from a position; 0 where none begins there.</summary>
    private static int RunLength(string canon, int at)
    {
        var (next, end) = (at, at);
        while (next < canon.Length)
        {
            var length = Verbs.LengthAt(canon, next);
            length = length == 0 && end > at ? Adverbs.LengthAt(canon, next) : length;
            if (length == 0)
            {
                break;
            }

            end = next + length;
            next = Skip(canon, end);
        }

        return end - at;
    }

    /// <summary>Past the blank, comma or "và" that joins two verbs.</summary>
    private static int Skip(string canon, int at)
    {
        while (at < canon.Length && canon[at] is ' ' or ',')
        {
            at++;
        }

        return string.CompareOrdinal(canon, at, "và ", 0, 3) == 0 ? at + 3 : at;
    }

    /// <summary>A text without the verbs at its beginning that say nothing of what is counted.</summary>
    /// <param name="makes">Whether what is counted is made: making it says nothing then.</param>
    public static string WithoutGeneric(string text, bool makes)
    {
        var canon = Canon.Form(text);
        var set = makes ? Making : Generic;
        var at = 0;
        while (at < text.Length && set.LengthAt(canon, at) is > 0 and var length && length == Math.Max(length, Verbs.LengthAt(canon, at)))
        {
            at = Skip(canon, at + length);
        }

        return at < text.Length ? text[at..] : "";
    }

    /// <summary>
    /// Where the last thing begins that is said to be done: after the last comma before a verb, unless only verbs stand before it ("sửa chữa, nâng cấp hồ
    /// chứa"). 0 where there is but one.
    /// </summary>
    public static int LastClause(string canon)
    {
        for (var comma = canon.LastIndexOf(", ", StringComparison.Ordinal); comma > 0; comma = canon.LastIndexOf(", ", comma - 1, StringComparison.Ordinal))
        {
            var at = comma + 2;
            var before = canon[(canon.LastIndexOf(", ", comma - 1, StringComparison.Ordinal) is >= 0 and var start ? start + 2 : 0)..comma];
            if (BeginsAt(canon, at) && !EndsWithVerb(before) && at + RunLength(canon, at) is var end && end < canon.TrimEnd().Length && canon.IndexOf(", ", end, StringComparison.Ordinal) < 0)
            {
                return at;
            }
        }

        return 0;
    }

    /// <summary>"sản xuất, kinh doanh thực phẩm", "xây dựng, sửa chữa nhà": a comma after a verb joins verbs.</summary>
    public static bool EndsWithVerb(string canon)
    {
        var text = canon.TrimEnd();
        for (var at = text.Length - 1; at >= 0 && text.Length - at < 30; at--)
        {
            if ((at == 0 || text[at - 1] is ' ' or ',') && RunLength(text, at) == text.Length - at && text.Length > at)
            {
                return true;
            }
        }

        return false;
    }
}
