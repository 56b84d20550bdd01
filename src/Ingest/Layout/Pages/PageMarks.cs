namespace Plans.Ingest.Layout.Pages;

/// <summary>Finds what a typesetter adds to pages: numbers, running headers and footers, footnotes.</summary>
internal static class PageMarks
{
    private const double NoteSize = 0.92;

    public static IReadOnlyList<PageParts> Mark(IReadOnlyList<PageParts> pages)
    {
        var repeated = RepeatedLines.Of(pages);
        var usual = UsualHeight(pages);
        return pages.Select(page => page with { Elements = Footnotes(page.Page, page.Elements.Select(element => Marked(page.Page, page.Elements, element, repeated)).ToList(), usual) }).ToList();
    }

    private static PageElement Marked(PageContent page, IReadOnlyList<PageElement> elements, PageElement element, RepeatedLines repeated)
    {
        if (element is not LineElement line || !RepeatedLines.IsInMargin(page, line.Line))
        {
            return element;
        }

        if (LineKinds.PageNumber(line.Line.Text) is not null && (element == elements[0] || element == elements[^1] || IsOuter(page, elements, line)))
        {
            return line with { Role = BlockRole.PageNumber };
        }

        return repeated.Contains(line) ? line with { Role = BlockRole.RunningHeader } : element;
    }

    /// <summary>Only headers or other numbers stand between the line and the page's edge.</summary>
    private static bool IsOuter(PageContent page, IReadOnlyList<PageElement> elements, LineElement line) =>
        elements.Where(other => line.Top < page.Height / 2 ? other.Top < line.Top : other.Top > line.Top).All(other => other is LineElement { Line: var text } && RepeatedLines.IsInMargin(page, text));

    private static double UsualHeight(IReadOnlyList<PageParts> pages)
    {
        var heights = pages.SelectMany(page => page.RunningLines).SelectMany(line => Enumerable.Repeat(line.Height, line.Words.Count)).Order().ToList();
        return heights.Count == 0 ? 0 : heights[heights.Count / 2];
    }

    /// <summary>The last lines of a page are notes if they are in smaller letters, below a short line, and the first begins with its number.</summary>
    private static List<PageElement> Footnotes(PageContent page, List<PageElement> elements, double usual)
    {
        var end = elements.FindLastIndex(element => element is LineElement { Role: BlockRole.Body }) + 1;
        var start = end;
        while (start > 0 && elements[start - 1] is LineElement { Role: BlockRole.Body, Line: var line } && line.Height < usual * NoteSize)
        {
            start--;
        }

        if (start == end || start == 0 || !char.IsDigit(((LineElement)elements[start]).Line.Text[0]) || !HasRuleAbove(page, elements[start - 1].Top, elements[start]))
        {
            return elements;
        }

        for (var i = start; i < end; i++)
        {
            elements[i] = (LineElement)elements[i] with { Role = BlockRole.Footnote };
        }

        return elements;
    }

    private static bool HasRuleAbove(PageContent page, double from, PageElement note) =>
        page.Rulings.Any(rule => rule.IsHorizontal && rule.At > from && rule.At <= note.Top + 4 && rule.Length > page.Width / 12 && rule.Length < page.Width / 2);
}
