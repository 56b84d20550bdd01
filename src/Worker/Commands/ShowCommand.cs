using System.CommandLine;
using Plans.Extraction;
using Plans.Extraction.Targets;
using Plans.Ingest;
using Plans.Store.Reading;
using Plans.Worker.CommandLine;

namespace Plans.Worker.Commands;

/// <summary><c>plans show PLAN</c>: all that was extracted from one plan.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var plan = new Argument<string>("PLAN") { Description = "its document number, id, file name or the beginning of its SHA-256" };
        var data = Stores.DataOption();
        var database = Stores.DatabaseOption();
        var json = JsonResults.JsonOption();
        var numbers = new Option<bool>("--numbers") { Description = "account for each number of the text: extracted, or what else it is" };
        var command = new Command("show", "Show one plan: its head, outline, targets, tasks and findings.") { plan, data, database, json, numbers };
        command.SetExamples(
            new("plans show 190/KH-UBND", "by its number"),
            new("plans show 190/KH-UBND --numbers", "what became of each number of its text"),
            new("plans show ke-hoach.docx --json", "by its file; the same JSON as extract writes"));
        command.SetAction(parse =>
        {
            var console = parse.InvocationConfiguration;
            using var store = Stores.Open(parse.GetRequiredValue(data), parse.GetValue(database));
            var reference = parse.GetRequiredValue(plan);
            var found = store.Plans.Resolve(reference);
            if (found is not [var one])
            {
                SayWhyNone(reference, found, console.Error);
                return ExitCode.Failed;
            }

            if (parse.GetValue(numbers))
            {
                var document = new DocumentReader().Read(new FileContent(one.File, store.Originals.Read(one.Sha256)));
                NumberView.Print(NumberLedger.Of(document, PlanExtractor.Extract(document)), console.Output);
            }
            else if (parse.GetValue(json))
            {
                console.Output.WriteLine(store.Plans.Json(one.Id));
            }
            else
            {
                PlanView.Print(store.Plans.Get(one.Id)!, console.Output);
            }

            return ExitCode.AllWell;
        });
        return command;
    }

    private static void SayWhyNone(string reference, IReadOnlyList<PlanSummary> found, TextWriter error)
    {
        if (found.Count == 0)
        {
            error.WriteLine($"No plan is known as {reference}. Use its document number, id or file name; plans search finds plans by their words.");
            return;
        }

        error.WriteLine($"{found.Count} plans are known as {reference}; name one of them by its id:");
        PlanView.PrintList(found, error);
    }
}
