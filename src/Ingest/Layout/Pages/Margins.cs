namespace Plans.Ingest.Layout.Pages;

/// <summary>The edges of a page's running text, as its lines show them.</summary>
internal readonly record struct Margins(double Left, double Right)
{
    private const double Bin = 6;
    private const int FewestJustified = 4;
    private const int FewestLines = 6;

    /// <param name="pages">Each page's lines of running text.</param>
    /// <param name="widths">Each page's width: pages of one width share margins where a page has too few lines of its own.</param>
    public static IReadOnlyList<Margins> Of(IReadOnlyList<IReadOnlyList<TextLine>> pages, IReadOnlyList<double> widths)
    {
        var byWidth = widths.Zip(pages).GroupBy(page => Math.Round(page.First)).ToDictionary(group => group.Key, group => Of(group.SelectMany(page => page.Second).ToList()));
        return pages.Select((lines, i) => lines.Count(line => line.Width > widths[i] / 2) >= FewestLines ? Of(lines) : byWidth[Math.Round(widths[i])]).ToList();
    }

    private static Margins Of(IReadOnlyList<TextLine> lines)
    {
        if (lines.Count == 0)
        {
            return default;
        }

        var widest = lines.Max(line => line.Width);
        var wide = lines.Where(line => line.Width > widest * 0.6).ToList();
        // Justified lines end at one place, where most of the wide ones do; others end anywhere before it.
        var ends = wide.GroupBy(line => Math.Round(line.Box.X1 / Bin)).MaxBy(group => group.Count())!;
        var right = ends.Count() >= FewestJustified && ends.Count() * 3 >= wide.Count ? ends.Max(line => line.Box.X1) : wide.Max(line => line.Box.X1);
        var starts = lines.GroupBy(line => Math.Round(line.Box.X0 / Bin)).Where(group => group.Count() * 10 >= lines.Count || group.Count() >= FewestJustified)
            .Select(group => group.Min(line => line.Box.X0)).ToList();
        return new Margins(starts.Count > 0 ? starts.Min() : lines.Min(line => line.Box.X0), right);
    }
}
