using System.Globalization;
using System.Net;
using System.Text;
using Plans.Ingest.Layout.Pages;

namespace Plans.Ingest.Formats.Pdf;

/// <param name="Width">Of the page before it is turned, in points.</param>
internal sealed record TextLayerPage(double Width, double Height, IReadOnlyList<PageWord> Words)
{
    /// <summary>See <see cref="TextLayer.IsGarbage"/>; asked more than once, found once.</summary>
    public bool IsGarbage { get; } = TextLayer.IsGarbage(Words);
}

/// <summary>
/// Reads what <c>pdftotext -bbox-layout</c> prints, line by line: each element stands on a line of its own, and a parser for XML would
/// refuse the control characters that broken fonts yield.
/// </summary>
internal static class BoxLayout
{
    /// <exception cref="UnreadableFileException">A page has more characters than allowed.</exception>
    public static IReadOnlyList<TextLayerPage> Read(Stream stream, ReadLimits limits)
    {
        using var reader = new StreamReader(stream, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16, leaveOpen: true);
        var pages = new List<TextLayerPage>();
        var words = new List<PageWord>();
        // A language has few thousand syllables: each is kept once.
        var known = new HashSet<string>(StringComparer.Ordinal);
        var (width, height, line, block, characters) = (0.0, 0.0, 0, 0, 0);
        while (reader.ReadLine() is { } text)
        {
            var element = text.AsSpan().TrimStart(' ');
            if (element.StartsWith("<word ", StringComparison.Ordinal))
            {
                if (Word(element, line, block, known.GetAlternateLookup<ReadOnlySpan<char>>()) is { } word)
                {
                    words.Add(word);
                    characters += word.Text.Length;
                }
            }
            else if (element.StartsWith("<line ", StringComparison.Ordinal))
            {
                line++;
            }
            else if (element.StartsWith("<block ", StringComparison.Ordinal))
            {
                block++;
            }
            else if (element.StartsWith("<page ", StringComparison.Ordinal))
            {
                (words, width, height, characters) = ([], Number(element, "width=\""), Number(element, "height=\""), 0);
            }
            else if (element.StartsWith("</page>", StringComparison.Ordinal))
            {
                pages.Add(new TextLayerPage(width, height, words));
            }

            if (characters > limits.PageCharacters)
            {
                throw new UnreadableFileException(FailureReasons.LimitExceeded,
                    $"Page {pages.Count + 1} has more than the limit of {limits.PageCharacters} characters.", "Raise the limit PageCharacters if this is a real page.");
            }
        }

        return pages;
    }

    private static PageWord? Word(ReadOnlySpan<char> element, int line, int block, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> known)
    {
        var start = element.IndexOf('>') + 1;
        var end = element.LastIndexOf("</word>", StringComparison.Ordinal);
        if (start <= 0 || end < start)
        {
            return null;
        }

        var text = element[start..end];
        if (!known.TryGetValue(text, out var raw))
        {
            raw = text.ToString();
            known.Add(raw);
        }

        var word = raw.Contains('&') ? WebUtility.HtmlDecode(raw) : raw;
        var box = new Box(Number(element, "xMin=\""), Number(element, "yMin=\""), Number(element, "xMax=\""), Number(element, "yMax=\""));
        return double.IsFinite(box.X0 + box.Y0 + box.X1 + box.Y1) && box.X1 >= box.X0 && box.Y1 > box.Y0 ? new PageWord(word, box, line, block) : null;
    }

    private static double Number(ReadOnlySpan<char> element, string attribute)
    {
        var start = element.IndexOf(attribute, StringComparison.Ordinal);
        if (start < 0)
        {
            return double.NaN;
        }

        var value = element[(start + attribute.Length)..];
        var end = value.IndexOf('"');
        return end > 0 && double.TryParse(value[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
    }
}
