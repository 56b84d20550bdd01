using System.CommandLine;
using Plans.Extraction;
using Plans.Extraction.Targets;
using Plans.Ingest;
using Plans.Worker.CommandLine;
using Plans.Worker.Files;
using Plans.Worker.Layout;

namespace Plans.Worker.Commands;

/// <summary><c>plans extract FILE… --out DIR</c>: the contract's JSON of each file, without a database.</summary>
internal static class ExtractCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "the documents; archives are for load", Arity = ArgumentArity.OneOrMore };
        var folder = new Option<string>("--out") { Description = "where DIR/NAME.json is written for each file", HelpName = "DIR", Required = true };
        var numbers = new Option<bool>("--numbers") { Description = "also write DIR/NAME.numbers.txt: what became of each number of the text" };
        var json = JsonResults.JsonOption();
        var command = new Command("extract", "Write the facts of each document as JSON, without a database.") { files, folder, numbers, json };
        command.SetExamples(
            new("plans extract ke-hoach.docx --out out", "writes out/ke-hoach.docx.json"),
            new("plans extract plans/*.txt --out out --json", "several at once; prints what was found in each as JSON"));
        command.SetAction(async (parse, cancellationToken) =>
        {
            var outcomes = await ExtractAsync(parse.GetRequiredValue(files), parse.GetRequiredValue(folder), parse.GetValue(numbers), cancellationToken);
            var output = parse.InvocationConfiguration.Output;
            if (parse.GetValue(json))
            {
                output.WriteJson(outcomes);
            }
            else
            {
                Print(outcomes, output);
            }

            var failures = outcomes.Select(outcome => outcome.Failure).OfType<Failure>().ToList();
            failures.ForEach(failure => failure.WriteTo(parse.InvocationConfiguration.Error));
            var missing = outcomes.SelectMany(outcome => PageLedgerText.Failures(outcome.MissingPages).Select(page => $"{outcome.File}: read in part: {page}")).ToList();
            missing.ForEach(parse.InvocationConfiguration.Error.WriteLine);
            return failures.Count + missing.Count == 0 ? ExitCode.AllWell : ExitCode.Failed;
        });
        return command;
    }

    private sealed record Outcome(string File, string? Output, int Sections, int Targets, int Tasks, int LegalBases, int Findings, IReadOnlyList<PageRecord> MissingPages, Failure? Failure);

    /// <summary>Works on as many files at once as there are cores; the outcomes stand in the order of the files.</summary>
    private static async Task<Outcome[]> ExtractAsync(string[] files, string folder, bool numbers, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"{folder}: cannot be made: {exception.Message}");
        }

        var paths = files.DistinctBy(Path.GetFullPath).ToArray();
        var taken = paths.ToLookup(Path.GetFileName);
        var outcomes = new Outcome[paths.Length];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, paths.Length),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken },
            async (index, token) =>
            {
                var path = paths[index];
                var namesake = taken[Path.GetFileName(path)].First();
                outcomes[index] = namesake == path
                    ? await ExtractAsync(path, folder, numbers, token)
                    : Failed(path, new(FileReasons.SameName, $"{path}: has the name of {namesake}, whose result it would overwrite.", "Extract it into another folder."));
            });
        return outcomes;
    }

    private static async Task<Outcome> ExtractAsync(string path, string folder, bool numbers, CancellationToken cancellationToken)
    {
        try
        {
            var source = await SourceFile.ReadAsync(path, cancellationToken);
            var document = new DocumentReader().Read(source.Content, cancellationToken);
            var plan = PlanExtractor.Extract(document, cancellationToken);
            var target = Path.Combine(folder, source.Content.Name + ".json");
            var text = PlanJson.Write(new PlanSource(source.Content.Name, source.Sha256), document, plan);
            await File.WriteAllTextAsync(target, text + "\n", cancellationToken);
            if (numbers)
            {
                await using var ledger = File.CreateText(Path.Combine(folder, source.Content.Name + ".numbers.txt"));
                NumberView.Print(NumberLedger.Of(document, plan), ledger);
            }

            return new(path, target, plan.Sections.Count, plan.Targets.Count, plan.Tasks.Count, plan.LegalBases.Count, plan.Findings.Count,
                document.Pages.Where(page => page.Source == PageSource.Failed).ToList(), null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Failed(path, Failure.Of(exception, path));
        }
    }

    private static Outcome Failed(string path, Failure failure) => new(path, null, 0, 0, 0, 0, 0, [], failure);

    private static void Print(IEnumerable<Outcome> outcomes, TextWriter output)
    {
        var table = new ResultTable("file", "sections", "targets", "tasks", "legal bases", "findings", "written to");
        foreach (var outcome in outcomes.Where(outcome => outcome.Failure is null))
        {
            table.Add(outcome.File, $"{outcome.Sections}", $"{outcome.Targets}", $"{outcome.Tasks}", $"{outcome.LegalBases}", $"{outcome.Findings}", outcome.Output);
        }

        table.WriteTo(output);
    }
}
