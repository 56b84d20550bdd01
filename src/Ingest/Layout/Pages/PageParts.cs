namespace Plans.Ingest.Layout.Pages;

/// <summary>Something that stands on a page, by its height on it.</summary>
internal abstract record PageElement(double Top);

internal sealed record LineElement(TextLine Line) : PageElement(Line.Box.Y0)
{
    public BlockRole Role { get; init; }
}

internal sealed record SideBySideElement(SideBySide Columns) : PageElement(Columns.Top);

internal sealed record GridElement(Grid Grid, IReadOnlyList<Building.RawRow> Rows) : PageElement(Grid.Ys[0]);

/// <summary>A page taken apart: its tables, columns and lines from top to bottom, and the stamps on it.</summary>
/// <param name="Page">Without its words, which are in the elements now.</param>
internal sealed record PageParts(PageContent Page, IReadOnlyList<PageElement> Elements, IReadOnlyList<TextLine> Stamps)
{
    /// <summary>Whether every word of the page is in it once.</summary>
    public bool KeepsWords { get; private init; } = true;

    public IEnumerable<TextLine> RunningLines => Elements.OfType<LineElement>().Where(line => line.Role == BlockRole.Body).Select(line => line.Line);

    /// <param name="before">The page before, whose last columns may go on here.</param>
    public static PageParts Of(PageContent page, IReadOnlyList<PageWord> knownStamps, PageParts? before)
    {
        var grids = Grid.All(page.Rulings);
        HashSet<PageWord> stamps = new([.. StampFinder.Words(page), .. OverprintFinder.Words(page, grids)], ReferenceEqualityComparer.Instance);
        var words = page.Words.Where(word => !stamps.Contains(word)).ToList();
        var elements = new List<PageElement>();
        foreach (var grid in grids)
        {
            var inside = words.Where(word => grid.Contains((word.Box.X0 + word.Box.X1) / 2, (word.Box.Y0 + word.Box.Y1) / 2)).ToList();
            if (inside.Count > 0)
            {
                elements.Add(new GridElement(grid, GridTable.Rows(grid, page, inside)));
                words = words.Except(inside).ToList();
            }
        }

        foreach (var columns in SideBySide.All(LineFinder.Segments(page.Number, words, page.IsRecognised), page.Width, page.Height, before?.EndsInSignature ?? false))
        {
            elements.Add(new SideBySideElement(columns));
            words = words.Where(word => !columns.Lines.Any(line => Holds(line.Box, word.Box))).ToList();
        }

        elements.AddRange(LineFinder.InColumn(page.Number, words, page.IsRecognised).Select(line => new LineElement(line)));
        var parts = new PageParts(page with { Words = [] }, elements.OrderBy(element => element.Top).ToList(), StampFinder.Lines(page.Number, [.. stamps, .. knownStamps]));
        return parts with { KeepsWords = Conservation.SignsOf(parts) == Conservation.SignsOf(page.Words) + Conservation.SignsOf(knownStamps) };
    }

    private bool EndsInSignature => Elements is [.., SideBySideElement { Columns.HasSignature: true }];

    private static bool Holds(Box line, Box word) =>
        (word.X0 + word.X1) / 2 is var x && (word.Y0 + word.Y1) / 2 is var y && x >= line.X0 && x <= line.X1 && y >= line.Y0 && y <= line.Y1;
}
