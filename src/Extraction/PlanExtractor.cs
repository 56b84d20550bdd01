using Plans.Extraction.Assignments;
using Plans.Extraction.Audit;
using Plans.Extraction.Citations;
using Plans.Extraction.Funding;
using Plans.Extraction.Head;
using Plans.Extraction.Learning.Confidence;
using Plans.Extraction.Reading;
using Plans.Extraction.Sections;
using Plans.Extraction.Tables;
using Plans.Extraction.Targets;
using Plans.Ingest;

namespace Plans.Extraction;

/// <summary>Reads a plan's facts out of a document. Pure: the same document gives the same plan.</summary>
public static class PlanExtractor
{
    /// <summary>Goes up whenever the same document may give another plan; results are kept by it.</summary>
    public const string Version = "0.3.0";

    /// <param name="cancellation">Looked at between the steps and in the long ones section by section.</param>
    public static Plan Extract(Document document, CancellationToken cancellation = default)
    {
        var plan = ExtractByRules(document, cancellation);
        return plan with { Targets = Confidence.Of(plan.Targets, plan.Sections), Tasks = Confidence.Of(plan.Tasks, plan.Sections) };
    }

    /// <summary>Without calibrated confidence: what confidence is learned from.</summary>
    internal static Plan ExtractByRules(Document document, CancellationToken cancellation = default)
    {
        var spans = new SpanMaker(document);
        var readable = LinedTables.Restore(FlattenedTables.Restore(RecognitionRepair.Of(document)));
        var outline = Outline.Of(Flow.Of(readable));
        cancellation.ThrowIfCancellationRequested();
        var tables = ReadTable.All(outline, readable.Text);
        var fields = HeadReader.Read(outline, readable.Text);
        var targets = TargetReader.Read(outline, tables, fields, spans, cancellation);
        cancellation.ThrowIfCancellationRequested();
        var amounts = FundingReader.Read(outline, spans);
        var tasks = TaskReader.Read(outline, tables, fields, spans, cancellation);
        cancellation.ThrowIfCancellationRequested();
        var plan = new Plan
        {
            Document = fields,
            LegalBases = LegalBasisReader.Read(outline, spans),
            Sections = [.. outline.All().Select(s => ToSection(s, spans))],
            Targets = targets,
            Funding = [.. amounts.Concat(tables.SelectMany(t => MoneyTables.Read(t, spans))).OrderBy(f => f.Span.Start)],
            Tasks = tasks,
            Tables = [.. tables.Select(t => t.ToPlanTable(spans))],
        };
        return plan with { Findings = PlanAudit.Check(plan, outline, tables, amounts, spans) };
    }

    private static Section ToSection(SectionNode node, SpanMaker spans) => new(
        node.Path, node.Heading?.Text, node.Kind, spans.Text[node.Start..node.End], spans.Of(node.Start, node.End, node.Page));
}
