using System.CommandLine;
using Plans.Store;
using Plans.Store.Export;
using Plans.Store.Search;
using Plans.Worker.CommandLine;
using Plans.Worker.Hosting;

namespace Plans.Worker.Commands;

/// <summary><c>plans export KIND [QUERY]</c>: everything that a search with the same filters finds, as a table.</summary>
internal static class ExportCommand
{
    private enum What { Plans, Sections, Targets, Tasks, Gold }

    public static Command Create()
    {
        var what = new Argument<What>("KIND") { Description = "plans, sections, targets or tasks; gold for one plan as an annotation" };
        var query = new Argument<string[]>("QUERY") { Description = "as in plans search, nothing for everything; with gold the plan", Arity = ArgumentArity.ZeroOrMore };
        var format = new Option<ExportFormat>("--format") { Description = "csv, xlsx or jsonl", HelpName = "FORMAT" };
        var file = new Option<string?>("--out") { Description = "the file to write (default: standard output)", HelpName = "FILE" };
        var province = new Option<string?>("--province") { Description = "only plans of this province", HelpName = "NAME" };
        var year = new Option<int?>("--year") { Description = "only targets for this year, and plans whose period holds it", HelpName = "YEAR" };
        var agency = new Option<string?>("--agency") { Description = "only what this agency leads, supports or issued", HelpName = "WORDS" };
        var site = new Option<string>("--site")
        {
            Description = "the address of the site to which the rows link",
            HelpName = "URL",
            DefaultValueFactory = _ => $"http://127.0.0.1:{Site.DefaultPort}",
        };
        var data = Stores.DataOption();
        var database = Stores.DatabaseOption();
        var command = new Command("export", "Write all plans, sections, targets or tasks that a search finds as a table.")
        {
            what, query, format, file, province, year, agency, site, data, database,
        };
        command.SetExamples(
            new("plans export targets --format xlsx --out targets.xlsx", "all targets, numbers as numbers, each row with a link to its place"),
            new("plans export tasks \"chủ-trì:\\\"Sở Y tế\\\" đến:2030\" --out y-te.csv", "what one agency leads, in UTF-8 as Excel reads it"),
            new("plans export gold 47/KH-UBND --out ke-hoach.docx.gold.json", "one plan with its corrections, as plans eval reads it"),
            new("plans export sections \"chuyển đổi số\" --format jsonl", "one JSON object a line"));
        command.SetAction(parse =>
        {
            using var store = Stores.Open(parse.GetRequiredValue(data), parse.GetValue(database));
            if (parse.GetRequiredValue(what) == What.Gold)
            {
                return Gold(store, string.Join(' ', parse.GetValue(query) ?? []), parse.GetValue(file), parse.InvocationConfiguration);
            }

            var request = new SearchRequest
            {
                Query = string.Join(' ', parse.GetValue(query) ?? []),
                Province = parse.GetValue(province),
                Year = parse.GetValue(year),
                Agency = parse.GetValue(agency),
            };
            var kind = Enum.Parse<HitKind>(parse.GetRequiredValue(what).ToString().TrimEnd('s'));
            var links = parse.GetRequiredValue(site).TrimEnd('/');
            using var target = parse.GetValue(file) is { } path ? Create(path) : Console.OpenStandardOutput();
            var rows = store.Export.Write(kind, request, parse.GetValue(format), target, (plan, span) => links + (span is { } place
                ? Web.Links.Words(plan, place.Start, place.End)
                : Web.Links.Plan(plan)));
            parse.InvocationConfiguration.Error.WriteLine($"{Counted.Of(rows, "row")} written.");
            return ExitCode.AllWell;
        });
        return command;
    }

    private static int Gold(PlanStore store, string plan, string? file, InvocationConfiguration console)
    {
        if (plan.Length == 0)
        {
            throw new WrongUseException("Which plan? Name it: plans export gold 190/KH-UBND.");
        }

        if (PlanChoice.One(store, plan, console.Error) is not { } id)
        {
            return ExitCode.Failed;
        }

        var gold = GoldExport.Write(store.Plans.Get(id)!, store.Plans.Text(id)!);
        if (file is null)
        {
            console.Output.WriteLine(gold);
            return ExitCode.AllWell;
        }

        using var target = Create(file);
        target.Write(System.Text.Encoding.UTF8.GetBytes(gold + "\n"));
        return ExitCode.AllWell;
    }

    private static FileStream Create(string path)
    {
        try
        {
            return File.Create(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"{path} cannot be written: {exception.Message}");
        }
    }
}
