using System.Globalization;
using Plans.Extraction.Evaluation;
using Plans.Extraction.Learning;
using Plans.Extraction.Tests.Evaluation;
using Xunit.Abstractions;

namespace Plans.Extraction.Tests.Learning;

/// <summary>
/// The learned parts, trained anew from the corpus: the files come out bit for bit as they are in the repository, and each part is as good on what it has
/// not seen as docs/learning.md says.
/// </summary>
public sealed class TrainingTests(ITestOutputHelper output)
{
    private static readonly Lazy<TrainingData> Data = new(() => new TrainingData(
        [.. Corpus.Files.Select(f => new AnnotatedPlan(Path.GetRelativePath(Folder("corpus"), f.Path), f.Document, GoldPlan.Parse(f.GoldJson)))],
        File.ReadAllText(Folder("corpus/alignment/indicators.tsv")),
        File.ReadAllText(Folder("corpus/headings/headings.tsv"))));

    private static readonly Lazy<TrainingReport> Report = new(() => Trainer.CrossValidate(Data.Value));

    [Fact]
    public void Training_reproduces_the_models_bit_for_bit()
    {
        var changed = Trainer.Train(Data.Value).Where(model => File.ReadAllText(Path.Combine(Folder("src/Extraction/Learning/Models"), model.Key)) != model.Value).Select(m => m.Key).ToList();

        Assert.True(changed.Count == 0, $"The corpus or the rules have changed since these models were trained: {string.Join(", ", changed)}. Run ./plans train and commit what it writes.");
    }

    [Fact]
    public void Alignment_knows_indicators_of_families_that_it_has_not_seen()
    {
        var (alone, learned) = (Report.Value.OverlapAlone, Report.Value.Alignment);
        Write("shared words alone", alone);
        Write("alignment", learned);

        Assert.True(learned.Count >= 400 && learned.Yes >= 200);
        Assert.True(learned.F1 >= 0.77, $"F1 {learned.F1}");
        Assert.True(learned.F1 >= alone.F1 + 0.15, $"F1 {learned.F1} against {alone.F1} by shared words");
        Assert.True(learned.RankQuality >= 0.975, $"ranking {learned.RankQuality}");
        Assert.True(learned.CalibrationError <= 0.03, $"calibration error {learned.CalibrationError}");
    }

    [Fact]
    public void Unusual_headings_are_known_better_than_by_the_catalogue()
    {
        var headings = Report.Value.Headings;
        output.WriteLine($"{headings}");

        Assert.True(headings.RightWithModel >= headings.RightByRules + 40, $"{headings}");
        Assert.True(headings.AnsweredRight >= 0.75 * headings.Answered, $"{headings}");
    }

    /// <summary>Of fewer wrong facts than this an order says nothing: where two of eight stand is chance.</summary>
    private const int FewestWrong = 20;

    [Fact]
    public void Confidence_is_calibrated_better_than_that_of_the_rules()
    {
        foreach (var (what, rules, learned, error) in new[] { ("target", Report.Value.TargetsByRules, Report.Value.Targets, 0.06), ("task", Report.Value.TasksByRules, Report.Value.Tasks, 0.04) })
        {
            Write(what + " by rules", rules);
            Write(what, learned);
            Assert.True(learned.CalibrationError <= error && learned.CalibrationError < rules.CalibrationError, $"{what}: {learned.CalibrationError} against {rules.CalibrationError}");
            Assert.True(learned.Brier < rules.Brier, $"{what}: Brier {learned.Brier} against {rules.Brier}");
            Assert.True(learned.Count - learned.Yes < FewestWrong || learned.RankQuality > rules.RankQuality, $"{what}: ranking {learned.RankQuality} against {rules.RankQuality}");
        }
    }

    [Fact]
    public void Whether_a_number_is_a_target_is_known_as_well_by_rules_as_by_learning()
    {
        Write("numbers by rules", Report.Value.NumbersByRules);
        Write("numbers learned", Report.Value.NumbersWithoutRules);
        Write("numbers by both", Report.Value.NumbersWithRules);

        Assert.InRange(Report.Value.NumbersWithRules.F1 - Report.Value.NumbersByRules.F1, -0.02, 0.02);
    }

    private static string Folder(string path) => Path.Combine(Corpus.Root, path);

    private void Write(string part, LearnedFigures f) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{part,-20} n {f.Count} yes {f.Yes} P {f.Precision:0.000} R {f.Recall:0.000} F1 {f.F1:0.000} ranking {f.RankQuality:0.000} calibration error {f.CalibrationError:0.000} Brier {f.Brier:0.000}"));
}
