namespace Plans.Ingest.Layout.Pages;

/// <summary>The lines of a cell, also where its text is turned by 90° to save width.</summary>
internal static class CellLines
{
    public static IReadOnlyList<TextLine> Of(PageContent page, IReadOnlyList<PageWord> words)
    {
        var turned = words.Count(IsTurned);
        return turned * 2 <= words.Count(word => word.Text.Length > 1) || turned == 0
            ? LineFinder.InColumn(page.Number, words, page.IsRecognised)
            : Turned(page, words);
    }

    public static bool IsTurned(PageWord word) => word.Text.Length > 1 && word.Box.Y1 - word.Box.Y0 > 1.5 * (word.Box.X1 - word.Box.X0);

    /// <summary>Text that runs upwards: its lines stand from left to right.</summary>
    private static List<TextLine> Turned(PageContent page, IReadOnlyList<PageWord> words)
    {
        var lines = new List<List<PageWord>>();
        foreach (var word in words.OrderBy(word => word.Box.X0))
        {
            var line = lines.Find(other => Math.Min(other[0].Box.X1, word.Box.X1) - Math.Max(other[0].Box.X0, word.Box.X0) > (word.Box.X1 - word.Box.X0) / 2);
            if (line is null)
            {
                lines.Add([word]);
            }
            else
            {
                line.Add(word);
            }
        }

        return lines.Select(line => TextLine.Upwards(page.Number, line, page.IsRecognised)).OfType<TextLine>().ToList();
    }
}
