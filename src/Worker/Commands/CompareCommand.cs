using System.CommandLine;
using System.Globalization;
using Plans.Store.Comparison;
using Plans.Worker.CommandLine;

namespace Plans.Worker.Commands;

/// <summary><c>plans compare --indicator WORDS</c>: what each province promises on the same indicator.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var indicator = new Option<string[]>("--indicator")
        {
            Description = "words of the indicator, with or without diacritics",
            HelpName = "WORDS",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var province = new Option<string?>("--province") { Description = "only this province", HelpName = "NAME" };
        var year = new Option<int?>("--year") { Description = "only targets for this year", HelpName = "YEAR" };
        var data = Stores.DataOption();
        var database = Stores.DatabaseOption();
        var json = JsonResults.JsonOption();
        var command = new Command("compare", "Put the same indicator of all plans side by side.") { indicator, province, year, data, database, json };
        command.SetExamples(
            new("plans compare --indicator \"tỷ lệ lao động qua đào tạo\"", "every plan that has a target for it"),
            new("plans compare --indicator \"ty le ho ngheo\" --year 2025 --json", "for one year, for another program"));
        command.SetAction(parse =>
        {
            using var store = Stores.Open(parse.GetRequiredValue(data), parse.GetValue(database));
            var words = string.Join(' ', parse.GetRequiredValue(indicator));
            var rows = store.Comparison.ByIndicator(words, parse.GetValue(province), parse.GetValue(year));
            var console = parse.InvocationConfiguration;
            if (parse.GetValue(json))
            {
                console.Output.WriteJson(rows);
            }
            else
            {
                Print(rows, console.Output);
                console.Error.WriteLine(rows.Count == 0
                    ? "No plan has a target with these words. Try fewer words, or plans search."
                    : Found(rows));
            }

            return ExitCode.AllWell;
        });
        return command;
    }

    private static string Found(IReadOnlyList<IndicatorRow> rows) =>
        $"{Counted.Of(rows.Count, "target")}{Near(rows.Count(row => row.Group != 0))} in {Counted.Of(rows.DistinctBy(row => row.PlanId).Count(), "plan")} "
        + $"of {Counted.Of(rows.DistinctBy(row => row.Province).Count(), "province")}.";

    private static string Near(int count) => count == 0 ? "" : $", of which {count} on indicators near the one asked for,";

    /// <summary>What was asked for first; other indicators that share its words after.</summary>
    private static void Print(IEnumerable<IndicatorRow> rows, TextWriter output)
    {
        var table = new ResultTable("same", "province", "plan", "indicator", "printed", "value", "unit", "year", "section", "page");
        foreach (var row in rows.OrderBy(row => row.Group != 0))
        {
            table.Add(
                row.Group == 0 ? "yes" : "near",
                row.Province,
                row.PlanNumber ?? row.File,
                row.Indicator,
                row.Printed,
                TargetValue.Write(row.Comparator, row.Value, row.ValueMax),
                row.Unit,
                row.Year?.ToString(CultureInfo.InvariantCulture),
                row.Section,
                $"{row.Page}");
        }

        table.WriteTo(output);
    }
}
