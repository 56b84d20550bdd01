using Plans.Extraction;
using Plans.Extraction.Evaluation;

namespace Plans.Corpus.Rendering.Equality;

/// <summary>Takes what was extracted from one file for the truth about another file of the same plan.</summary>
internal static class PlanAsGold
{
    public static GoldPlan Of(Plan plan) => new()
    {
        Document = new()
        {
            Type = plan.Document.Type,
            Number = plan.Document.Number,
            Date = plan.Document.Date,
            Issuer = plan.Document.Issuer,
            Province = plan.Document.Province,
            Place = plan.Document.Place,
            Title = plan.Document.Title,
            Period = plan.Document.Period is { } period ? new(period.From, period.To) : null,
            Signer = plan.Document.Signer,
            SignerRole = plan.Document.SignerRole,
        },
        LegalBases = [.. plan.LegalBases.Select(basis => new GoldLegalBasis(basis.Type, basis.Number, basis.Date))],
        Sections = [.. plan.Sections.Select(section => new GoldSection(section.Path, section.Heading, section.Kind))],
        Targets = [.. plan.Targets.Select(Target)],
        Funding = [.. plan.Funding.Select(item => new GoldFunding(item.Quote, item.AmountVnd, item.SourceName, item.Parent))],
        Tasks = [.. plan.Tasks.Select(Task)],
        Findings = [.. plan.Findings.Select(finding => new GoldFinding(finding.Code, finding.Quote))],
    };

    private static GoldTarget Target(Target target) => new()
    {
        Id = target.Id,
        Indicator = target.Indicator,
        Comparator = target.Comparator,
        Value = target.Value,
        ValueMax = target.ValueMax,
        Unit = target.Unit,
        Year = target.Year,
        Period = target.Period,
        Parent = target.Parent,
        Section = target.Section,
        Anchor = target.Quote,
        Source = target.Source,
    };

    private static GoldTask Task(PlanTask task) => new()
    {
        Id = task.Id,
        Anchor = task.Text,
        Section = task.Section,
        Source = task.Source,
        Lead = task.Lead,
        Support = task.Support,
        Deadline = task.Deadline,
        RefersTo = task.RefersTo,
    };
}
