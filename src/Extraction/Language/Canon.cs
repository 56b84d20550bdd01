using System.Globalization;
using System.Text;

namespace Plans.Extraction.Language;

/// <summary>
/// The two forms in which rules see text. Both keep the length of NFC text, so that a position in the form is a position in
/// the document.
/// </summary>
public static class Canon
{
    /// <summary>
    /// Lower case, plain hyphens, plain quotes and blanks, and tone marks where the older spelling puts them (hòa for hoà, thủy for thuỷ:
    /// both stand in official text, even within the decree on layout itself).
    /// </summary>
    public static string Form(string text) => string.Create(text.Length, text, static (chars, from) =>
    {
        for (var i = 0; i < chars.Length; i++)
        {
            chars[i] = from[i] < Plains.Length ? Plains[from[i]] : Plain(char.ToLowerInvariant(from[i]));
        }

        for (var i = 0; i + 1 < chars.Length; i++)
        {
            if (chars[i] is 'o' or 'u' && (i + 2 >= chars.Length || !char.IsLetter(chars[i + 2]))
                && MoveTone(chars[i], chars[i + 1], i > 0 ? chars[i - 1] : ' ') is { } pair)
            {
                (chars[i], chars[i + 1]) = pair;
            }
        }
    });

    /// <summary><see cref="Form"/> without any mark, and đ as d: the form of searches and of repairs of recognised text.</summary>
    public static string Fold(string text) => string.Create(text.Length, Form(text), static (chars, form) =>
    {
        for (var i = 0; i < chars.Length; i++)
        {
            chars[i] = form[i] < Unmarkeds.Length ? Unmarkeds[form[i]] : Unmarked(form[i]);
        }
    });

    /// <summary>Beyond every Vietnamese letter, dash and quotation mark: what these mean is worked out once, for every text is read in both forms.</summary>
    private const int Common = 0x2300;

    private static readonly char[] Plains = [.. Enumerable.Range(0, Common).Select(c => Plain(char.ToLowerInvariant((char)c)))];

    private static readonly char[] Unmarkeds = [.. Enumerable.Range(0, Common).Select(c => Unmarked((char)c))];

    private static char Plain(char c) => c switch
    {
        '\u00a0' or '\u2007' or '\u202f' or '\t' => ' ',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
        '\u201c' or '\u201d' or '\u201e' => '"',
        '\u2018' or '\u2019' => '\'',
        '\u00f0' => 'đ',
        _ => c,
    };

    private static char Unmarked(char c)
    {
        if (c < 0x80)
        {
            return c;
        }

        if (c == 'đ')
        {
            return 'd';
        }

        var parts = c.ToString().Normalize(NormalizationForm.FormD);
        return parts.Length > 1 && CharUnicodeInfo.GetUnicodeCategory(parts[1]) == UnicodeCategory.NonSpacingMark ? parts[0] : c;
    }

    private const string Tones = "aàáảãạeèéẻẽẹoòóỏõọuùúủũụyỳýỷỹỵ";

    private static (char First, char Second)? MoveTone(char first, char second, char before)
    {
        var isPair = (first, Base(second)) is ('o', 'a') or ('o', 'e') or ('u', 'y');
        var tone = Tone(second);
        if (!isPair || tone == 0 || (first == 'u' && before == 'q'))
        {
            return null;
        }

        return (WithTone(first, tone), Base(second));
    }

    private static char Base(char c)
    {
        var at = Tones.IndexOf(c);
        return at < 0 ? c : Tones[at - (at % 6)];
    }

    private static int Tone(char c)
    {
        var at = Tones.IndexOf(c);
        return at < 0 ? 0 : at % 6;
    }

    private static char WithTone(char c, int tone) => Tones[Tones.IndexOf(c) + tone];
}
