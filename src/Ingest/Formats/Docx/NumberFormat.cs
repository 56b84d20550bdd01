using System.Globalization;
using System.Text;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Plans.Ingest.Formats.Docx;

/// <summary>Writes an automatic number as Word shows it.</summary>
internal static class NumberFormat
{
    private static readonly (int Value, string Sign)[] Roman =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];

    public static string Of(int number, W.NumberFormatValues format) => format switch
    {
        W.NumberFormatValues.UpperRoman => RomanOf(number),
        W.NumberFormatValues.LowerRoman => RomanOf(number).ToLowerInvariant(),
        W.NumberFormatValues.UpperLetter => LetterOf(number, 'A'),
        W.NumberFormatValues.LowerLetter => LetterOf(number, 'a'),
        W.NumberFormatValues.DecimalZero => number.ToString("00", CultureInfo.InvariantCulture),
        W.NumberFormatValues.None => "",
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string RomanOf(int number)
    {
        if (number is < 1 or > 3999)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        var signs = new StringBuilder();
        foreach (var (value, sign) in Roman)
        {
            for (; number >= value; number -= value)
            {
                signs.Append(sign);
            }
        }

        return signs.ToString();
    }

    /// <summary>a, b … z, aa, bb …: Word repeats the letter.</summary>
    private static string LetterOf(int number, char first) => number is < 1 or > 26 * 20
        ? number.ToString(CultureInfo.InvariantCulture)
        : new string((char)(first + ((number - 1) % 26)), ((number - 1) / 26) + 1);
}
