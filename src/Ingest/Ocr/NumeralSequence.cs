using Plans.Ingest.Building;

namespace Plans.Ingest.Ocr;

/// <summary>A numeral as it was read, as strokes: "I", "V", "X" where these letters were read, "i" for a stroke of another one. "HIL" is "iiIi".</summary>
/// <param name="MayBeginAnew">A title stands before it, after which numbers may begin at I again.</param>
internal sealed record NumeralRead(string Strokes, bool MayBeginAnew);

/// <summary>
/// Finds the Roman numbers of headings from what was read for them. Each follows the one before or begins anew at I; among all ways to
/// number the headings, that one is taken in which the fewest strokes are lost or added and the fewest numbers are passed over.
/// </summary>
internal static class NumeralSequence
{
    public const int Largest = 20;

    /// <summary>What is unlikely costs more: a stroke lost, a letter read as another, a number left out, and so on.</summary>
    private const double LostStroke = 0.6;
    private const double AddedStroke = 1.2;
    private const double OtherStroke = 0.1;
    private const double Letter = 1;
    private const double LeftOut = 1;
    private const double Anew = 1;
    private const double AnewAfterOne = 1.5;
    private const double PastTitle = 0.3;
    private const double Backwards = 3;
    private const double NoNumeral = 1.5;

    private sealed record Path(double Cost, int Last, int? Number, Path? Before);

    /// <summary>The number of each; null for what is better left as it was read.</summary>
    public static IReadOnlyList<int?> Of(IReadOnlyList<NumeralRead> reads)
    {
        var paths = new List<Path> { new(0, 0, null, null) };
        foreach (var read in reads)
        {
            paths = [.. paths.SelectMany(path => Next(path, read)).GroupBy(path => path.Last).Select(same => same.MinBy(path => path.Cost)!)];
        }

        var numbers = new int?[reads.Count];
        var best = paths.MinBy(path => path.Cost);
        for (var i = reads.Count - 1; i >= 0; i--)
        {
            (numbers[i], best) = (best!.Number, best.Before);
        }

        return numbers;
    }

    private static IEnumerable<Path> Next(Path path, NumeralRead read)
    {
        yield return new Path(path.Cost + NoNumeral, path.Last, null, path);
        for (var number = 1; number <= Largest; number++)
        {
            yield return new Path(path.Cost + Step(path.Last, number, read.MayBeginAnew) + Difference(read.Strokes, ListNumber.Of(number, ListNumberStyle.UpperRoman)), number, number, path);
        }
    }

    private static double Step(int last, int number, bool mayBeginAnew)
    {
        var on = number > last ? ((number - last - 1) * LeftOut) + (mayBeginAnew && last > 0 ? PastTitle : 0) : Backwards;
        var anew = last == 0 ? Backwards : ((number - 1) * LeftOut) + (mayBeginAnew ? 0 : last == 1 ? AnewAfterOne : Anew);
        return Math.Min(on, anew);
    }

    /// <summary>How unlike two numerals are: what it takes to make one of the other.</summary>
    public static double Difference(string read, string numeral)
    {
        var above = new double[numeral.Length + 1];
        for (var j = 0; j < numeral.Length; j++)
        {
            above[j + 1] = above[j] + Lost(numeral[j]);
        }

        foreach (var letter in read)
        {
            var row = new double[above.Length];
            row[0] = above[0] + Added(letter);
            for (var j = 0; j < numeral.Length; j++)
            {
                row[j + 1] = Math.Min(above[j] + Changed(letter, numeral[j]), Math.Min(above[j + 1] + Added(letter), row[j] + Lost(numeral[j])));
            }

            above = row;
        }

        return above[^1];
    }

    private static double Changed(char read, char letter) => read == letter ? 0 : (read, letter) is ('i', 'I') ? OtherStroke : Letter;

    private static double Lost(char letter) => letter == 'I' ? LostStroke : Letter;

    /// <summary>What follows a numeral is read as a stroke of it at times, as another letter.</summary>
    private static double Added(char read) => read switch { 'i' => LostStroke, 'I' => AddedStroke, _ => Letter };
}
