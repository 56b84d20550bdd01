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
    public static string Form(string text)
    {
        var chars = new char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            chars[i] = Plain(char.ToLowerInvariant(text[i]));
        }

        for (var i = 0; i + 1 < chars.Length; i++)
        {
            if (i + 2 < chars.Length && char.IsLetter(chars[i + 2]))
            {
                continue;
            }

            var moved = MoveTone(chars[i], chars[i + 1], i > 0 ? chars[i - 1] : ' ');
            if (moved is { } pair)
            {
                (chars[i], chars[i + 1]) = pair;
            }
        }

        return new string(chars);
    }

    /// <summary><see cref="Form"/> without any mark, and đ as d: the form of searches and of repairs of recognised text.</summary>
    public static string Fold(string text)
    {
        var form = Form(text);
        var chars = new char[form.Length];
        for (var i = 0; i < form.Length; i++)
        {
            chars[i] = Unmarked(form[i]);
        }

        return new string(chars);
    }

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
