using System.Globalization;
using Plans.Extraction;
using Plans.Ingest;
using Plans.Store.Reading;
using Plans.Web.Pages;
using Plans.Web.Search;

namespace Plans.Web.Reading;

/// <param name="Marked">The facts whose words are marked, where the mark is theirs.</param>
/// <param name="Mark">The words that are marked.</param>
/// <param name="Page">The page of the original on which the marked words stand, else that of the part's beginning; null where it cannot be drawn.</param>
public sealed record SourceModel(PlanSummary Plan, SourceText Text, IReadOnlyList<Fact> Marked, Span? Mark, DrawnPage? Page)
{
    /// <returns>Null where there is no such plan.</returns>
    public static SourceModel? Of(long id, IQueryCollection query, PlanReader plans)
    {
        if (plans.Get(id) is not { } stored || plans.Text(id) is not { } text)
        {
            return null;
        }

        var mark = MarkOf(query["mark"].ToString(), text.Length);
        List<Fact> marked = [.. Fact.Of(stored.Plan).Where(fact => mark is { } m && m == new TextRange(fact.Span.Start, fact.Span.End))];
        var shown = SourceText.Of(text, stored.Plan, mark, Question.Number(query, "part", 1, int.MaxValue) ?? 1);
        var page = marked.Count > 0 ? marked[0].Span.Page : PageAt(stored.Plan, mark?.Start ?? shown.Start);
        Span? words = mark is { } range ? new Span(range.Start, range.End, page) : null;
        return new SourceModel(stored.Summary, shown, marked, words, DrawnPage.Of(stored, page, words));
    }

    /// <summary>That of the nearest thing before the place of which the page is known.</summary>
    private static int PageAt(Plan plan, int start) => plan.Sections.Select(section => section.Span).Concat(Fact.Of(plan).Select(fact => fact.Span))
        .Where(span => span.Start <= start).MaxBy(span => span.Start)?.Page ?? 1;

    /// <summary>"1203-1260", within the text; anything else marks nothing.</summary>
    internal static TextRange? MarkOf(string mark, int length) =>
        mark.Split('-') is [var start, var end]
        && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
        && int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var to)
        && from < to && to <= length
            ? new TextRange(from, to)
            : null;
}
