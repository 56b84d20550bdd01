namespace Plans.Ingest.Layout.Pages;

/// <summary>
/// Running headers and footers: lines that stand on at least half the pages at one height, outside the block of running text. A line of the
/// text that is repeated ("- Ủy ban nhân dân các xã;") may stand first or last on many pages too, but other pages have other text there.
/// </summary>
internal sealed class RepeatedLines
{
    private const double MarginShare = 0.12;
    private const int FewestRepetitions = 3;

    /// <summary>How far a line may be off its usual height, in points; scans lie unevenly on the glass.</summary>
    private const double SameHeight = 4;
    private const double SameHeightScanned = 12;

    /// <summary>Of the scanned pages with the line, one in so many may have it misread.</summary>
    private const int Misread = 4;

    private readonly HashSet<LineElement> _lines = new(ReferenceEqualityComparer.Instance);

    private readonly record struct Place(PageParts Parts, LineElement Element, double FromEdge);

    public static RepeatedLines Of(IReadOnlyList<PageParts> pages)
    {
        var groups = pages.SelectMany(page => page.Elements.OfType<LineElement>().Where(line => IsInMargin(page.Page, line.Line)).Select(line => new Place(page, line, FromEdge(page.Page, line.Line))))
            .GroupBy(place => Pattern(place.Parts.Page, place.Element.Line))
            .Select(AtOneHeight).Where(places => places.Count >= FewestRepetitions && places.Count * 2 >= pages.Count).ToList();
        var candidates = new HashSet<PageElement>(groups.SelectMany(places => places).Select(place => place.Element), ReferenceEqualityComparer.Instance);
        var found = new RepeatedLines();
        found._lines.UnionWith(groups.Where(places => IsOutsideText(places, pages, candidates)).SelectMany(places => places).Select(place => place.Element));
        return found;
    }

    public static bool IsInMargin(PageContent page, TextLine line) => line.Box.Y1 < page.Height * MarginShare || line.Box.Y0 > page.Height * (1 - MarginShare);

    public bool Contains(LineElement line) => _lines.Contains(line);

    /// <summary>One line of each page: those at the height at which most stand.</summary>
    private static List<Place> AtOneHeight(IEnumerable<Place> group)
    {
        var places = group.OrderBy(place => place.FromEdge).ToList();
        var usual = places[places.Count / 2].FromEdge;
        return places.Where(place => Math.Abs(place.FromEdge - usual) <= Slack(place.Parts.Page)).DistinctBy(place => place.Parts.Page.Number).ToList();
    }

    /// <summary>No page of the size has text at the height of the line, or nearer to the edge.</summary>
    private static bool IsOutsideText(List<Place> places, IReadOnlyList<PageParts> pages, HashSet<PageElement> candidates)
    {
        var (page, line) = (places[0].Parts.Page, places[0].Element.Line);
        var isAbove = line.Box.Y0 < page.Height / 2;
        var inner = places.Max(place => place.FromEdge) + (line.Height / 2);
        var others = pages.Count(other => SameSize(other.Page, page)
            && other.Elements.Any(element => !candidates.Contains(element) && !IsPageNumber(element) && (isAbove ? Top(element) < inner : page.Height - Bottom(element) < inner)));
        return others == 0 || (page.IsRecognised && others * Misread <= places.Count);
    }

    private static bool SameSize(PageContent one, PageContent other) => Math.Abs(one.Height - other.Height) < 1 && Math.Abs(one.Width - other.Width) < 1;

    private static bool IsPageNumber(PageElement element) => element is LineElement line && LineKinds.PageNumber(line.Line.Text) is not null;

    private static double Top(PageElement element) => element.Top;

    private static double Bottom(PageElement element) => element switch
    {
        LineElement line => line.Line.Box.Y1,
        SideBySideElement columns => columns.Columns.Lines.Max(line => line.Box.Y1),
        GridElement grid => grid.Grid.Ys[^1],
        _ => element.Top,
    };

    private static double Slack(PageContent page) => page.IsRecognised ? SameHeightScanned : SameHeight;

    private static double FromEdge(PageContent page, TextLine line) => line.Box.Y0 < page.Height / 2 ? line.Box.Y0 : page.Height - line.Box.Y1;

    /// <summary>The line with its digits alike, and whether it stands above or below.</summary>
    private static string Pattern(PageContent page, TextLine line) =>
        (line.Box.Y0 < page.Height / 2 ? '↑' : '↓') + string.Concat(line.Text.Select(c => char.IsDigit(c) ? '0' : c));
}
