using System.Collections.Concurrent;
using Plans.Extraction.Catalogues;
using Plans.Extraction.Language;

namespace Plans.Extraction.Learning.Alignment;

/// <summary>What kind of number an indicator is.</summary>
internal enum NumberKind { Share, Rank, Count, Amount }

/// <summary>An indicator as comparison sees it: its words with abbreviations written out, what it counts and by which qualifiers.</summary>
/// <param name="Words">Content words (syllables), each once, in order.</param>
/// <param name="Pairs">Neighbouring content words.</param>
/// <param name="Qualifiers">Kind and words of each qualifier (indicator-qualifiers.tsv).</param>
/// <param name="Codes">Names in capitals that are no known abbreviations: "PAPI", "OCOP".</param>
/// <param name="Numbers">Numbers among the words: "5 tuổi", "4G", "3 sao".</param>
internal sealed record IndicatorForm(
    IReadOnlyList<string> Words, IReadOnlySet<string> Pairs, IReadOnlySet<(string Kind, string Words)> Qualifiers, IReadOnlySet<string> Numbers, IReadOnlySet<string> Codes, NumberKind Kind, string Unit)
{
    /// <summary>Words that say nothing about which indicator it is.</summary>
    private static readonly HashSet<string> Empty =
    [
        "tỷ", "lệ", "số", "tổng", "được", "có", "và", "của", "các", "trên", "trong", "tại", "ở", "cho", "là", "với", "so", "theo", "đạt", "về", "từ", "để", "do", "vào", "mức", "địa",
        "toàn", "những", "một", "đã", "đang", "lên", "trở", "năm", "lượng", "thực", "hiện", "hoặc", "đến", "cả", "khi", "mà", "này", "đó", "g",
    ];

    private static readonly IReadOnlyList<(string Written, string Meaning)> Abbreviations =
        [.. Catalogue.Rows("abbreviations.tsv").Select(r => (" " + r[0] + " ", " " + r[1] + " ")).OrderByDescending(a => a.Item1.Length).ThenBy(a => a.Item1, StringComparer.Ordinal)];

    private static readonly IReadOnlyList<(string Kind, string Words)> AllQualifiers =
        [.. Catalogue.Rows("indicator-qualifiers.tsv").Select(r => (r[0], " " + r[1] + " ")).OrderByDescending(q => q.Item2.Length).ThenBy(q => q.Item2, StringComparer.Ordinal)];

    private static readonly ConcurrentDictionary<(string, string?), IndicatorForm> Known = new();

    /// <summary>Remembers what it has seen: comparisons ask for the same wordings again and again.</summary>
    public static IndicatorForm Of(string indicator, string? unit) =>
        Known.Count > 20_000 ? Make(indicator, unit) : Known.GetOrAdd((indicator, unit), static key => Make(key.Item1, key.Item2));

    private static IndicatorForm Make(string indicator, string? unit)
    {
        var canon = Canon.Form(indicator);
        var plain = Plain(canon);
        foreach (var (written, meaning) in Abbreviations)
        {
            plain = plain.Replace(written, meaning, StringComparison.Ordinal);
        }

        plain = Plain(plain);
        var qualifiers = new HashSet<(string, string)>();
        var rest = plain;
        foreach (var (kind, words) in AllQualifiers)
        {
            if (rest.Contains(words, StringComparison.Ordinal))
            {
                qualifiers.Add((kind, words.Trim()));
                rest = rest.Replace(words, " | ", StringComparison.Ordinal);
            }
        }

        var all = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !Empty.Contains(w)).Select(w => w.Length > 1 ? w.TrimStart('0') : w).Where(w => w.Length > 0).ToList();
        var measure = Canon.Form(unit ?? "").Trim();
        return new IndicatorForm(
            [.. all.Distinct()],
            all.Zip(all.Skip(1), (a, b) => a + " " + b).ToHashSet(),
            qualifiers,
            all.Where(w => w.Any(char.IsDigit)).ToHashSet(),
            indicator.Split([' ', '(', ')', ',', '/', '-'], StringSplitOptions.RemoveEmptyEntries).Where(IsCode).ToHashSet(),
            KindOf(canon, plain, measure),
            measure);
    }

    private static bool IsCode(string word) => word.Length >= 3 && word.All(char.IsAsciiLetterUpper) && !Abbreviations.Any(a => a.Written == $" {Canon.Form(word)} ");

    /// <summary>Single blanks between words and at both ends; a number keeps its points.</summary>
    private static string Plain(string canon)
    {
        var chars = canon.ToCharArray();
        for (var i = 0; i < chars.Length; i++)
        {
            var isPoint = chars[i] is '.' && i > 0 && i + 1 < chars.Length && char.IsDigit(chars[i - 1]) && char.IsDigit(chars[i + 1]);
            chars[i] = char.IsLetterOrDigit(chars[i]) || isPoint ? chars[i] : ' ';
        }

        return " " + string.Join(' ', new string(chars).Split(' ', StringSplitOptions.RemoveEmptyEntries)) + " ";
    }

    private static NumberKind KindOf(string canon, string plain, string unit)
    {
        if (unit is "hạng" or "bậc" || plain.Contains(" xếp hạng ", StringComparison.Ordinal))
        {
            return NumberKind.Rank;
        }

        if (unit is "%" or "‰" || canon.Contains("(%)", StringComparison.Ordinal) || plain.StartsWith(" tỷ lệ ", StringComparison.Ordinal) || plain.StartsWith(" tỷ trọng ", StringComparison.Ordinal))
        {
            return NumberKind.Share;
        }

        return unit.Contains("đồng", StringComparison.Ordinal) || unit.Contains("usd", StringComparison.Ordinal) || unit is "ha" or "tấn" or "km" or "tạ/ha" or "m2" or "m3" ? NumberKind.Amount : NumberKind.Count;
    }
}
