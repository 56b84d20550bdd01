namespace Plans.Extraction.Learning.Confidence;

/// <summary>
/// How likely each target and task is right as a whole: a target found, with its indicator, comparator, unit and year; a task found, with just its
/// agencies in their roles (models: target-confidence.tsv, task-confidence.tsv). Calibrated: of those said to be 0.9, nine in ten are.
/// </summary>
internal static class Confidence
{
    public const string TargetModel = "target-confidence.tsv";
    public const string TaskModel = "task-confidence.tsv";

    private static readonly Lazy<LogisticModel> Targets = new(() => ModelFile.Read(TargetModel, "right"));
    private static readonly Lazy<LogisticModel> Tasks = new(() => ModelFile.Read(TaskModel, "right"));

    public static IReadOnlyList<Target> Of(IReadOnlyList<Target> targets, IReadOnlyList<Section> sections) =>
        [.. Evidence(targets, sections).Select(e => e.Target with { Confidence = Math.Round(Targets.Value.Probability(e.Features), 2) })];

    public static IReadOnlyList<PlanTask> Of(IReadOnlyList<PlanTask> tasks, IReadOnlyList<Section> sections) =>
        [.. Evidence(tasks, sections).Select(e => e.Task with { Confidence = Math.Round(Tasks.Value.Probability(e.Features), 2) })];

    public static IEnumerable<(Target Target, IReadOnlyList<(string Name, double Value)> Features)> Evidence(IReadOnlyList<Target> targets, IReadOnlyList<Section> sections)
    {
        var kinds = Kinds(sections);
        var quotes = targets.CountBy(t => t.Span.Start).ToDictionary();
        return targets.Select(t => (t, TargetEvidence.Of(t, Kind(kinds, t.Section), quotes[t.Span.Start])));
    }

    public static IEnumerable<(PlanTask Task, IReadOnlyList<(string Name, double Value)> Features)> Evidence(IReadOnlyList<PlanTask> tasks, IReadOnlyList<Section> sections)
    {
        var kinds = Kinds(sections);
        return tasks.Select(t => (t, TaskEvidence.Of(t, Kind(kinds, t.Section))));
    }

    private static Dictionary<string, SectionKind> Kinds(IReadOnlyList<Section> sections) => sections.DistinctBy(s => s.Path).ToDictionary(s => s.Path, s => s.Kind, StringComparer.Ordinal);

    private static SectionKind? Kind(Dictionary<string, SectionKind> kinds, string? path) => path is not null && kinds.TryGetValue(path, out var kind) ? kind : null;
}
