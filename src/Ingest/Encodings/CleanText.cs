using System.Text;

namespace Plans.Ingest.Encodings;

/// <summary>
/// The one place where text is brought to the form that all of the program sees: NFC, one kind of blank, one kind of line break,
/// nothing invisible. Line breaks, tabs and form feeds stay.
/// </summary>
internal static class CleanText
{
    /// <param name="stripped">How many control characters were dropped; typographic ones (soft hyphen, zero-width) do not count.</param>
    public static string Of(string raw, out int stripped)
    {
        stripped = 0;
        var clean = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            var c = raw[i];
            if (c == '\r')
            {
                if (i + 1 >= raw.Length || raw[i + 1] != '\n')
                {
                    clean.Append('\n');
                }
            }
            else if (char.IsSurrogate(c))
            {
                if (char.IsHighSurrogate(c) && i + 1 < raw.Length && char.IsLowSurrogate(raw[i + 1]))
                {
                    clean.Append(c).Append(raw[++i]);
                }
                else
                {
                    clean.Append('\uFFFD');
                }
            }
            else if (char.IsControl(c) && c is not ('\n' or '\t' or '\f' or '\v' or '\u0085'))
            {
                stripped++;
            }
            else if (Replacement(c) is { } visible)
            {
                clean.Append(visible);
            }
        }

        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    public static string Of(string raw) => Of(raw, out _);

    /// <summary>Text for one line: all white space, also line breaks and tabs, becomes single blanks; none at the ends.</summary>
    public static string OneLine(string raw) => IsPlain(raw) ? raw : Squeeze(Of(raw));

    /// <summary>Nothing but letters, digits and marks that stay as they are: so are nearly all words, and looking is much cheaper than cleaning.</summary>
    private static bool IsPlain(string raw)
    {
        foreach (var c in raw)
        {
            if (c is not ((> ' ' and < '\u007F') or (>= '\u00C0' and <= '\u0178' and not ('\u00D0' or '\u00F0')) or '\u01A0' or '\u01A1' or '\u01AF' or '\u01B0' or (>= '\u1EA0' and <= '\u1EF9')))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Runs of white space become one blank, and none stays at the ends. The text must be clean already.</summary>
    public static string Squeeze(string clean)
    {
        var line = new StringBuilder(clean.Length);
        foreach (var c in clean)
        {
            if (!char.IsWhiteSpace(c))
            {
                line.Append(c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>The character to write in its place; null drops it.</summary>
    private static char? Replacement(char c) => c switch
    {
        '\v' or '\u0085' or '\u2028' or '\u2029' => '\n',
        '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000' => ' ',
        // Invisible: soft hyphen, zero-width, directions, byte order marks, non-characters.
        '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F')
            or '\uFEFF' or '\uFFFE' or '\uFFFF' or (>= '\uFDD0' and <= '\uFDEF') => null,
        '\u2010' or '\u2011' => '-',
        // Eth and African D look like Đ and were typed for it; no Vietnamese text has the real ones.
        '\u00D0' or '\u0189' => 'Đ',
        '\u00F0' or '\u0256' => 'đ',
        // Word's bullets and dashes in the Symbol and Wingdings fonts.
        '\uF0B7' or '\uF0A7' or '\uF0D8' or '\uF0FC' or '\uF076' => '•',
        '\uF02D' => '-',
        '\uF02B' => '+',
        _ => c,
    };
}
