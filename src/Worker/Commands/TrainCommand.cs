using System.CommandLine;
using System.Globalization;
using Plans.Extraction.Evaluation;
using Plans.Extraction.Learning;
using Plans.Ingest;
using Plans.Worker.CommandLine;
using Plans.Worker.Files;

namespace Plans.Worker.Commands;

/// <summary><c>plans train</c>: trains the learned parts of the extraction anew from the corpus.</summary>
internal static class TrainCommand
{
    /// <summary>Folders whose names begin so are kept for measuring and never learned from.</summary>
    private const string SetAside = "set-aside";

    public static Command Create()
    {
        var corpus = new Option<string>("--corpus") { Description = "annotated plans, with alignment/ and headings/ beside them", HelpName = "DIR", DefaultValueFactory = _ => Beside("corpus") };
        var models = new Option<string>("--out") { Description = "where the models are written", HelpName = "DIR", DefaultValueFactory = _ => Beside("src/Extraction/Learning/Models") };
        var figures = new Option<bool>("--figures") { Description = "also cross-validate and print how good each learned part is (a minute)" };
        var json = JsonResults.JsonOption();
        var command = new Command("train", "Train the learned parts of the extraction; the same corpus and rules give the same files.") { corpus, models, figures, json };
        command.SetExamples(
            new("plans train", "writes the models; run it twice where the model of headings has changed, for the others build on it"),
            new("plans train --figures", "also says what each learned part adds to the rules"));
        command.SetAction(async (parse, cancellationToken) =>
        {
            var console = parse.InvocationConfiguration;
            var data = await DataAsync(parse.GetRequiredValue(corpus), cancellationToken);
            var changed = await WriteAsync(Trainer.Train(data), parse.GetRequiredValue(models), cancellationToken);
            console.Error.WriteLine(changed.Count == 0
                ? $"Trained on {data.Plans.Count} plans: every model is as it was."
                : $"Trained on {data.Plans.Count} plans. Changed: {string.Join(", ", changed)}. Build again to use them.");
            if (parse.GetValue(figures))
            {
                var report = Trainer.CrossValidate(data);
                if (parse.GetValue(json))
                {
                    console.Output.WriteJson(report);
                }
                else
                {
                    Print(report, console.Output);
                }
            }

            return ExitCode.AllWell;
        });
        return command;
    }

    private static string Beside(string path) => Path.Combine(Environment.GetEnvironmentVariable("PLANS_HOME") ?? "", path);

    private static async Task<TrainingData> DataAsync(string corpus, CancellationToken cancellationToken)
    {
        var plans = new List<AnnotatedPlan>();
        foreach (var file in AnnotatedFile.In(corpus, null).Where(file => !file.Name.StartsWith(SetAside, StringComparison.Ordinal)))
        {
            var source = await SourceFile.ReadAsync(file.Path, cancellationToken);
            plans.Add(new AnnotatedPlan(file.Name, new DocumentReader().Read(source.Content, cancellationToken), GoldPlan.Parse(await File.ReadAllTextAsync(file.GoldPath, cancellationToken))));
        }

        return new TrainingData(plans, await TextAsync("alignment/indicators.tsv"), await TextAsync("headings/headings.tsv"));

        async Task<string> TextAsync(string name)
        {
            var path = Path.Combine(corpus, name);
            return File.Exists(path) ? await File.ReadAllTextAsync(path, cancellationToken) : throw new WrongUseException($"{path}: does not exist. Name the corpus with --corpus DIR.");
        }
    }

    private static async Task<IReadOnlyList<string>> WriteAsync(IReadOnlyDictionary<string, string> models, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var changed = new List<string>();
        foreach (var (name, text) in models.OrderBy(model => model.Key, StringComparer.Ordinal))
        {
            var path = Path.Combine(folder, name);
            if (!File.Exists(path) || await File.ReadAllTextAsync(path, cancellationToken) != text)
            {
                await File.WriteAllTextAsync(path, text, cancellationToken);
                changed.Add(name);
            }
        }

        return changed;
    }

    private static void Print(TrainingReport report, TextWriter output)
    {
        var table = new ResultTable("part", "examples", "yes", "precision", "recall", "F1", "ranking", "calibration error", "Brier");
        Row("indicator alignment, shared words alone", report.OverlapAlone);
        Row("indicator alignment", report.Alignment);
        Row("number is a target, rules", report.NumbersByRules);
        Row("number is a target, learned", report.NumbersWithoutRules);
        Row("number is a target, both", report.NumbersWithRules);
        Row("target right, rules' confidence", report.TargetsByRules);
        Row("target right, calibrated", report.Targets);
        Row("task right, rules' confidence", report.TasksByRules);
        Row("task right, calibrated", report.Tasks);
        table.WriteTo(output);
        var headings = report.Headings;
        output.WriteLine();
        output.WriteLine(
            $"Headings of which the catalogue knows no phrase: {headings.Unknown}; right by rules {headings.RightByRules}, with the model {headings.RightWithModel}; it answered {headings.Answered}, {headings.AnsweredRight} of them rightly.");
        output.WriteLine($"Headings of which it knows one: {headings.KnownToCatalogue}, right {headings.KnownRight}.");
        Bins("target", report.Targets, output);
        Bins("task", report.Tasks, output);

        void Row(string part, LearnedFigures f) =>
            table.Add(part, $"{f.Count}", $"{f.Yes}", Share(f.Precision), Share(f.Recall), Share(f.F1), Share(f.RankQuality), Share(f.CalibrationError), Share(f.Brier));
    }

    private static void Bins(string what, LearnedFigures figures, TextWriter output)
    {
        var table = new ResultTable($"{what}: stated", "came true", "of");
        foreach (var bin in figures.Bins.Where(bin => bin.Count > 0))
        {
            table.Add(Share(bin.Stated), Share(bin.CameTrue), $"{bin.Count}");
        }

        output.WriteLine();
        table.WriteTo(output);
    }

    private static string Share(double share) => share.ToString("0.000", CultureInfo.InvariantCulture);
}
