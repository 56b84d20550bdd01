using Plans.Extraction.Assignments;
using Plans.Extraction.Audit;
using Plans.Extraction.Citations;
using Plans.Extraction.Funding;
using Plans.Extraction.Head;
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
    public const string Version = "0.2.0";

    public static Plan Extract(Document document)
    {
        var spans = new SpanMaker(document);
        var readable = RecognitionRepair.Of(document);
        var outline = Outline.Of(Flow.Of(readable));
        var tables = ReadTable.All(outline, readable.Text);
        var fields = HeadReader.Read(outline, readable.Text);
        var targets = TargetReader.Read(outline, tables, fields, spans);
        var funding = FundingReader.Read(outline, tables, spans);
        var tasks = TaskReader.Read(outline, tables, spans);
        return new Plan
        {
            Document = fields,
            LegalBases = LegalBasisReader.Read(outline, spans),
            Sections = [.. outline.All().Select(s => ToSection(s, spans))],
            Targets = targets,
            Funding = funding,
            Tasks = tasks,
            Tables = [.. tables.Select(t => t.ToPlanTable(spans))],
            Findings =
            [
                .. AppendixCheck.Check(outline, spans)
                    .Concat(SumCheck.Check(targets, [.. funding.Where(f => !tables.Any(t => t.Grid.Table.Range.Start <= f.Span.Start && f.Span.Start < t.Grid.Table.Range.End))], spans))
                    .Concat(TableSumCheck.Check(tables, spans))
                    .Concat(TextTableCheck.Check(targets))
                    .Concat(LeadCheck.Check(tasks, tables))
                    .Concat(AgencyTimeCheck.Check(outline, tables, fields, spans))
                    .OrderBy(f => f.Span.Start),
            ],
        };
    }

    private static Section ToSection(SectionNode node, SpanMaker spans) => new(
        node.Path, node.Heading?.Text, node.Kind, spans.Text[node.Start..node.End], spans.Of(node.Start, node.End, node.Page));
}
