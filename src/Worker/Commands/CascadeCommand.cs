using System.CommandLine;
using System.Globalization;
using Plans.Store.Comparison.Cascades;
using Plans.Worker.CommandLine;

namespace Plans.Worker.Commands;

/// <summary><c>plans cascade NUMBER</c>: who carries out a document, and with which targets.</summary>
internal static class CascadeCommand
{
    public static Command Create()
    {
        var number = new Argument<string>("NUMBER") { Description = "of the document, as printed; it need not be held" };
        var year = new Option<int?>("--year") { Description = "of its date, where several documents have the number", HelpName = "YEAR" };
        var province = new Option<string?>("--province") { Description = "only plans of this province, as printed or as it is named today", HelpName = "NAME" };
        var indicator = new Option<string?>("--indicator") { Description = "only indicators that have these words", HelpName = "WORDS" };
        var data = Stores.DataOption();
        var database = Stores.DatabaseOption();
        var results = TableResults.Options();
        var command = new Command("cascade", "List the plans that cite a document, their targets on its indicators, and the provinces that have none.")
        {
            number, year, province, indicator, data, database, results.Json, results.Csv,
        };
        command.SetExamples(
            new("plans cascade 1719/QĐ-TTg", "all plans that carry it out, side by side"),
            new("plans cascade 1719/QĐ-TTg --indicator \"hộ nghèo\"", "their targets on one indicator"),
            new("plans cascade 1/CT-TTg --year 2023 --csv", "one of several documents of a number, for a spreadsheet"));
        command.SetAction(parse =>
        {
            var error = parse.InvocationConfiguration.Error;
            using var store = Stores.Open(parse.GetRequiredValue(data), parse.GetValue(database));
            var cascade = store.Cascades.Of(new CascadeRequest
            {
                Number = parse.GetRequiredValue(number),
                Year = parse.GetValue(year),
                Province = parse.GetValue(province),
                Indicator = parse.GetValue(indicator),
            });
            results.Write(parse, cascade, () => Targets(cascade), output => Print(cascade, output));
            if (cascade.Plans.Count == 0)
            {
                error.WriteLine($"No plan that is held cites {cascade.Number}. Check the number; plans search finds documents by their words.");
                return ExitCode.Failed;
            }

            if (cascade.Documents.Count > 1 && parse.GetValue(year) is null)
            {
                error.WriteLine($"Documents of different years have this number: {string.Join("; ", cascade.Documents.Select(Words))}. Choose one with --year.");
            }

            return ExitCode.AllWell;
        });
        return command;
    }

    private static void Print(Cascade cascade, TextWriter output)
    {
        var cited = string.Join("; ", cascade.Documents.Select(Words));
        output.WriteLine(cascade.Source is { } source
            ? $"{source.Document.Type} {source.Document.Number}, {source.Document.Date}, {source.Document.Title}"
            : $"{cascade.Number} is not held itself; cited as {(cited.Length > 0 ? cited : "a number only")}");
        output.WriteLine();
        output.WriteLine($"Plans that cite it ({cascade.Plans.Count})");
        var plans = new ResultTable("province", "today", "plan", "date", "title", "as", "page", "words");
        foreach (var plan in cascade.Plans)
        {
            var head = plan.Plan.Document;
            plans.Add(head.Province, plan.ProvinceToday, head.Number ?? plan.Plan.File, head.Date, head.Title, plan.IsBasis ? "basis" : "in the text", $"{plan.Page}", plan.Quote);
        }

        plans.WriteTo(output);
        output.WriteLine();
        output.WriteLine($"Targets on {(cascade.Source is null ? "indicators that several of them have" : "its indicators")} ({cascade.Indicators.Count})");
        Targets(cascade).WriteTo(output);
        if (cascade.ProvincesWithout.Count > 0)
        {
            output.WriteLine();
            output.WriteLine($"Provinces of today without a plan here that cites it ({cascade.ProvincesWithout.Count}): {string.Join(", ", cascade.ProvincesWithout)}");
        }
    }

    /// <summary>A row for each target, and one for each province that cites the document and does not name the indicator.</summary>
    private static ResultTable Targets(Cascade cascade)
    {
        var table = new ResultTable("indicator", "province", "plan", "value", "unit", "year", "printed", "section", "page", "words");
        var plans = cascade.Plans.ToDictionary(plan => plan.Plan.Id);
        foreach (var row in cascade.Indicators)
        {
            foreach (var target in row.Asked)
            {
                Add(row.Indicator, "(the document)", cascade.Number, target);
            }

            foreach (var (plan, target) in row.Targets)
            {
                Add(row.Indicator, plans[plan].ProvinceToday, plans[plan].Plan.Document.Number ?? plans[plan].Plan.File, target);
            }

            foreach (var province in row.ProvincesWithout)
            {
                table.Add(row.Indicator, province, null, "không nêu", null, null, null, null, null, null);
            }
        }

        return table;

        void Add(string indicator, string? province, string plan, Extraction.Target target) => table.Add(
            indicator, province, plan, TargetValue.Write(target.Comparator, target.Value, target.ValueMax), target.Unit,
            target.Year?.ToString(CultureInfo.InvariantCulture), target.Printed, target.Section, $"{target.Span.Page}", target.Quote);
    }

    private static string Words(CitedDocument document) =>
        $"{document.Type} {document.Date} {document.Title}".Trim() + $" ({Counted.Of(document.Plans, "plan")})";
}
