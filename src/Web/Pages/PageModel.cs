using Plans.Extraction;
using Plans.Ingest;
using Plans.Store.Reading;
using Plans.Web.Reading;

namespace Plans.Web.Pages;

/// <summary>A page of the original with the facts that stand on it.</summary>
/// <param name="Width">Of the page, in points, as <see cref="Box"/> counts.</param>
/// <param name="Facts">In reading order; those without boxes are listed, not drawn.</param>
/// <param name="Mark">The fact that was come for, if any.</param>
public sealed record DrawnPage(long PlanId, int Number, double Width, double Height, IReadOnlyList<Fact> Facts, Span? Mark)
{
    private const double A4Width = 595;
    private const double A4Height = 842;

    /// <returns>Null where the original has no such page to be drawn.</returns>
    public static DrawnPage? Of(StoredPlan stored, int number, Span? mark = null) =>
        PageImages.IsPdf(stored.Summary.MediaType) && stored.PageLedger.FirstOrDefault(page => page.Number == number) is { } page
            ? new DrawnPage(
                stored.Summary.Id,
                number,
                page.Width ?? A4Width,
                page.Height ?? A4Height,
                [.. Fact.Of(stored.Plan).Where(fact => fact.Span.Page == number)],
                mark)
            : null;

    /// <summary>A page as LibreOffice sets it: which facts stand on it is not known.</summary>
    public static DrawnPage Set(long planId, int number) => new(planId, number, A4Width, A4Height, [], null);

    public bool IsMarked(Fact fact) => Mark is { } mark && fact.Span.Start == mark.Start && fact.Span.End == mark.End;
}

/// <param name="Page">Null where the document cannot be drawn.</param>
/// <param name="Pages">How many there are.</param>
public sealed record PageModel(PlanSummary Plan, int Number, DrawnPage? Page, int Pages)
{
    public bool IsOriginal => PageImages.IsPdf(Plan.MediaType);
}
