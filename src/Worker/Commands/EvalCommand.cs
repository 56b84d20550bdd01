using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Plans.Extraction;
using Plans.Extraction.Evaluation;
using Plans.Ingest;
using Plans.Worker.CommandLine;
using Plans.Worker.Files;

namespace Plans.Worker.Commands;

/// <summary><c>plans eval DIR</c>: how well annotated documents are read, by document and over all.</summary>
internal static class EvalCommand
{
    private const string All = "ALL";

    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "documents with NAME.gold.json beside them, also in folders below" };
        var gold = new Option<string?>("--gold") { Description = "where the annotations lie, if not beside the documents", HelpName = "DIR" };
        var errors = new Option<int>("--errors") { Description = "show the first N differences of each part and document", HelpName = "N" };
        var json = JsonResults.JsonOption();
        var command = new Command("eval", "Measure the extraction against annotated documents.") { folder, gold, errors, json };
        command.SetExamples(
            new("plans eval corpus", "precision, recall and F1 of each part"),
            new("plans eval plans --gold gold --errors 5", "annotations in a folder of their own; shows what went wrong"));
        command.SetAction(async (parse, cancellationToken) =>
        {
            var console = parse.InvocationConfiguration;
            var results = await ScoreAsync(AnnotatedFile.In(parse.GetRequiredValue(folder), parse.GetValue(gold)), cancellationToken);
            var rows = results.Select(result => (result.Name, result.Score)).Append((Name: All, Score: Score.Sum(results.Select(result => result.Score)))).ToList();
            if (parse.GetValue(json))
            {
                console.Output.WriteJson(rows.ToDictionary(row => row.Name, row => Figures(row.Score, parse.GetValue(errors))));
            }
            else
            {
                Print(rows, parse.GetValue(errors), console.Output);
            }

            var failures = results.Select(result => result.Failure).OfType<Failure>().ToList();
            failures.ForEach(failure => failure.WriteTo(console.Error));
            return failures.Count == 0 ? ExitCode.AllWell : ExitCode.Failed;
        });
        return command;
    }

    /// <param name="Failure">Why the document could not be read; it counts as one in which nothing was found.</param>
    private sealed record Result(string Name, Score Score, Failure? Failure);

    private static async Task<Result[]> ScoreAsync(IReadOnlyList<AnnotatedFile> files, CancellationToken cancellationToken)
    {
        var results = new Result[files.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, files.Count),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken },
            async (index, token) => results[index] = await ScoreAsync(files[index], token));
        return results;
    }

    private static async Task<Result> ScoreAsync(AnnotatedFile file, CancellationToken cancellationToken)
    {
        var gold = await GoldAsync(file.GoldPath, cancellationToken);
        try
        {
            var source = await SourceFile.ReadAsync(file.Path, cancellationToken);
            var plan = PlanExtractor.Extract(new DocumentReader().Read(source.Content, cancellationToken));
            return new(file.Name, GoldScore.Of(gold, plan), null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new(file.Name, GoldScore.Of(gold, new Plan { Document = new() }), Failure.Of(exception, file.Path));
        }
    }

    private static async Task<GoldPlan> GoldAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return GoldPlan.Parse(await File.ReadAllTextAsync(path, cancellationToken));
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"{path}: is no annotation: {exception.Message}");
        }
    }

    /// <summary>One part as score.py --json prints it; the differences stand under their own key.</summary>
    private static Dictionary<string, object> Figures(Score score, int errors)
    {
        var figures = score.Measures.ToDictionary(
            part => part.Key,
            part => (object)new { P = part.Value.Precision, R = part.Value.Recall, part.Value.F1, Tp = part.Value.Right, Fp = part.Value.Extra, Fn = part.Value.Missed });
        if (errors > 0)
        {
            figures["errors"] = First(score, errors);
        }

        return figures;
    }

    private static IEnumerable<ScoreError> First(Score score, int errors) => score.Errors.GroupBy(error => error.Part).SelectMany(part => part.Take(errors));

    private static void Print(IReadOnlyList<(string Name, Score Score)> rows, int errors, TextWriter output)
    {
        var table = new ResultTable("document", "part", "precision", "recall", "F1", "right", "extra", "missed");
        foreach (var (name, score) in rows)
        {
            foreach (var (part, measure) in score.Measures.Where(measure => measure.Value.F1 is not null))
            {
                table.Add(name, part, Share(measure.Precision), Share(measure.Recall), Share(measure.F1), $"{measure.Right}", $"{measure.Extra}", $"{measure.Missed}");
            }
        }

        table.WriteTo(output);
        if (errors <= 0)
        {
            return;
        }

        var differences = new ResultTable("document", "part", "difference", "what");
        foreach (var (name, score) in rows)
        {
            foreach (var error in First(score, errors))
            {
                differences.Add(name, error.Part, error.Difference.ToString().ToLowerInvariant(), error.What);
            }
        }

        output.WriteLine();
        differences.WriteTo(output);
    }

    private static string? Share(double? share) => share?.ToString("0.000", CultureInfo.InvariantCulture);
}
