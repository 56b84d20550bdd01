using System.Globalization;
using System.Text.RegularExpressions;
using Plans.Extraction.Reading;

namespace Plans.Extraction.Sections;

/// <summary>The kinds of numbers that headings carry, from the outermost (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6).</summary>
internal enum NumberStyle { Part, Article, Capital, Roman, Arabic, Letter, Bracketed }

/// <summary>The number with which a line begins.</summary>
/// <param name="Label">As it stands in a path: "II", "1.2", "a", "Điều 3".</param>
/// <param name="Depth">Of an Arabic number, how many parts it has; 1 otherwise.</param>
/// <param name="Ordinal">The value of its last part.</param>
/// <param name="TextStart">Where the words after it begin, in the line.</param>
internal sealed record LineNumber(NumberStyle Style, string Label, int Depth, int Ordinal, int TextStart);

internal static partial class Numbering
{
    private const string VietnameseLetters = "abcdđeghiklmnopqrstuvxy";

    [GeneratedRegex(@"^(?:phần|chương)\s+(?:thứ\s+)?(?<n>[ivx]{1,5}|\d{1,2}|nhất|hai|ba|tư|bốn|năm|sáu|bảy)(?=$|[\s.:/)-])\s*[.:)/-]?\s*", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex PartPattern();

    [GeneratedRegex(@"^đi[ềếê]u\s+(?<n>\d{1,3})\s*[.:]\s*", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex ArticlePattern();

    [GeneratedRegex(@"^(?<n>i?[IVX]{1,6})(?:\s?\\?[.)/:](?!\d)\s?-?\s*|\s?-\s+|\s?-(?=\p{Lu}))(?=\S)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex RomanPattern();

    [GeneratedRegex(@"^(?<n>[A-HĐ])(?:\s?\\?[.)/:]\s*|\s?-\s+)(?=\p{Lu}{2}|\p{Lu}\p{Ll}+\s\p{Ll})", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex CapitalPattern();

    [GeneratedRegex(@"^(?:(?<r>[IVX]{1,5})\.(?=\d))?(?<n>\d{1,2}(?:\s?\\?\.\s?\d{1,2}){0,4})(?:(?<end>\s?\\?[.)/:](?!\d)\s*-?|\s?-\s)|\s)\s*(?=[\p{L}""“‘'(\[\d])", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex ArabicPattern();

    [GeneratedRegex(@"^(?:\(?(?<n>[a-zđ])\)|(?<n>[a-zđ])[./]\s)\s*(?=\S)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex LetterPattern();

    private static readonly string[] OrdinalWords = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy"];

    /// <summary>The number at the start of a line, if it can be one; whether it is one depends on its neighbours.</summary>
    public static LineNumber? Of(Line line)
    {
        if (PartPattern().Match(line.Canon) is { Success: true } part)
        {
            var ordinal = PartOrdinal(part.Groups["n"].Value);
            if (ordinal <= 0)
            {
                return null;
            }

            var isRoman = FromRoman(part.Groups["n"].Value.ToUpperInvariant()) > 0;
            return new(NumberStyle.Part, isRoman ? ToRoman(ordinal) : ordinal.ToString(CultureInfo.InvariantCulture), 1, ordinal, part.Length);
        }

        if (ArticlePattern().Match(line.Canon) is { Success: true } article)
        {
            return new(NumberStyle.Article, "Điều " + article.Groups["n"].Value, 1, Int(article.Groups["n"].Value), article.Length);
        }

        if (RomanPattern().Match(line.Text) is { Success: true } roman && roman.Groups["n"].Value.ToUpperInvariant() is var label && FromRoman(label) is > 0 and var value)
        {
            return new(NumberStyle.Roman, label, 1, value, roman.Length);
        }

        if (CapitalPattern().Match(line.Text) is { Success: true } capital)
        {
            var letter = capital.Groups["n"].Value;
            return new(NumberStyle.Capital, letter, 1, VietnameseLetters.IndexOf(char.ToLowerInvariant(letter[0])) + 1, capital.Length);
        }

        return Arabic(line) ?? Letter(line) ?? Bracketed(line);
    }

    [GeneratedRegex(@"^\((?<n>\d{1,2})\)\s*(?=\p{L})", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex BracketedPattern();

    /// <summary>"(4) Đẩy mạnh …".</summary>
    private static LineNumber? Bracketed(Line line) => BracketedPattern().Match(line.Text) is { Success: true } match && Int(match.Groups["n"].Value) is var ordinal
        ? new(NumberStyle.Bracketed, ordinal.ToString(CultureInfo.InvariantCulture), 1, ordinal, match.Length) : null;

    private static LineNumber? Arabic(Line line)
    {
        var match = ArabicPattern().Match(line.Text);
        if (!match.Success)
        {
            return null;
        }

        var parts = match.Groups["n"].Value.Replace("\\", "", StringComparison.Ordinal).Split('.', StringSplitOptions.TrimEntries);
        var closed = match.Groups["end"].Success;
        var next = line.Text[match.Length];
        if ((parts.Length == 1 && !closed) || (char.IsDigit(next) && !closed))
        {
            return null;
        }

        return new(NumberStyle.Arabic, string.Join('.', parts.Select(p => Int(p).ToString(CultureInfo.InvariantCulture))), parts.Length, Int(parts[^1]), match.Length);
    }

    private static LineNumber? Letter(Line line)
    {
        var match = LetterPattern().Match(line.Text);
        return match.Success && VietnameseLetters.IndexOf(match.Groups["n"].Value[0]) is >= 0 and var at
            ? new(NumberStyle.Letter, match.Groups["n"].Value, 1, at + 1, match.Length) : null;
    }

    private static int Int(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int PartOrdinal(string word) => Array.IndexOf(OrdinalWords, word) switch
    {
        >= 0 and var at => at + 1,
        _ when word == "bốn" => 4,
        _ when word.All(char.IsDigit) => Int(word),
        _ => FromRoman(word.ToUpperInvariant()),
    };

    /// <summary>0 where the letters are no Roman number.</summary>
    public static int FromRoman(string roman)
    {
        var value = 0;
        for (var i = 0; i < roman.Length; i++)
        {
            var (here, next) = (Digit(roman[i]), i + 1 < roman.Length ? Digit(roman[i + 1]) : 0);
            value += here < next ? -here : here;
        }

        return ToRoman(value) == roman ? value : 0;

        static int Digit(char c) => c switch { 'I' => 1, 'V' => 5, 'X' => 10, _ => 0 };
    }

    /// <summary>"II" and "2" as "2", "B" as "2".</summary>
    public static string ArabicOf(string label) => (FromRoman(label) is > 0 and var roman ? roman
        : label.All(char.IsDigit) ? Int(label) : VietnameseLetters.IndexOf(char.ToLowerInvariant(label[0])) + 1).ToString(CultureInfo.InvariantCulture);

    public static string ToRoman(int value)
    {
        if (value is < 1 or > 39)
        {
            return "";
        }

        string[] ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
        return new string('X', value / 10) + ones[value % 10];
    }
}
