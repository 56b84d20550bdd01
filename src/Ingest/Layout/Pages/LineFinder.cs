namespace Plans.Ingest.Layout.Pages;

/// <summary>Puts words into printed lines by where they stand.</summary>
internal static class LineFinder
{
    private const double SameLine = 0.4;
    private const double WideGap = 1.2;
    private const double NarrowGap = 0.45;

    /// <summary>Lines of one column or cell: words of about the same height on the page are one line, whatever stands between them.</summary>
    public static IReadOnlyList<TextLine> InColumn(int page, IReadOnlyList<PageWord> words, bool areWhole) =>
        Rows(words.GroupBy(word => word.Line).Select(group => group.ToList()).ToList()).Select(row => TextLine.Of(page, row, areWhole)).OfType<TextLine>().ToList();

    /// <summary>
    /// Lines cut where a gap is wider than the spaces of justified text ever are, so that columns can be told apart. A letterhead's
    /// and a signature block's columns may nearly touch: they are cut at the words that begin the right one, and if that happens, other
    /// lines at every gap wider than a blank.
    /// </summary>
    public static IReadOnlyList<TextLine> Segments(int page, IReadOnlyList<PageWord> words, bool areWhole)
    {
        var rows = Rows(words.GroupBy(word => word.Line).Select(group => group.ToList()).ToList());
        var segments = Segments(WideGap);
        return segments.Exists(line => line.Words.Skip(1).Any(word => LineKinds.BeginsRightColumn(line.Text[word.Start..])))
            ? Segments(NarrowGap) : segments;

        List<TextLine> Segments(double gap) => rows.SelectMany(row => Cut(row, gap)).Select(part => TextLine.Of(page, part, areWhole)).OfType<TextLine>().ToList();
    }

    /// <summary>Groups of words (a tool's lines) that share a height on the page.</summary>
    private static List<List<PageWord>> Rows(List<List<PageWord>> groups)
    {
        var rows = new List<(double Middle, double Height, List<PageWord> Words)>();
        foreach (var group in groups.OrderBy(Middle))
        {
            var (middle, height) = (Middle(group), Height(group));
            var row = rows.FindLastIndex(other => Math.Abs(other.Middle - middle) < SameLine * Math.Min(other.Height, height));
            if (row < 0)
            {
                rows.Add((middle, height, [.. group]));
            }
            else
            {
                rows[row].Words.AddRange(group);
            }
        }

        return rows.OrderBy(row => row.Middle).Select(row => row.Words).ToList();
    }

    private static IEnumerable<List<PageWord>> Cut(List<PageWord> row, double gap)
    {
        var widest = Height(row) * gap;
        var words = row.OrderBy(word => word.Box.X0).ToList();
        var part = new List<PageWord>();
        var end = double.MinValue;
        for (var i = 0; i < words.Count; i++)
        {
            if (part.Count > 0 && (words[i].Box.X0 - end > widest || (gap < WideGap && LineKinds.BeginsRightColumn(Beginning(words, i)))))
            {
                yield return part;
                part = [];
            }

            part.Add(words[i]);
            end = Math.Max(end, words[i].Box.X1);
        }

        yield return part;
    }

    private static string Beginning(List<PageWord> words, int from) => string.Join(' ', words.Skip(from).Take(4).Select(word => word.Text));

    private static double Middle(List<PageWord> words) => words.Sum(word => (word.Box.Y0 + word.Box.Y1) * Weight(word)) / 2 / words.Sum(Weight);

    private static double Height(List<PageWord> words)
    {
        var heights = words.Select(word => word.Box.Y1 - word.Box.Y0).Order().ToList();
        return heights[heights.Count / 2];
    }

    private static double Weight(PageWord word) => word.Text.Length + 0.1;
}
