using Plans.Extraction.Learning.Alignment;
using Plans.Extraction.Learning.Confidence;
using Plans.Extraction.Learning.Headings;
using Plans.Extraction.Learning.Numbers;

namespace Plans.Extraction.Learning;

/// <summary>What all models are trained on.</summary>
/// <param name="Plans">In a fixed order: that of their names.</param>
/// <param name="Indicators">corpus/alignment/indicators.tsv.</param>
/// <param name="Headings">corpus/headings/headings.tsv.</param>
public sealed record TrainingData(IReadOnlyList<AnnotatedPlan> Plans, string Indicators, string Headings);

/// <summary>How good each learned part is on what its training left out, beside what the rules reach alone.</summary>
/// <param name="OverlapAlone">Alignment by shared words alone, at its best threshold.</param>
/// <param name="NumbersWithoutRules">Whether a number is a target, by learning alone; <paramref name="NumbersWithRules"/> with the rules' word as evidence.</param>
public sealed record TrainingReport(
    LearnedFigures OverlapAlone,
    LearnedFigures Alignment,
    HeadingFigures Headings,
    LearnedFigures NumbersByRules,
    LearnedFigures NumbersWithoutRules,
    LearnedFigures NumbersWithRules,
    LearnedFigures TargetsByRules,
    LearnedFigures Targets,
    LearnedFigures TasksByRules,
    LearnedFigures Tasks);

/// <summary>
/// Trains every learned part. The same data and rules give the same files, bit for bit: examples come in a fixed order, steps are counted, sums are made one
/// by one, and weights are rounded.
/// </summary>
public static class Trainer
{
    /// <summary>The models' files by name, to be put into Learning/Models.</summary>
    public static IReadOnlyDictionary<string, string> Train(TrainingData data) => new Dictionary<string, string>(AlignmentTraining.Train(AlignmentTraining.Parse(data.Indicators)))
    {
        [HeadingKinds.ModelName] = HeadingTraining.Train(Headings(data)),
        [Confidence.Confidence.TargetModel] = ConfidenceTraining.Train(ConfidenceTraining.OfTargets(data.Plans), "a target"),
        [Confidence.Confidence.TaskModel] = ConfidenceTraining.Train(ConfidenceTraining.OfTasks(data.Plans), "a task"),
    };

    /// <summary>Trains many times with some plans, headings or families of indicators left out, and measures on those.</summary>
    public static TrainingReport CrossValidate(TrainingData data)
    {
        var wordings = AlignmentTraining.Parse(data.Indicators);
        var numbers = NumberTraining.Of(data.Plans);
        var targets = ConfidenceTraining.OfTargets(data.Plans);
        var tasks = ConfidenceTraining.OfTasks(data.Plans);
        return new TrainingReport(
            Enumerable.Range(10, 9).Select(step => AlignmentTraining.ByOverlapAlone(wordings, step / 20.0)).MaxBy(f => f.F1)!,
            AlignmentTraining.CrossValidate(wordings),
            HeadingTraining.CrossValidate(Headings(data)),
            NumberTraining.ByRules(numbers),
            NumberTraining.WithoutRules(numbers),
            NumberTraining.WithRules(numbers),
            ConfidenceTraining.ByRules(targets),
            ConfidenceTraining.CrossValidate(targets),
            ConfidenceTraining.ByRules(tasks),
            ConfidenceTraining.CrossValidate(tasks));
    }

    private static IReadOnlyList<HeadingTraining.Example> Headings(TrainingData data) => [.. HeadingTraining.Parse(data.Headings), .. HeadingTraining.Of(data.Plans)];
}
