using System.Globalization;
using System.Text;

namespace Plans.Store.Search;

/// <summary>
/// How Vietnamese words are made comparable. <see cref="Fold(string)"/> takes the marks off (đ→d); <see cref="TonePlacement"/> gives the two
/// accepted spellings of hòa/hoà, khỏe/khoẻ, thủy/thuỷ one form and keeps the marks. i and y stay different letters.
/// </summary>
public static class Folding
{
    /// <summary>The folded form of each letter below this code, which is every letter of Vietnamese; '\0' for a mark.</summary>
    private const int TableSize = 0x1F00;
    private static readonly char[] Table = [.. Enumerable.Range(0, TableSize).Select(code => FoldLetter((char)code))];

    /// <summary>Lower case; letters without marks, composed or not; đ, and the eth that is typed for it, as d.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if ((c < TableSize ? Table[c] : FoldLetter(c)) is not '\0' and var letter)
            {
                folded.Append(letter);
            }
        }

        return folded.ToString();
    }

    /// <summary>As <see cref="Fold(string)"/>, into a buffer; what does not fit is left out.</summary>
    public static ReadOnlySpan<char> Fold(ReadOnlySpan<char> word, Span<char> buffer)
    {
        var length = 0;
        foreach (var c in word)
        {
            if (length < buffer.Length && (c < TableSize ? Table[c] : FoldLetter(c)) is not '\0' and var letter)
            {
                buffer[length++] = letter;
            }
        }

        return buffer[..length];
    }

    /// <summary>The first letter of the folded word.</summary>
    public static char First(ReadOnlySpan<char> word) => word[0] < TableSize ? Table[word[0]] : FoldLetter(word[0]);

    /// <summary>Lower case with marks, composed, tone mark where it stood.</summary>
    public static string Lower(string text) => Nfc(text).ToLowerInvariant();

    /// <summary>The folded words joined by single blanks: "190/KH-UBND" → "190 kh ubnd". Two names are the same where their keys are.</summary>
    public static string Key(string text) => string.Join(' ', Words(text).Select(Fold));

    /// <summary>Whether the word has anything that folding takes off: "đao" has, "dao" has not.</summary>
    public static bool IsMarked(string word) => Lower(word) != Fold(word);

    /// <summary>The words of a text: runs of letters and digits with the marks on them.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var composed = Nfc(text);
        return WordRanges(composed).Select(range => composed[range]);
    }

    /// <summary>Where the words stand. The same characters make a word here as in the tokenizer of the full-text index.</summary>
    public static IEnumerable<Range> WordRanges(string text)
    {
        var cutter = new WordCutter(text);
        while (cutter.Next(out var word))
        {
            yield return word;
        }
    }

    /// <summary>
    /// The word with its tone mark on the first letter of a final oa, oe or uy, on the y of a final quy: hoà → hòa, thuỷ → thủy,
    /// qúy → quý. Capitals stay. Other words stay as they are (toán has one spelling only).
    /// </summary>
    public static string TonePlacement(string word) => Placed(word, onFirst: true);

    /// <summary>The word in each accepted placement of its tone mark: itself, and hoà for hòa.</summary>
    public static IReadOnlyList<string> TonePlacements(string word) =>
        [.. new[] { Nfc(word), Placed(word, onFirst: true), Placed(word, onFirst: false) }.Distinct()];

    private static string Placed(string word, bool onFirst)
    {
        var text = Nfc(word);
        if (text.Length < 2)
        {
            return text;
        }

        var (first, firstTone) = Split(text[^2]);
        var (second, secondTone) = Split(text[^1]);
        var pair = $"{char.ToLowerInvariant(first)}{char.ToLowerInvariant(second)}";
        if (pair is not ("oa" or "oe" or "uy") || (firstTone == '\0') == (secondTone == '\0'))
        {
            return text;
        }

        var tone = firstTone == '\0' ? secondTone : firstTone;
        var afterQ = pair == "uy" && text.Length > 2 && char.ToLowerInvariant(text[^3]) == 'q';
        return Nfc(onFirst && !afterQ ? $"{text[..^2]}{first}{tone}{second}" : $"{text[..^2]}{first}{second}{tone}");
    }

    /// <summary>A letter and its tone mark: à → (a, grave); â stays one letter, ầ is (â, grave).</summary>
    private static (char Letter, char Tone) Split(char letter)
    {
        var parts = letter.ToString().Normalize(NormalizationForm.FormD);
        return parts.Length > 1 && parts[^1] is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323'
            ? (Nfc(parts[..^1])[0], parts[^1])
            : (letter, '\0');
    }

    /// <summary>
    /// Composed. Halves of surrogate pairs and U+FFFE, which a query or a damaged file may hold, have no normal form (Normalize throws):
    /// they become the replacement character, which is in no word.
    /// </summary>
    private static string Nfc(string text) => (IsText(text) ? text : Repaired(text)).Normalize(NormalizationForm.FormC);

    private static bool IsText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]) || text[i] == '\uFFFE')
            {
                return false;
            }
        }

        return true;
    }

    private static string Repaired(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune.Value == 0xFFFE ? Rune.ReplacementChar : rune));

    private static char FoldLetter(char c)
    {
        if (IsMark(c))
        {
            return '\0';
        }

        // A letter with marks decomposes into itself and them; what decomposes into several letters stays.
        var parts = IsText(c.ToString()) ? c.ToString().Normalize(NormalizationForm.FormD) : c.ToString();
        var letter = char.ToLowerInvariant(parts.Skip(1).All(IsMark) ? parts[0] : c);
        return letter is 'đ' or 'ð' ? 'd' : letter;
    }

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;
}
