using Plans.Ingest.Layout.Pages;

namespace Plans.Ingest.Ocr;

/// <summary>
/// Doubts numbers that are filled in by hand before a printed symbol ("Số: … /QĐ-UBND"). A recogniser made for print reads them as some other
/// number, and is sure of it. Printed digits are as high as the capitals beside them and stand on their line; written ones do not.
/// </summary>
internal static class HandwrittenNumbers
{
    /// <summary>How far the digits may be off, in heights of the symbol's capitals.</summary>
    private const double Slack = 0.14;

    /// <summary>The words with no confidence in such numbers.</summary>
    public static IReadOnlyList<PageWord> Doubted(IReadOnlyList<PageWord> words)
    {
        var result = words.ToList();
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i].Line == words[i + 1].Line && words[i].Text.All(char.IsDigit) && words[i + 1].Text is ['/', >= 'A' and <= 'Đ', ..] && IsUneven(words[i].Box, words[i + 1].Box))
            {
                result[i] = words[i] with { Confidence = 0 };
            }
        }

        return result;
    }

    private static bool IsUneven(Box digits, Box symbol)
    {
        var capitals = symbol.Y1 - symbol.Y0;
        return Math.Abs(digits.Y1 - symbol.Y1) > Slack * capitals || Math.Abs(digits.Y0 - symbol.Y0) > Slack * capitals;
    }
}
