namespace Plans.Extraction.Tests.Evaluation;

/// <summary>Makes wrong plans out of right ones, one error of each kind that the scorer tells apart; the seed chooses where.</summary>
internal static class PlantedErrors
{
    public static Plan In(Plan plan, int seed)
    {
        var random = new Random(seed);
        return plan with
        {
            Document = plan.Document with { Title = plan.Document.Title + " và một số việc khác nữa", Date = "1999-12", Period = null },
            LegalBases = Changed(plan.LegalBases, random, b => b with { Date = null }),
            Sections = Changed(Changed(plan.Sections, random, s => s with { Heading = "Một đề mục khác hẳn" }), random, s => s with { Kind = SectionKind.Other }),
            Targets = Targets(plan.Targets, random),
            Funding = Changed(plan.Funding, random, f => f with { AmountVnd = f.AmountVnd + 1 }),
            Tasks = Tasks(plan.Tasks, random),
            Findings = [.. plan.Findings.Skip(1), new Finding("leads-differ", "", "không có câu này", new Span(0, 1, 1)), new Finding("another-kind", "", "x", new Span(0, 1, 1))],
        };
    }

    private static IReadOnlyList<Target> Targets(IReadOnlyList<Target> targets, Random random)
    {
        targets = Changed(targets, random, t => t with { Value = t.Value + 0.5m });
        targets = Changed(targets, random, t => t with { Comparator = "range", ValueMax = t.Value + 1 });
        targets = Changed(targets, random, t => t with { Unit = "cái" });
        targets = Changed(targets, random, t => t with { Year = null });
        targets = Changed(targets, random, t => t with { Indicator = "một điều gì đó khác" });
        targets = Changed(targets, random, t => t with { Parent = targets[0].Id });
        return [.. targets.SelectMany(t => random.Next(10) == 0 ? new[] { t, t with { Id = t.Id + "b" } } : [t])];
    }

    private static IReadOnlyList<PlanTask> Tasks(IReadOnlyList<PlanTask> tasks, Random random)
    {
        tasks = Changed(tasks, random, t => t with { Lead = [.. t.Lead, "Sở Không có", "Các Sở không có"] });
        tasks = Changed(tasks, random, t => t with { Lead = t.Support, Support = t.Lead });
        tasks = Changed(tasks, random, t => t with { Deadline = "trước ngày 01/01/1999" });
        tasks = Changed(tasks, random, t => t with { RefersTo = ["1.1", "9.9"] });
        tasks = Changed(tasks, random, t => t with { Text = "1. " + t.Text });
        tasks = Changed(tasks, random, t => t with { Text = "Những lời hoàn toàn khác đứng ở đầu: " + t.Text });
        return [.. tasks.Where(_ => random.Next(8) > 0)];
    }

    /// <summary>Changes about one item in six, and at least the first.</summary>
    private static IReadOnlyList<T> Changed<T>(IReadOnlyList<T> items, Random random, Func<T, T> change) =>
        [.. items.Select((item, i) => i == 0 || random.Next(6) == 0 ? change(item) : item)];
}
