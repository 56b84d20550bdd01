using System.Text;
using System.Text.RegularExpressions;

namespace Plans.Extraction.Evaluation;

/// <summary>
/// Compares wordings as people do: case, dashes, quotation marks, spacing and emphasis make no difference. The rules are those of score.py, so
/// that both give the same figures; they are not the rules by which facts are extracted.
/// </summary>
internal static partial class Wording
{
    /// <summary>An anchor is compared by its first words.</summary>
    private const int AnchorWords = 14;

    /// <summary>How many words (a bullet, a number) may stand before an anchor.</summary>
    private const int WordsBefore = 3;

    [GeneratedRegex(@"</?(?:p|i|b|br)\s*/?>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();

    /// <summary>NFC, lower case, one blank, plain hyphens, no quotes, asterisks or tags.</summary>
    public static string Norm(string? text)
    {
        var plain = new StringBuilder();
        foreach (var c in (text ?? "").Normalize(NormalizationForm.FormC))
        {
            switch (c)
            {
                case >= '\u2010' and <= '\u2014' or '\u2212':
                    plain.Append('-');
                    break;
                case '\u201c' or '\u201d' or '\u201e' or '\u201f' or '"' or '\'' or '\u2018' or '\u2019':
                    break;
                default:
                    plain.Append(c);
                    break;
            }
        }

        var lower = Tag().Replace(plain.ToString(), " ").Replace('*', ' ').ToLowerInvariant();
        lower = lower.Replace("uỷ ban", "ủy ban").Replace("hoà", "hòa").Replace("hoá", "hóa");
        return Blanks().Replace(lower, " ").Trim(' ', '.', ';', ':', ',', '-', '+');
    }

    /// <summary><see cref="Norm"/> without any blank.</summary>
    public static string Compact(string? text) => Blanks().Replace(Norm(text), "");

    public static IReadOnlyList<string> Words(string? text)
    {
        var words = new List<string>();
        var norm = Norm(text);
        var start = -1;
        for (var i = 0; i <= norm.Length; i++)
        {
            var isWord = i < norm.Length && (char.IsLetter(norm[i]) || char.IsNumber(norm[i]) || norm[i] is '_' or '%');
            if (isWord && start < 0)
            {
                start = i;
            }
            else if (!isWord && start >= 0)
            {
                words.Add(norm[start..i]);
                start = -1;
            }
        }

        return words;
    }

    /// <summary>The F1 of two bags of words, 0 to 1; 0 where one is empty.</summary>
    public static double Overlap(string? a, string? b)
    {
        var (left, right) = (Words(a), Words(b));
        return left.Count == 0 || right.Count == 0 ? 0 : 2.0 * Common(left, right) / (left.Count + right.Count);
    }

    /// <summary>How much of the anchor's words stand in the text: 1 all of them.</summary>
    public static double Covers(string? text, string? anchor) => Covers(Words(text), Words(anchor));

    /// <summary>Whether the text begins with the anchor, but for a bullet, a number or a few words.</summary>
    public static bool Begins(string? text, string? anchor)
    {
        IReadOnlyList<string> words = Words(text), sought = [.. Words(anchor).Take(AnchorWords)];
        return words.Count > 0 && sought.Count > 0
            && Enumerable.Range(0, WordsBefore + 1).Any(skip => Covers([.. words.Skip(skip).Take(sought.Count + 2)], sought) >= 0.85);
    }

    private static double Covers(IReadOnlyList<string> text, IReadOnlyList<string> anchor) => anchor.Count == 0 ? 0 : (double)Common(anchor, text) / anchor.Count;

    private static int Common(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        var left = b.CountBy(word => word).ToDictionary();
        var common = 0;
        foreach (var word in a)
        {
            if (left.GetValueOrDefault(word) > 0)
            {
                left[word]--;
                common++;
            }
        }

        return common;
    }
}
