using System.Globalization;
using Plans.Ingest.Layout.Pages;

namespace Plans.Ingest.Ocr;

/// <summary>Reads Tesseract's table of words.</summary>
internal static class RecognisedWords
{
    /// <summary>Below this, what has neither letter nor digit is a speck of dirt.</summary>
    private const double SureOfMarks = 0.5;
    private const double SureOfDash = 0.85;
    private const double SureOfPunctuation = 0.9;
    private const double SureOfLetters = 0.75;
    private const double SureOfNumbers = 0.65;

    /// <summary>How long what dirt is read as gets, how many such marks stand together, and how far from a line, in heights of its letters.</summary>
    private const int LongestMark = 3;
    private const int FewMarks = 4;
    private const double Far = 1.5;
    private const double Apart = 1;

    /// <summary>What remains of rules and dirt; no text consists of these alone.</summary>
    private const string Dirt = "_ˆ`~¬‹›|¦^¨´·'‘";

    private const string BelowBaseline = "gjpqy,;()[]{}ạặậẹệịọộợụựỵẠẶẬẸỆỊỌỘỢỤỰỴQ|";

    /// <summary>How far they reach below it, how high most words reach, and how far the box goes below the baseline, in font sizes.</summary>
    private const double Descent = 0.21;
    private const double Ascent = 0.75;
    private const double Depth = 0.26;

    /// <summary>Sizes within this share of the page's usual one are the usual one: letters are measured no better.</summary>
    private const double SameSize = 0.12;

    /// <summary>
    /// The words with boxes in points. Tesseract's boxes fit tightly, so that "một" stands higher than "anh" on the same line; here all
    /// words of a line get one top and one bottom, as in a text layer.
    /// </summary>
    public static IReadOnlyList<PageWord> Of(string table, double pointsPerPixel)
    {
        var words = Dirtless(HandwrittenNumbers.Doubted(Read(table, pointsPerPixel).ToList()));
        if (words.Count == 0)
        {
            return words;
        }

        var sizes = words.Select(Size).OfType<double>().ToList();
        var usual = sizes.Count > 0 ? Median(sizes) : Median(words.Select(Height)) / Ascent;
        return words.GroupBy(word => word.Line).SelectMany(line => Aligned(line.ToList(), usual)).ToList();
    }

    /// <summary>Without what strokes of a signature, rims of a seal or dirt were read as: lines of hardly recognised marks, and such marks far beside a line.</summary>
    private static List<PageWord> Dirtless(IReadOnlyList<PageWord> words)
    {
        var kept = new List<PageWord>();
        foreach (var line in words.GroupBy(word => word.Line).Select(line => line.OrderBy(word => word.Box.X0).ToList()))
        {
            while (line.Count > 1 && IsMark(line[^1]) && line[^1].Box.X0 - line[^2].Box.X1 > Far * Height(line[^2]))
            {
                line.RemoveAt(line.Count - 1);
            }

            kept.AddRange(line.Count <= FewMarks && line.TrueForAll(IsMark) ? [] : line);
        }

        return kept;
    }

    /// <summary>
    /// Without a few hardly recognised marks that stand apart outside of tables, which stand for the dirt and the strokes between a title and the
    /// name below it; in a table they may be all that a cell holds, and at the beginning of a line its number.
    /// </summary>
    public static IReadOnlyList<PageWord> Spotless(IReadOnlyList<PageWord> words, IReadOnlyList<Grid> tables) =>
        words.GroupBy(word => word.Line).SelectMany(line => tables.Any(table => table.Contains(line.First().Box.X0, (line.First().Box.Y0 + line.First().Box.Y1) / 2)) ? line : Spotless(line)).ToList();

