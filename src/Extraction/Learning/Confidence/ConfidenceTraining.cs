using Plans.Extraction.Evaluation;

namespace Plans.Extraction.Learning.Confidence;

/// <summary>Trains the confidence of targets and tasks on annotated plans.</summary>
internal static class ConfidenceTraining
{
    private const int Folds = 10;
    private const double Penalty = 5;

    /// <param name="ByRule">The confidence that the rules alone give.</param>
    internal sealed record Example(string Plan, IReadOnlyList<(string Name, double Value)> Features, double ByRule, bool IsRight);

    /// <summary>Optional annotations, which count for nothing in the score, teach nothing.</summary>
    public static IReadOnlyList<Example> OfTargets(IReadOnlyList<AnnotatedPlan> plans) => [.. plans.SelectMany(plan =>
    {
        var gold = TargetScore.Pair(plan.Gold.Targets, plan.Read.Targets).Items.ToDictionary(i => i.Found.Id, i => i.Gold);
        return Confidence.Evidence(plan.Read.Targets, plan.Read.Sections).Where(e => gold.GetValueOrDefault(e.Target.Id) is not { Optional: true })
            .Select(e => new Example(plan.Name, e.Features, e.Target.Confidence, gold.TryGetValue(e.Target.Id, out var g) && TargetScore.IsRight(g, e.Target)));
    })];

    /// <inheritdoc cref="OfTargets"/>
    public static IReadOnlyList<Example> OfTasks(IReadOnlyList<AnnotatedPlan> plans) => [.. plans.SelectMany(plan =>
    {
        var gold = TaskScore.Pair(plan.Gold.Tasks, plan.Read.Tasks).Items.ToDictionary(i => i.Found.Id, i => i.Gold);
        return Confidence.Evidence(plan.Read.Tasks, plan.Read.Sections).Where(e => gold.GetValueOrDefault(e.Task.Id) is not { Optional: true })
            .Select(e => new Example(plan.Name, e.Features, e.Task.Confidence, gold.TryGetValue(e.Task.Id, out var g) && TaskScore.IsRight(g, e.Task)));
    })];

    public static string Train(IReadOnlyList<Example> examples, string what) => ModelFile.Write(
        $"What speaks for and against {what} being right as a whole. Made by plans train; do not edit.", ModelFile.Weights("right", Fit(examples)));

    public static LearnedFigures ByRules(IReadOnlyList<Example> examples) => LearnedFigures.Of([.. examples.Select(e => (e.ByRule, e.IsRight))]);

    /// <summary>Each plan judged by a model that has not seen it.</summary>
    public static LearnedFigures CrossValidate(IReadOnlyList<Example> examples) => LearnedFigures.Of(
        [.. CrossValidation.Predict(examples, e => e.Plan, Folds, Fit, (model, e) => model.Probability(e.Features)).Zip(examples, (p, e) => (p, e.IsRight))]);

    private static LogisticModel Fit(IReadOnlyList<Example> examples) => LogisticModel.Train([.. examples.Select(e => (e.Features, e.IsRight))], Penalty);
}
