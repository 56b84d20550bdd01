namespace Plans.Extraction.Tests.Properties;

/// <summary>Texts on which careless rules take for ever; each is made to a wanted length.</summary>
internal static class Hostile
{
    public static readonly IReadOnlyDictionary<string, Func<int, string>> Texts = new Dictionary<string, Func<int, string>>
    {
        ["one word"] = length => new string('a', length),
        ["one line of words"] = length => Repeat("phát triển kinh tế ", length),
        ["numbers"] = length => Repeat("- Đạt 12,5% và 1.234 người; ", length),
        ["bare numbers"] = length => Repeat("1 2.3 4,5 ", length),
        ["digits"] = length => new string('7', length),
        ["dots in numbers"] = length => Repeat("1.000.", length),
        ["opening brackets"] = length => Repeat("(5 lớp ", length),
        ["closing brackets"] = length => Repeat("5 lớp) ", length),
        ["agencies"] = length => "- " + Repeat("Sở Nội vụ, các cơ quan và ", length),
        ["commas"] = length => Repeat(", ", length),
        ["citations"] = length => Repeat("Quyết định số 12/QĐ-UBND ngày 01/01/2020, ", length),
        ["almost citations"] = length => Repeat("12/Q-", length),
        ["laws without years"] = length => Repeat("Luật Việc làm và ", length),
        ["dates"] = length => Repeat("trước ngày 01/02/2024 ", length),
        ["almost dates"] = length => Repeat("ngày tháng ", length),
        ["references"] = length => "- Chủ trì thực hiện các nhiệm vụ: " + Repeat("1 (1.1, 1.2), ", length),
        ["quotation marks"] = length => Repeat("“5 lớp ", length),
        ["colons"] = length => Repeat("gồm: ", length),
        ["within"] = length => "- 50 lớp, " + Repeat("trong đó 5 lớp, ", length),
        ["many headings"] = length => string.Concat(Enumerable.Range(1, length / 30).Select(i => $"{i}. Sở Nội vụ\n- Việc {i}.\n")),
        ["many bullets"] = length => Repeat("- Tổ chức 02 lớp.\n", length),
        ["blanks"] = length => "a" + new string('\u00a0', length) + "b",
    };

    private static string Repeat(string piece, int length) => string.Concat(Enumerable.Repeat(piece, (length / piece.Length) + 1));
}
