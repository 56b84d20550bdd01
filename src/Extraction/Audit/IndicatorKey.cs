using Plans.Extraction.Language;

namespace Plans.Extraction.Audit;

/// <summary>The words that tell what an indicator counts: without marks, without words that say nothing of it, abbreviations written out.</summary>
internal static class IndicatorKey
{
    private static readonly HashSet<string> Empty =
        [.. ("ty le so tong cong toan cac duoc cua cho va la dat tren dia ban tinh dan su dung luot mo don hang nam den het cuoi nhung theo tai o trong co "
            + "voi nguoi dien tich nang len phan dau khoang thuc hien xay lap dat bo sung lop ho muc tham du ty trong chi tieu so luong them").Split(' ')];

    /// <summary>Who or where is counted: the same words with another of these are another indicator.</summary>
    private static readonly HashSet<string> Telling =
        [.. "nong thon thanh thi do ngheo can toc thieu nu nam tre em mien nui xa huyen bang chung quoc te noi dia gia tang them binh quan moi lai cao trung so cap hoc".Split(' ')];

    private static readonly string[] Nothing = ["luy ke", "ho gia dinh", "ho dan", "tren dia ban", "toan tinh", "thanh pho", "ca nuoc"];

    private static readonly Dictionary<string, string> Short = new()
    {
        ["bhyt"] = "bao hiem y te",
        ["bhxh"] = "bao hiem xa hoi",
        ["bhtn"] = "bao hiem that nghiep",
        ["dtts"] = "dan toc thieu so",
        ["attp"] = "an toan thuc pham",
        ["thcs"] = "trung hoc co so",
        ["thpt"] = "trung hoc pho thong",
        ["htx"] = "hop tac xa",
        ["tthc"] = "thu tuc hanh chinh",
        ["pccc"] = "phong chay chua chay",
        ["gdnn"] = "giao duc nghe nghiep",
        ["cntt"] = "cong nghe thong tin",
        ["ntm"] = "nong thon moi",
        ["cchc"] = "cai cach hanh chinh",
        ["dvctt"] = "dich vu cong truc tuyen",
    };

    public static HashSet<string> Of(string indicator)
    {
        var words = Nothing.Aggregate(Canon.Fold(indicator), (text, phrase) => text.Replace(phrase, " ", StringComparison.Ordinal)).Split([' ', ',', '(', ')', ';', ':', '-', '/', '.', '"', '“', '”'], StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(w => Short.TryGetValue(w, out var full) ? full.Split(' ') : [w]).ToHashSet();
        var telling = words.Where(w => !Empty.Contains(w)).ToHashSet();
        return telling.Count > 0 ? telling : words;
    }

    /// <summary>Nearly all words of the shorter stand in the longer, and no word that tells a population apart is in one alone.</summary>
    public static bool Same(HashSet<string> left, HashSet<string> right)
    {
        var (few, many) = left.Count <= right.Count ? (left, right) : (right, left);
        var common = MayBeSame(left.Count, right.Count, few.Count) ? few.Count(many.Contains) : 0;
        return common > 0 && MayBeSame(left.Count, right.Count, common)
            && !left.Where(w => !right.Contains(w)).Concat(right.Where(w => !left.Contains(w))).Any(Telling.Contains);
    }

    /// <summary>Whether two indicators with so many words each share enough of them.</summary>
    public static bool MayBeSame(int left, int right, int common) => left > 0 && right > 0 && 2.0 * common / (left + right) >= (Math.Min(left, right) <= 3 ? 0.99 : 0.8);

    /// <summary>How many of the words of one stand in the other: 1 all of them.</summary>
    public static double Within(HashSet<string> part, HashSet<string> whole) => part.Count == 0 ? 0 : part.Count(whole.Contains) / (double)part.Count;
}
