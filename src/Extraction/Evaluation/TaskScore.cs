namespace Plans.Extraction.Evaluation;

/// <summary>Measures tasks, who is named for them in which role, their deadlines and the tasks they refer to.</summary>
internal static class TaskScore
{
    private sealed record RoleOf(string Role, string Agency);

    public static void Add(ScoreSheet sheet, IReadOnlyList<GoldTask> gold, IReadOnlyList<PlanTask> found)
    {
        var pairing = Pair(gold, found);
        sheet.Add(ScoredPart.Tasks, pairing, g => g.Optional, g => $"{g.Section} {g.Anchor}", t => $"{t.Section} {t.Text}");
        Responsibilities(sheet, pairing);
        foreach (var (g, t) in pairing.Items.Where(item => !item.Gold.Optional))
        {
            var (hasDeadline, foundDeadline) = (!string.IsNullOrEmpty(g.Deadline), !string.IsNullOrEmpty(t.Deadline));
            var isSame = hasDeadline && foundDeadline && Wording.Overlap(g.Deadline, t.Deadline) >= 0.6;
            sheet.Add(ScoredPart.Deadlines, Measure.Of(isSame, hasDeadline, foundDeadline), $"{g.Anchor}: {g.Deadline ?? "none"}, found {t.Deadline ?? "none"}");

            var (wanted, had) = (g.RefersTo.ToHashSet(), t.RefersTo.ToHashSet());
            var right = wanted.Intersect(had).Count();
            sheet.Add(
                ScoredPart.TaskReferences,
                new Measure(right, had.Count - right, wanted.Count - right),
                $"{g.Anchor}: {string.Join(", ", g.RefersTo)}; found {string.Join(", ", t.RefersTo)}");
        }
    }

    /// <summary>Which annotated task is which found one.</summary>
    public static Pairing<GoldTask, PlanTask> Pair(IReadOnlyList<GoldTask> gold, IReadOnlyList<PlanTask> found) => Pairing<GoldTask, PlanTask>.Of(gold, found, Likeness);

    /// <summary>Whether just the right agencies are named in the right roles.</summary>
    public static bool IsRight(GoldTask gold, PlanTask found)
    {
        List<RoleOf> wanted = Roles(gold.Lead, gold.Support), had = Roles(found.Lead, found.Support);
        return wanted.Count == had.Count && wanted.All(w => had.Exists(h => h == w || (h.Role == w.Role && Wording.Overlap(h.Agency, w.Agency) >= 0.9)));
    }

    private static double Likeness(GoldTask gold, PlanTask found)
    {
        if (!Wording.Begins(found.Text, gold.Anchor))
        {
            return 0;
        }

        var sameSection = Wording.Norm(gold.Section) == Wording.Norm(found.Section) ? 0.5 : 0;
        var otherForm = (gold.Source == "table") != (found.Source == "table") ? 1 : 0;
        return 1 + Wording.Covers(found.Text, gold.Anchor) + sameSection - otherForm;
    }

    private static void Responsibilities(ScoreSheet sheet, Pairing<GoldTask, PlanTask> pairing)
    {
        var mates = pairing.Pairs.ToDictionary(pair => pair.Gold, pair => pairing.Found[pair.Found]);
        for (var i = 0; i < pairing.Gold.Count; i++)
        {
            if (!pairing.Gold[i].Optional)
            {
                Responsibilities(sheet, pairing.Gold[i], mates.GetValueOrDefault(i));
            }
        }

        sheet.Add(ScoredPart.Responsibilities, new Measure(0, pairing.Extra.Sum(task => Roles(task.Lead, task.Support).Count), 0));
    }

    private static void Responsibilities(ScoreSheet sheet, GoldTask gold, PlanTask? found)
    {
        var left = found is null ? [] : Roles(found.Lead, found.Support);
        foreach (var wanted in Roles(gold.Lead, gold.Support))
        {
            var hit = left.Find(had => had == wanted || (had.Role == wanted.Role && Wording.Overlap(had.Agency, wanted.Agency) >= 0.9));
            if (hit is not null)
            {
                left.Remove(hit);
            }

            sheet.Add(ScoredPart.Responsibilities, hit is null ? new Measure(0, 0, 1) : new Measure(1, 0, 0), $"{wanted.Role} {wanted.Agency}: {gold.Anchor}");
        }

        left.ForEach(had => sheet.Add(ScoredPart.Responsibilities, new Measure(0, 1, 0), $"{had.Role} {had.Agency}: {gold.Anchor}"));
    }

    /// <summary>A leading "các" makes no difference, nor does a name said twice.</summary>
    private static List<RoleOf> Roles(IReadOnlyList<string> lead, IReadOnlyList<string> support) =>
    [
        .. lead.Select(name => new RoleOf("lead", Name(name))).Concat(support.Select(name => new RoleOf("support", Name(name)))).Distinct()
            .OrderBy(role => role.Role, StringComparer.Ordinal).ThenBy(role => role.Agency, StringComparer.Ordinal),
    ];

    private static string Name(string agency) => Wording.Norm(agency) is var name && name.StartsWith("các ", StringComparison.Ordinal) ? name["các ".Length..] : name;
}
