using Plans.Extraction;
using Plans.Store.Corrections;
using Plans.Store.Search;

namespace Plans.Store.Writing;

/// <summary>Which column holds what of each part of a plan.</summary>
internal static class Columns
{
    public static readonly IReadOnlyList<Column<Target>> OfTarget =
    [
        new("item_id", t => t.Id),
        new("indicator", t => t.Indicator),
        new("comparator", t => t.Comparator),
        new("value", t => (double)t.Value),
        new("value_max", t => (double?)t.ValueMax),
        new("unit", t => t.Unit),
        new("printed", t => t.Printed),
        new("year", t => t.Year),
        new("baseline", t => t.Baseline is null ? null : StoredJson.Write(t.Baseline)),
        new("period", t => t.Period),
        new("parent", t => t.Parent),
        new("section", t => t.Section),
        new("source", t => t.Source),
        new("quote", t => t.Quote),
        new("confidence", t => t.Confidence),
    ];

    public static readonly IReadOnlyList<Column<PlanTask>> OfTask =
    [
        new("item_id", t => t.Id),
        new("text", t => t.Text),
        new("section", t => t.Section),
        new("source", t => t.Source),
        new("deadline", t => t.Deadline),
        new("due_date", t => t.DueDate?.Date),
        new("due_every", t => t.DueDate?.Every),
        new("due_day", t => t.DueDate?.Day),
        new("refers_to", t => StoredJson.Write(t.RefersTo)),
        new("resolved", t => StoredJson.Write(t.References)),
        new("confidence", t => t.Confidence),
    ];

    public static readonly IReadOnlyList<Column<TaskAgency>> OfTaskAgency =
    [
        new("task", a => a.Task),
        new("role", a => a.Role),
        new("ordinal", a => a.Ordinal),
        new("name", a => a.Name),
        new("name_key", a => Folding.Key(a.Name)),
    ];

    public static readonly IReadOnlyList<Column<LegalBasis>> OfLegalBasis =
    [
        new("type", b => b.Type),
        new("number", b => b.Number),
        new("number_key", b => b.Number is null ? null : DocumentNumber.Key(b.Number)),
        new("date", b => b.Date),
        new("issuer", b => b.Issuer),
        new("title", b => b.Title),
        new("quote", b => b.Quote),
    ];

    public static readonly IReadOnlyList<Column<FundingItem>> OfFunding =
    [
        new("amount_vnd", f => (double)f.AmountVnd),
        new("source_name", f => f.SourceName),
        new("parent", f => f.Parent),
        new("quote", f => f.Quote),
    ];

    public static readonly IReadOnlyList<Column<PlanTable>> OfTable =
    [
        new("caption", t => t.Caption),
        new("columns", t => StoredJson.Write(t.Columns)),
        new("rows", t => StoredJson.Write(t.Rows)),
        new("kind", t => t.Kind),
        new("table_page", t => t.Page),
    ];

    public static readonly IReadOnlyList<Column<Finding>> OfFinding =
    [
        new("code", f => f.Code),
        new("message", f => f.Message),
        new("quote", f => f.Quote),
    ];

    public static readonly IReadOnlyList<Column<Passage>> OfPassage =
    [
        new("kind", p => p.Kind),
        new("ordinal", p => p.Ordinal),
        new("section", p => p.Section),
        new("item_id", p => p.ItemId),
        new("heading", p => p.Heading),
        new("body", p => p.Body),
        new("year_from", p => p.YearFrom),
        new("year_to", p => p.YearTo),
        new("agencies", p => p.Agencies),
        new("span_start", p => p.SpanStart),
        new("span_end", p => p.SpanEnd),
        new("page", p => p.Page),
        new("review", p => p.Review),
    ];

    public static Column<T> Review<T>(CorrectedPlan plan)
        where T : class => new("review", fact => StoredJson.Word(plan.StateOf(fact)));

    /// <param name="text">The document's; a section's text that stands in it as it is, is not kept twice.</param>
    public static IReadOnlyList<Column<Section>> OfSection(string text) =>
    [
        new("path", s => s.Path),
        new("heading", s => s.Heading),
        new("kind", s => StoredJson.Word(s.Kind)),
        new("text", s => SectionTexts.Stands(text, s) ? null : s.Text),
    ];
}
