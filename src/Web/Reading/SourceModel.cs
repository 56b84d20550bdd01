using System.Globalization;
using Plans.Ingest;
using Plans.Store.Reading;
using Plans.Web.Search;

namespace Plans.Web.Reading;

/// <param name="Marked">The facts whose words are marked, where the mark is theirs.</param>
public sealed record SourceModel(PlanSummary Plan, SourceText Text, IReadOnlyList<Fact> Marked)
{
    /// <returns>Null where there is no such plan.</returns>
    public static SourceModel? Of(long id, IQueryCollection query, PlanReader plans)
    {
        if (plans.Get(id) is not { } stored || plans.Text(id) is not { } text)
        {
            return null;
        }

        var mark = MarkOf(query["mark"].ToString(), text.Length);
        var marked = Fact.Of(stored.Plan).Where(fact => mark is { } m && m == new TextRange(fact.Span.Start, fact.Span.End));
        var part = Question.Number(query, "part", 1, int.MaxValue) ?? 1;
        return new SourceModel(stored.Summary, SourceText.Of(text, stored.Plan, mark, part), [.. marked]);
    }

    /// <summary>"1203-1260", within the text; anything else marks nothing.</summary>
    private static TextRange? MarkOf(string mark, int length) =>
        mark.Split('-') is [var start, var end]
        && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
        && int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var to)
        && from < to && to <= length
            ? new TextRange(from, to)
            : null;
}
