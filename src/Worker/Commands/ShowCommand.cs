using System.CommandLine;
using Plans.Extraction;
using Plans.Extraction.Targets;
using Plans.Ingest;
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
            if (PlanChoice.One(store, parse.GetRequiredValue(plan), console.Error) is not { } id)
            {
                return ExitCode.Failed;
            }

            if (parse.GetValue(numbers))
            {
                var one = store.Plans.Summary(id)!;
                var document = new DocumentReader().Read(new FileContent(one.File, store.Originals.Read(one.Sha256)));
                NumberView.Print(NumberLedger.Of(document, PlanExtractor.Extract(document)), console.Output);
            }
            else if (parse.GetValue(json))
            {
                console.Output.WriteLine(store.Plans.Json(id));
            }
            else
            {
                PlanView.Print(store.Plans.Get(id)!, console.Output);
            }

            return ExitCode.AllWell;
        });
        return command;
    }
}
