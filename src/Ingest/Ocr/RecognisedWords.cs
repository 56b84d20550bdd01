using System.Globalization;
using Plans.Ingest.Layout.Pages;

namespace Plans.Ingest.Ocr;

/// <summary>Reads Tesseract's table of words.</summary>
internal static class RecognisedWords
{
    /// <summary>Below this, what has neither letter nor digit is a speck of dirt.</summary>
    private const double SureOfMarks = 0.5;

    /// <summary>What remains of rules and dirt; no text consists of these alone.</summary>
    private const string Dirt = "_ˆ`~¬‹›|¦^¨´·'‘";

    private const string BelowBaseline = "gjpqy,;()[]{}/ạặậẹệịọộợụựỵẠẶẬẸỆỊỌỘỢỤỰỴQ|";

    /// <summary>Sizes within this share of the page's usual one are the usual one: tight boxes of small letters are no small print.</summary>
    private const double SameSize = 0.3;

    /// <summary>
    /// The words with boxes in points. Tesseract's boxes fit tightly, so that "một" stands higher than "anh" on the same line; here all
    /// words of a line get one top and one bottom, as in a text layer.
    /// </summary>
    public static IReadOnlyList<PageWord> Of(string table, double pointsPerPixel)
    {
        var words = Read(table, pointsPerPixel).ToList();
        if (words.Count == 0)
        {
            return words;
        }

        var usual = Median(words.Select(Height));
        return words.GroupBy(word => word.Line).SelectMany(line => Aligned(line.ToList(), usual)).ToList();
    }

    private static IEnumerable<PageWord> Aligned(List<PageWord> line, double usual)
    {
        var standing = line.Where(word => !word.Text.Any(BelowBaseline.Contains) && word.Text.Any(char.IsLetterOrDigit)).ToList();
        var baseline = Median((standing.Count > 0 ? standing : line).Select(word => word.Box.Y1));
        var own = Median(line.Select(Height));
        var height = Math.Abs(own - usual) < SameSize * usual ? usual : own;
        return line.Select(word => word with { Box = word.Box with { Y0 = baseline - height, Y1 = baseline + (height * 0.35) } });
    }

    private static IEnumerable<PageWord> Read(string table, double pointsPerPixel)
    {
        var line = 0;
        foreach (var row in table.Split('\n').Skip(1).Select(row => row.Split('\t')).Where(row => row.Length >= 12))
        {
            line += row[0] == "4" ? 1 : 0;
            if (row[0] != "5" || row[11].Trim() is not { Length: > 0 } text || Number(row[10]) is not (>= 0 and var percent))
            {
                continue;
            }

            var (left, top, width, height) = (Number(row[6]), Number(row[7]), Number(row[8]), Number(row[9]));
            if (text.All(Dirt.Contains))
            {
                continue;
            }

            if (percent / 100 >= SureOfMarks || text.Any(char.IsLetterOrDigit))
            {
                var box = new Box(left * pointsPerPixel, top * pointsPerPixel, (left + width) * pointsPerPixel, (top + height) * pointsPerPixel);
                yield return new PageWord(text, box, line, (int)Number(row[2]), percent / 100);
            }
        }
    }

    private static double Height(PageWord word) => word.Box.Y1 - word.Box.Y0;

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
