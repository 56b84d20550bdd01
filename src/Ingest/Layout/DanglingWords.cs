namespace Plans.Ingest.Layout;

/// <summary>Words that never end a sentence or heading: whoever stops there was cut short.</summary>
internal static class DanglingWords
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "và", "của", "các", "những", "với", "cho", "về", "tại", "để", "là", "do", "trong", "từ", "đến", "hoặc", "như", "bằng", "thuộc", "cùng", "theo", "giữa",
        "một", "mỗi", "từng", "nhằm", "gồm",
    };

    /// <summary>Words before which the ones above end a compound noun or verb and may well stand last ("II. Tồn tại").</summary>
    private static readonly HashSet<string> Compounds = new(StringComparer.OrdinalIgnoreCase)
    {
        "tồn tại", "hiện tại", "kèm theo", "tiếp theo", "tự do", "lý do", "chứng từ", "công bằng", "cân bằng", "đồng bằng", "văn bằng", "trực thuộc", "phụ thuộc",
        "cuối cùng", "bên trong", "trở về", "đi đến",
    };

    /// <summary>Words that a number must follow.</summary>
    private static readonly HashSet<string> BeforeNumbers = new(StringComparer.OrdinalIgnoreCase)
    {
        "ngày", "tháng", "năm", "số", "quý", "khoảng", "trên", "dưới", "đạt", "đoạn", "điều", "khoản", "mục", "thứ", "còn", "lên",
    };

    public static bool EndIn(string line, string next)
    {
        var last = line.LastIndexOf(' ');
        var word = line[(last + 1)..];
        if (BeforeNumbers.Contains(word))
        {
            return char.IsAsciiDigit(next[0]);
        }

        if (last <= 0 || !Words.Contains(word))
        {
            return false;
        }

        var before = line.LastIndexOf(' ', last - 1);
        return !Compounds.Contains(line[(before + 1)..]);
    }
}
