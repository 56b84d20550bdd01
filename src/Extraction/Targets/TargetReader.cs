using System.Globalization;
using Plans.Extraction.Reading;
using Plans.Extraction.Sections;
using Plans.Extraction.Tables;

namespace Plans.Extraction.Targets;

/// <summary>All targets of a plan, in document order.</summary>
internal static class TargetReader
{
    public static IReadOnlyList<Target> Read(Outline outline, IReadOnlyList<ReadTable> tables, DocumentFields fields, SpanMaker spans, CancellationToken cancellation)
    {
        var planYear = fields.Period is { } period && period.From == period.To ? period.From : fields.Period is null ? YearReader.OfTitle(fields.Title) : null;
        var documentYear = fields.Date is { Length: >= 4 } date ? int.Parse(date[..4], CultureInfo.InvariantCulture) : planYear;
        var reader = new TextTargets(planYear, documentYear);
        var drafts = outline.Preamble.SelectMany(reader.ReadUnsectioned).Concat(outline.All().SelectMany(node => reader.Read(node, cancellation)))
            .Concat(tables.Where(t => t.Shape.IsIndicators).SelectMany(t => IndicatorTables.Read(t, planYear, documentYear)))
            .Concat(tables.Where(t => !t.Shape.IsIndicators).SelectMany(t => t.Assignments).SelectMany(a => reader.ReadLine(a.Task.Section, a.Task.Body, a.Task.Deadline is { } d ? YearReader.Last(d) : null, source: "table")))
            .Concat(tables.Where(t => !t.Shape.IsIndicators).SelectMany(t => WordedValues.Read(t, reader)))
            .OrderBy(d => d.Quote.Start).ToList();
        var ids = new Dictionary<TargetDraft, string>(ReferenceEqualityComparer.Instance);
        foreach (var draft in drafts)
        {
            ids[draft] = "t" + (ids.Count + 1).ToString(CultureInfo.InvariantCulture);
        }

        return [.. drafts.Select(d => ToTarget(d, ids, spans))];
    }

    private static Target ToTarget(TargetDraft draft, Dictionary<TargetDraft, string> ids, SpanMaker spans) => new()
    {
        Id = ids[draft],
        Indicator = draft.Indicator,
        Comparator = draft.Comparator,
        Value = Plain(draft.Number.Number.Value),
        ValueMax = draft.Number.Number.Max is { } max ? Plain(max) : null,
        Unit = draft.Unit,
        Printed = draft.Printed,
        Year = draft.Year,
        Period = draft.EachYear ? "year" : null,
        Baseline = draft.Baseline,
        Parent = draft.Parent is { } parent ? ids.GetValueOrDefault(parent) : null,
        Section = draft.Section,
        Source = draft.Source,
        Quote = draft.Quote.Text,
        Confidence = draft.Confidence,
        Span = spans.Of(draft.Quote),
    };

    /// <summary>Without zeros after the comma that multiplication left: 9,5 nghìn is 9500, not 9500.0.</summary>
    private static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;
}
