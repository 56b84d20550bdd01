using Plans.Extraction.Reading;
using Plans.Extraction.Sections;
using Plans.Extraction.Tables;

namespace Plans.Extraction.Audit;

/// <summary>All checks of a plan against itself, in document order; two differences of one kind at one place are one finding.</summary>
internal static class PlanAudit
{
    /// <param name="amounts">Amounts of money in the text; those of tables are audited by their rows and columns.</param>
    public static IReadOnlyList<Finding> Check(Plan plan, Outline outline, IReadOnlyList<ReadTable> tables, IReadOnlyList<FundingItem> amounts, SpanMaker spans) =>
        [.. AppendixCheck.Check(outline, spans)
            .Concat(SumCheck.Check(plan.Targets, amounts, spans))
            .Concat(TableSumCheck.Check(tables, spans))
            .Concat(TextTableCheck.Check(plan.Targets))
            .Concat(LeadCheck.Check(plan.Tasks, tables, plan.Sections))
            .Concat(PlanCheck.Check(plan, outline, spans))
            .Concat(AgencyTimeCheck.Check(outline, tables, plan.Document, spans))
            .GroupBy(f => (f.Code, f.Span.Start))
            .Select(same => same.First() with { Message = string.Join("; ", same.Select(f => f.Message).Distinct()) })
            .OrderBy(f => f.Span.Start)];
}
