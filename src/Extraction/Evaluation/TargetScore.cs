namespace Plans.Extraction.Evaluation;

/// <summary>Measures targets: found at all, right in every field, and joined to the target of which they are a part.</summary>
internal static class TargetScore
{
    public static void Add(ScoreSheet sheet, IReadOnlyList<GoldTarget> gold, IReadOnlyList<Target> found)
    {
        var pairing = Pair(gold, found);
        sheet.Add(ScoredPart.Targets, pairing, g => g.Optional, Words, Words);
        sheet.Add(ScoredPart.TargetsStrict, pairing.Where((g, t) => g.Optional || IsRight(g, t)).Measure(g => g.Optional));
        foreach (var (g, t) in pairing.Items.Where(item => !item.Gold.Optional && !IsRight(item.Gold, item.Found)))
        {
            sheet.Differs(ScoredPart.TargetsStrict, Difference.Differs, $"{Words(g)}; found {Words(t)}");
        }

        Breakdowns(sheet, pairing);
    }

    /// <summary>Which annotated target is which found one.</summary>
    public static Pairing<GoldTarget, Target> Pair(IReadOnlyList<GoldTarget> gold, IReadOnlyList<Target> found) => Pairing<GoldTarget, Target>.Of(gold, found, Likeness);

    private static void Breakdowns(ScoreSheet sheet, Pairing<GoldTarget, Target> pairing)
    {
        var goldIds = pairing.Items.ToDictionary(item => item.Found.Id, item => item.Gold.Id);
        foreach (var (g, t) in pairing.Items.Where(item => !item.Gold.Optional))
        {
            var isRight = g.Parent is not null && t.Parent is not null && goldIds.GetValueOrDefault(t.Parent) == g.Parent;
            sheet.Add(
                ScoredPart.TargetBreakdowns,
                Measure.Of(isRight, g.Parent is not null, t.Parent is not null),
                $"{Words(g)}: part of {g.Parent ?? "none"}, found {t.Parent ?? "none"}");
        }
    }

    private static double Likeness(GoldTarget gold, Target found)
    {
        if (GoldScore.Number(gold.Value) != GoldScore.Number(found.Value) || GoldScore.Number(gold.ValueMax) != GoldScore.Number(found.ValueMax))
        {
            return 0;
        }

        var place = Math.Max(
            Wording.Covers(found.Quote, gold.Anchor), Wording.Words(found.Quote).Count > 2 ? Wording.Covers(gold.Anchor, found.Quote) : 0);
        var what = Wording.Overlap(gold.Indicator, found.Indicator);
        return place < 0.7 || what < 0.34 ? 0 : place + what + (Wording.Norm(gold.Section) == Wording.Norm(found.Section) ? 0.2 : 0);
    }

    /// <summary>Whether comparator, unit, year and indicator are right too.</summary>
    public static bool IsRight(GoldTarget gold, Target found) =>
        gold.Comparator == found.Comparator && Wording.Norm(gold.Unit) == Wording.Norm(found.Unit) && gold.Year == found.Year
        && Wording.Overlap(gold.Indicator, found.Indicator) >= 0.66;

    private static string Words(GoldTarget g) => $"{g.Indicator} {g.Comparator} {g.Value}{(g.ValueMax is { } max ? $"–{max}" : "")} {g.Unit} ({g.Year}) [{g.Anchor}]";

    private static string Words(Target t) => $"{t.Indicator} {t.Comparator} {t.Value}{(t.ValueMax is { } max ? $"–{max}" : "")} {t.Unit} ({t.Year}) [{t.Quote}]";
}
