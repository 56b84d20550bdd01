namespace Plans.Extraction.Evaluation;

/// <summary>
/// Measures an extraction against an annotation, with the pairing and the measures of score.py (the contract's scorer). Items that gold marks
/// optional count for nothing either way.
/// </summary>
public static class GoldScore
{
    /// <summary>The findings that are annotated; a plan may have more kinds, which count for nothing.</summary>
    private static readonly string[] AnnotatedFindings = ["parts-do-not-sum", "text-and-table-differ", "leads-differ", "appendix-missing"];

    public static Score Of(GoldPlan gold, Plan plan)
    {
        var sheet = new ScoreSheet();
        Sections(sheet, gold, plan);
        TargetScore.Add(sheet, gold.Targets, plan.Targets);
        TaskScore.Add(sheet, gold.Tasks, plan.Tasks);
        LegalBases(sheet, gold, plan);
        sheet.Add(
            ScoredPart.Funding,
            Pairing<GoldFunding, FundingItem>.Of(gold.Funding, plan.Funding, (g, f) => Number(g.AmountVnd) == Number(f.AmountVnd) ? 1 : 0),
            g => g.Optional, g => $"{g.AmountVnd}: {g.Anchor}", f => $"{f.AmountVnd}: {f.Quote}");
        Findings(sheet, gold, plan);
        DocumentFieldScore.Add(sheet, gold.Document, plan.Document);
        return sheet.ToScore();
    }

    /// <summary>Numbers are alike to the sixth decimal.</summary>
    internal static decimal? Number(decimal? value) => value is { } number ? Math.Round(number, 6) : null;

    private static void Sections(ScoreSheet sheet, GoldPlan gold, Plan plan)
    {
        var pairing = Pairing<GoldSection, Section>.Of(gold.Sections, plan.Sections, (g, s) => Wording.Norm(g.Path) == Wording.Norm(s.Path)
            && (string.IsNullOrEmpty(g.Heading) || Wording.Overlap(g.Heading, s.Heading) >= 0.8) ? 1 : 0);
        sheet.Add(ScoredPart.Sections, pairing, g => g.Optional, g => $"{g.Path} {g.Heading}", s => $"{s.Path} {s.Heading}");
        foreach (var (g, s) in pairing.Items.Where(item => !item.Gold.Optional))
        {
            sheet.Add(ScoredPart.SectionKinds, Measure.Of(g.Kind == s.Kind), $"{g.Path} {g.Heading}: {g.Kind}, found {s.Kind}");
        }
    }

    private static void LegalBases(ScoreSheet sheet, GoldPlan gold, Plan plan) => sheet.Add(
        ScoredPart.LegalBases,
        Pairing<GoldLegalBasis, LegalBasis>.Of(gold.LegalBases, plan.LegalBases, (g, b) =>
        {
            var number = Wording.Compact(g.Number);
            return (g.Date ?? "") != (b.Date ?? "") ? 0
                : number.Length > 0 && number == Wording.Compact(b.Number) ? 1
                : string.IsNullOrEmpty(g.Number) && Wording.Norm(g.Type) == Wording.Norm(b.Type) ? 0.9
                : 0;
        }),
        g => g.Optional, g => $"{g.Type} {g.Number} {g.Date}", b => $"{b.Type} {b.Number} {b.Date}");

    private static void Findings(ScoreSheet sheet, GoldPlan gold, Plan plan) => sheet.Add(
        ScoredPart.Findings,
        Pairing<GoldFinding, Finding>.Of(
            gold.Findings,
            [.. plan.Findings.Where(f => AnnotatedFindings.Contains(f.Code))],
            (g, f) => g.Code == f.Code && Math.Max(Wording.Covers(f.Quote, g.Anchor), Wording.Covers(g.Anchor, f.Quote)) >= 0.5 ? 1 : 0),
        g => g.Optional, g => $"{g.Code}: {g.Anchor}", f => $"{f.Code}: {f.Quote}");
}
