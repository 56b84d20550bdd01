using System.Text;

namespace Plans.Ingest.Ocr;

/// <summary>
/// The size of the letters of a recognised word, by its tight box and by which letters it has: "an" reaches less high than "một" in the same
/// font. In shares of the font size, as in Times New Roman, which official documents are set in; others differ little.
/// </summary>
internal static class LetterSizes
{
    private const double SmallLetter = 0.45;
    private const double TallLetter = 0.68;
    private const double Capital = 0.66;
    private const double Mark = 0.22;
    private const double SecondMark = 0.12;
    private const double Below = 0.21;

    /// <summary>The font's size in the unit of the height; null for a word without letters or digits.</summary>
    public static double? Of(string word, double height)
    {
        var (top, bottom) = (0.0, 0.0);
        var (letter, marks, isDotted) = (0.0, 0, false);
        foreach (var c in word.Normalize(NormalizationForm.FormD))
        {
            switch (c)
            {
                case '\u0323':
                    bottom = Below;
                    continue;
                case '\u031B':
                    continue;
                case >= '\u0300' and <= '\u036F':
                    marks++;
                    // A mark takes the place of the dot.
                    letter = isDotted ? SmallLetter : letter;
                    isDotted = false;
                    top = Math.Max(top, letter + Mark + ((marks - 1) * SecondMark));
                    continue;
            }

            top = Math.Max(top, isDotted ? TallLetter : 0);
            (letter, marks, isDotted) = (HeightOf(c), 0, c is 'i' or 'j');
            top = Math.Max(top, isDotted ? 0 : letter);
            bottom = "gjpqy,;()[]{}|Q".Contains(c) ? Below : bottom;
        }

        top = Math.Max(top, isDotted ? TallLetter : 0);
        return top > 0 ? height / (top + bottom) : null;
    }

    private static double HeightOf(char letter) => letter switch
    {
        'b' or 'd' or 'đ' or 'f' or 'h' or 'k' or 'l' or 'i' or 'j' => TallLetter,
        't' => 0.58,
        _ when char.IsUpper(letter) || char.IsDigit(letter) => Capital,
        _ when char.IsLetter(letter) => SmallLetter,
        _ => 0,
    };
}