    private static IEnumerable<PageWord> Spotless(IEnumerable<PageWord> line)
    {
        var runs = new List<List<PageWord>>();
        foreach (var word in line.OrderBy(word => word.Box.X0))
        {
            if (runs.Count == 0 || word.Box.X0 - runs[^1][^1].Box.X1 > Apart * Height(word))
            {
                runs.Add([]);
            }

            runs[^1].Add(word);
        }

        return runs.Where((run, i) => !IsSpot(run) || (i == 0 && runs.Count > 1 && IsNumber(run[^1].Text))).SelectMany(run => run);
    }

    private static bool IsSpot(List<PageWord> run) => run.Count <= FewMarks && run.TrueForAll(word => word.Text.Length <= LongestMark
        && word.Confidence < (word.Text.Any(char.IsDigit) ? SureOfNumbers : word.Text.Any(char.IsLetter) ? SureOfLetters : SureOfPunctuation));

    /// <summary>Whether it may number a line, be the dash of a list, or say what follows ("Số:").</summary>
    private static bool IsNumber(string text) => (text[^1] == ':' && char.IsUpper(text[0])) || text[^1] is '.' or ')' or '-' or '–' or '+' or '•' || text.Any(char.IsDigit) || text.All(c => c is 'I' or 'V' or 'X');

    /// <summary>A lonely dash or digit may be all that a cell holds.</summary>
    private static bool IsMark(PageWord word) => word.Confidence < SureOfMarks && word.Text.Length <= LongestMark && !word.Text.Any(char.IsDigit) && word.Text is not ("-" or "–");

    private static IEnumerable<PageWord> Aligned(List<PageWord> line, double usual)
    {
        var standing = line.Where(word => !word.Text.Any(BelowBaseline.Contains) && word.Text.Any(char.IsLetterOrDigit)).ToList();
        var sizes = line.Select(Size).OfType<double>().ToList();
        var own = sizes.Count > 0 ? Median(sizes) : usual;
        var size = Math.Abs(own - usual) < SameSize * usual ? usual : own;
        var baseline = standing.Count > 0 ? Median(standing.Select(word => word.Box.Y1)) : Median(line.Select(word => word.Box.Y1)) - (Descent * size);
        return line.Select(word => word with { Box = word.Box with { Y0 = baseline - (Ascent * size), Y1 = baseline + (Depth * size) } });
    }

    /// <summary>The words as they are, in Tesseract's tight boxes.</summary>
    public static IEnumerable<PageWord> Read(string table, double pointsPerPixel)
    {
        var line = 0;
        var isAfterDash = false;
        foreach (var row in table.Split('\n').Skip(1).Select(row => row.Split('\t')).Where(row => row.Length >= 12))
        {
            line += row[0] == "4" ? 1 : 0;
            if (row[0] != "5" || row[11].Trim() is not { Length: > 0 } text || Number(row[10]) is not (>= 0 and var percent))
            {
                continue;
            }

            var (left, top, width, height) = (Number(row[6]), Number(row[7]), Number(row[8]), Number(row[9]));
            // One dash is at times read twice.
            var isDash = text is "-" or "–" or "—";
            if (text.All(Dirt.Contains) || (isDash && isAfterDash && percent / 100 < SureOfDash))
            {
                continue;
            }

            isAfterDash = isDash;

            if (percent / 100 >= SureOfMarks || text.Any(char.IsLetterOrDigit))
            {
                var box = new Box(left * pointsPerPixel, top * pointsPerPixel, (left + width) * pointsPerPixel, (top + height) * pointsPerPixel);
                // The remains of a rule or of dirt below a word stick to it ("Hồ_").
                yield return new PageWord(Slashes(text.Trim('_')), box, line, (int)Number(row[2]), percent / 100);
            }
        }
    }

    /// <summary>A slash that touches its neighbours is read as the stroke of a fraction, or twice ("09⁄4/⁄2007").</summary>
    private static string Slashes(string text) => text.Contains('⁄') ? text.Replace('⁄', '/').Replace("//", "/", StringComparison.Ordinal) : text;

    private static double? Size(PageWord word) => LetterSizes.Of(word.Text, Height(word));

    private static double Height(PageWord word) => word.Box.Y1 - word.Box.Y0;

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
