using System.Globalization;
using System.Text;

namespace Plans.Worker.Layout;

/// <summary>Text as a terminal shows it: how many columns it takes, and where its lines are broken.</summary>
internal static class DisplayText
{
    /// <summary>Columns of a line: one for each letter of Vietnamese in NFC, none for loose marks, two for wide signs.</summary>
    public static int Width(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += Width(rune);
        }

        return width;
    }

    /// <summary>Filled up with blanks to a width.</summary>
    public static string Padded(string text, int width) => text + new string(' ', Math.Max(0, width - Width(text)));

    /// <summary>Lines of at most a width; a word that is wider is cut. An empty text has no line.</summary>
    public static IEnumerable<string> Wrapped(string text, int width)
    {
        var line = new StringBuilder();
        var filled = 0;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var wide = Width(word);
            if (filled > 0 && filled + 1 + wide > width)
            {
                yield return line.ToString();
                line.Clear();
                filled = 0;
            }

            line.Append(filled > 0 ? " " : "");
            filled += filled > 0 ? 1 : 0;
            foreach (var rune in word.EnumerateRunes())
            {
                if (filled + Width(rune) > width && filled > 0)
                {
                    yield return line.ToString();
                    line.Clear();
                    filled = 0;
                }

                line.Append(rune.ToString());
                filled += Width(rune);
            }
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }

    private static int Width(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control => 0,
        _ => IsWide(rune.Value) ? 2 : 1,
    };

    /// <summary>East Asian scripts, full-width forms and pictures (Unicode Standard Annex 11).</summary>
    private static bool IsWide(int code) => code is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6)
        or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
}
