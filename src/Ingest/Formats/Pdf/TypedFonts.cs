using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Plans.Ingest.Encodings;
using Plans.Ingest.Layout.Pages;
using Plans.Ingest.Sandbox;

namespace Plans.Ingest.Formats.Pdf;

/// <summary>
/// Decodes text layers typed in fonts from before Unicode (.VnTime and the like), whose letters look like garbage. The fonts come from
/// <c>pdftohtml -xml</c>, which is asked only when there is such a page; a word has the font of the line of text around its middle.
/// </summary>
internal static partial class TypedFonts
{
    /// <summary>Pixels of pdftohtml in a point.</summary>
    private const double Scale = 1.5;
    private const double Slack = 1.5;

    private sealed record TypedLine(Box Box, LegacyFont Font);

    public static IReadOnlyList<TextLayerPage> Decoded(IReadOnlyList<TextLayerPage> pages, string path, PdfTools tools, CancellationToken cancellationToken)
    {
        if (!pages.Any(page => page.IsGarbage))
        {
            return pages;
        }

        var lines = new List<List<TypedLine>>();
        ChildProcess.Run(tools.Fonts(path), output => lines = Read(output), cancellationToken);
        return pages.Select((page, i) => i < lines.Count && lines[i].Count > 0 ? new TextLayerPage(page.Width, page.Height, page.Words.Select(word => Decoded(word, lines[i])).ToList()) : page).ToList();
    }

    private static PageWord Decoded(PageWord word, List<TypedLine> lines)
    {
        var (x, y) = ((word.Box.X0 + word.Box.X1) / 2, (word.Box.Y0 + word.Box.Y1) / 2);
        var line = lines.Where(other => x >= other.Box.X0 - Slack && x <= other.Box.X1 + Slack && y >= other.Box.Y0 - Slack && y <= other.Box.Y1 + Slack)
            .MinBy(other => Math.Abs(y - ((other.Box.Y0 + other.Box.Y1) / 2)));
        if (line is null || LegacyFonts.HasUnicode(word.Text))
        {
            return word;
        }

        return word with { Text = CleanText.OneLine(line.Font.Encoding.Decode(AsTyped(word.Text))) };
    }

    /// <summary>Distiller names some codes by glyphs of other places in Unicode: the soft hyphen as a minus, the middle dot as an operator.</summary>
    private static string AsTyped(string text) => text.Replace('\u2212', '\u00AD').Replace('\u2219', '\u00B7').Replace('\u03BC', '\u00B5');

    private static List<List<TypedLine>> Read(Stream output)
    {
        using var reader = new StreamReader(output, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16, leaveOpen: true);
        var fonts = new Dictionary<string, LegacyFont?>(StringComparer.Ordinal);
        var pages = new List<List<TypedLine>>();
        while (reader.ReadLine() is { } row)
        {
            if (row.StartsWith("<page ", StringComparison.Ordinal))
            {
                pages.Add([]);
            }
            else if (Font().Match(row) is { Success: true } font)
            {
                fonts[font.Groups["id"].Value] = LegacyFonts.Of(font.Groups["family"].Value);
            }
            else if (Text().Match(row) is { Success: true } text && pages.Count > 0 && fonts.GetValueOrDefault(text.Groups["font"].Value) is { } legacy)
            {
                var (left, top) = (Number(text, "left"), Number(text, "top"));
                pages[^1].Add(new TypedLine(new Box(left, top, left + Number(text, "width"), top + Number(text, "height")), legacy));
            }
        }

        return pages;
    }

    private static double Number(Match match, string name) => double.Parse(match.Groups[name].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) / Scale;

    [GeneratedRegex("<fontspec id=\"(?<id>\\d+)\".*? family=\"(?<family>[^\"]*)\"")]
    private static partial Regex Font();

    [GeneratedRegex("^<text top=\"(?<top>-?\\d{1,6})\" left=\"(?<left>-?\\d{1,6})\" width=\"(?<width>-?\\d{1,6})\" height=\"(?<height>-?\\d{1,6})\" font=\"(?<font>\\d+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Text();
}
