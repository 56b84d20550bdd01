using System.Text.RegularExpressions;

namespace Plans.Ingest.Encodings;

/// <summary>What a font's name says of the text typed in it.</summary>
/// <param name="IsCapitals">The font shows small letters as capitals (.VnTimeH).</param>
internal sealed record LegacyFont(LegacyEncoding Encoding, bool IsCapitals);

/// <summary>Fonts made for encodings from before Unicode, by name, as DOC, DOCX, RTF, HTML, spreadsheets and PDF give it.</summary>
internal static partial class LegacyFonts
{
    private static readonly IReadOnlyList<(string Beginning, LegacyEncoding Encoding)> Beginnings = DataFile.Lines("fonts.tsv")
        .Select(line => line.Split('\t')).Select(fields => (fields[0], LegacyEncoding.All.Single(encoding => encoding.Name == fields[1]))).ToList();

    /// <summary>
    /// The text of one run in Unicode, NFC not yet applied: decoded if the font is a legacy one, unless it holds letters that only Unicode has;
    /// else unchanged. Letters keep the case in which they were typed; <see cref="LegacyFont.IsCapitals"/> says how they show.
    /// </summary>
    /// <param name="font">As the file names it; PDF's subset prefix and style (ABCDEF+.VnTime,Bold) do no harm. Null if unknown.</param>
    public static string Decode(string? font, string text) => Of(font) is { } legacy && !HasUnicode(text) ? legacy.Encoding.Decode(text) : text;

    /// <summary>Null for all other fonts.</summary>
    public static LegacyFont? Of(string? font)
    {
        if (string.IsNullOrWhiteSpace(font))
        {
            return null;
        }

        // A list of fonts, as in style sheets: the first is the one meant.
        var name = SubsetPrefix().Replace(font.Split(',', ';')[0].Trim(' ', '"', '\''), "");
        foreach (var (beginning, encoding) in Beginnings)
        {
            if (name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                var plain = StyleSuffix().Replace(name, "").TrimEnd();
                return new LegacyFont(encoding, encoding == LegacyEncoding.Tcvn3 && (plain.EndsWith('H') || plain.EndsWith("timeh", StringComparison.OrdinalIgnoreCase)));
            }
        }

        return null;
    }

    /// <summary>Whether there are letters that no legacy encoding could be mistaken for: ạ to ỹ.</summary>
    public static bool HasUnicode(string text) => text.AsSpan().ContainsAnyInRange('\u1EA0', '\u1EF9');

    [GeneratedRegex("^[A-Z]{6}\\+")]
    private static partial Regex SubsetPrefix();

    [GeneratedRegex("[-, ]*(?:Bold|Italic|Regular|Normal|Oblique|BoldItalic|BoldMT|MT)+$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex StyleSuffix();
}
