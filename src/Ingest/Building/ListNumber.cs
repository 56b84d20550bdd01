using System.Globalization;
using System.Text;

namespace Plans.Ingest.Building;

internal enum ListNumberStyle { Decimal, DecimalZero, UpperRoman, LowerRoman, UpperLetter, LowerLetter, None }

/// <summary>Writes an automatic number as word processors and browsers show it.</summary>
internal static class ListNumber
{
    private static readonly (int Value, string Sign)[] Roman =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];

    public static string Of(int number, ListNumberStyle style) => style switch
    {
        ListNumberStyle.UpperRoman => RomanOf(number),
        ListNumberStyle.LowerRoman => RomanOf(number).ToLowerInvariant(),
        ListNumberStyle.UpperLetter => LetterOf(number, 'A'),
        ListNumberStyle.LowerLetter => LetterOf(number, 'a'),
        ListNumberStyle.DecimalZero => number.ToString("00", CultureInfo.InvariantCulture),
        ListNumberStyle.None => "",
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

    /// <summary>a, b … z, aa, bb …: the letter is repeated.</summary>
    private static string LetterOf(int number, char first) => number is < 1 or > 26 * 20
        ? number.ToString(CultureInfo.InvariantCulture)
        : new string((char)(first + ((number - 1) % 26)), ((number - 1) / 26) + 1);
}
