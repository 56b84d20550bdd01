using System.CommandLine;
using System.Globalization;
using Plans.Store.Comparison;
using Plans.Worker.CommandLine;

namespace Plans.Worker.Commands;

/// <summary><c>plans compare --indicator WORDS</c>: what each province promises on the same indicator, year by year.</summary>
internal static class CompareCommand
{
    private const string NotSaid = "không nêu";

    public static Command Create()
    {
        var indicator = new Option<string[]>("--indicator")
        {
            Description = "words of the indicator, with or without diacritics",
            HelpName = "WORDS",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var province = new Option<string?>("--province") { Description = "only this province, as printed or as it is named today", HelpName = "NAME" };
        var year = new Option<int?>("--year") { Description = "only targets for this year", HelpName = "YEAR" };
        var provinces = new Option<ProvincesAsOf>("--provinces")
        {
            Description = "then: as at the plan's date; today: merged ones together, counts added, shares not",
            HelpName = "WHEN",
        };
        var rows = new Option<bool>("--rows") { Description = "each target on a line of its own instead of plans and years" };
        var data = Stores.DataOption();
        var database = Stores.DatabaseOption();
        var results = TableResults.Options();
        var command = new Command("compare", "Put the same indicator of all plans side by side: plans and years, one unit, ranks, gaps and spread.")
        {
            indicator, province, year, provinces, rows, data, database, results.Json, results.Csv,
        };
        command.SetExamples(
            new("plans compare --indicator \"tỷ lệ lao động qua đào tạo\"", "every plan that has a target for it"),
            new("plans compare --indicator \"số lao động được tạo việc làm\" --provinces today", "under the provinces of today, counts added"),
            new("plans compare --indicator \"ty le ho ngheo\" --year 2025 --csv", "for one year, each value with its source, for a spreadsheet"));
        command.SetAction(parse =>
        {
            using var store = Stores.Open(parse.GetRequiredValue(data), parse.GetValue(database));
            var table = store.Comparison.Table(new IndicatorRequest
            {
                Words = string.Join(' ', parse.GetRequiredValue(indicator)),
                Province = parse.GetValue(province),
                Year = parse.GetValue(year),
                Provinces = parse.GetValue(provinces),
            });
            results.Write(parse, table, () => Rows(table), output =>
            {
                if (parse.GetValue(rows))
                {
                    Rows(table).WriteTo(output);
                }
                else
                {
                    Print(table, output);
                }
            });
            var error = parse.InvocationConfiguration.Error;
            error.WriteLine(table.Lines.Count + table.Others.Count == 0
                ? "No plan has a target with these words. Try fewer words, or plans search."
                : $"{Counted.Of(table.Lines.SelectMany(line => line.Plans).DistinctBy(plan => plan.PlanId).Count(), "plan")} compared in {table.Unit ?? "no unit"}"
                    + (table.Others.Count == 0 ? "." : $"; {Counted.Of(table.Others.Count, "target")} near it or measured in another way, not compared: --rows lists them."));
            return ExitCode.AllWell;
        });
        return command;
    }

    private static void Print(IndicatorTable table, TextWriter output)
    {
        if (table.Lines.Count == 0)
        {
            return;
        }

        output.WriteLine($"{table.Indicator}, {table.Unit ?? "no unit"}{(table.IsChange ? ", change" : "")}; rank 1 is the {(table.IsLessBetter ? "lowest" : "highest")}");
        output.WriteLine();
        var result = new ResultTable(["province", "plan", "date", .. table.Years.Select(Year), "lead"]);
        foreach (var line in table.Lines)
        {
            result.Add(
            [
                line.Province,
                string.Join(" + ", line.Plans.Select(plan => plan.Number ?? plan.File)) + (line.IsBelow ? " (below the province)" : ""),
                line.Plans[0].Date,
                .. line.Cells.Select(Cell),
                string.Join("; ", line.Cells.OfType<IndicatorCell>().SelectMany(cell => cell.Sources).SelectMany(row => row.Lead).Distinct()),
            ]);
        }

        result.WriteTo(output);
        output.WriteLine();
        var spread = new ResultTable("year", "values", "without", "least", "median", "mean", "most", "sum");
        foreach (var year in table.Spreads)
        {
            spread.Add(
                Year(year.Year), $"{year.Count}", $"{year.Missing}", Number(year.Least), Number(year.Median), Number(year.Mean), Number(year.Most),
                table.AddsUp ? Number(year.Sum) : "does not add up");
        }

        spread.WriteTo(output);
    }

    /// <summary>Each target with its value in the table's unit and its source; what is not compared stands last.</summary>
    private static ResultTable Rows(IndicatorTable table)
    {
        var result = new ResultTable("same", "province", "plan", "indicator", "printed", "value", "unit", "year", "in table", "table unit", "rank", "lead", "section", "page", "words", "review");
        foreach (var (line, cell, i) in table.Lines.SelectMany(line => line.Cells.Select((cell, i) => (line, cell, i))))
        {
            if (cell is null)
            {
                result.Add("yes", line.Province, line.Plans[0].Number ?? line.Plans[0].File, table.Indicator, null, null, null, Year(table.Years[i]), NotSaid, null, null, null, null, null, null, null);
            }

            foreach (var row in cell?.Sources ?? [])
            {
                Add("yes", row, Value(cell), table.Unit, Rank(cell));
            }
        }

        foreach (var row in table.Others)
        {
            Add(row.Group == 0 ? "other measure" : "near", row, null, null, null);
        }

        return result;

        void Add(string same, IndicatorRow row, string? value, string? unit, string? rank) => result.Add(
            same, row.Province, row.PlanNumber ?? row.File, row.Indicator, row.Printed, TargetValue.Write(row.Comparator, row.Value, row.ValueMax), row.Unit,
            Year(row.Year), value, unit, rank, string.Join("; ", row.Lead), row.Section, $"{row.Page}", row.Quote, row.Review == Store.Corrections.ReviewState.Unseen ? null : row.Review.ToString().ToLowerInvariant());
    }

    /// <summary>"76.5 #1 (76,5%, p. 3)".</summary>
    private static string Cell(IndicatorCell? cell) => cell is null
        ? NotSaid
        : $"{Value(cell)}{(cell.Rank is null ? "" : $" #{Rank(cell)}")} ({Printed(cell)}, p. {string.Join("; ", cell.Sources.Select(row => row.Page).Distinct())})";

    private static string Value(IndicatorCell? cell) => cell switch
    {
        null => NotSaid,
        { Value: null } => "does not add up",
        { Comparator: "sum", Value: { } sum } => $"{Number(sum)} (sum)" + Without(cell),
        { Value: { } value } => TargetValue.Write(cell.Comparator, value, cell.ValueMax) + Without(cell),
    };

    private static string Without(IndicatorCell cell) => cell.Missing.Count == 0 ? "" : $" (without {string.Join(", ", cell.Missing)})";

    private static string? Rank(IndicatorCell? cell) => cell?.Rank?.ToString(CultureInfo.InvariantCulture);

    private static string Printed(IndicatorCell cell) => cell.Sources.Select(row => row.Province).Distinct().Count() == 1 ? string.Join("; ", cell.Sources.Select(row => row.Printed).Distinct())
        : string.Join("; ", cell.Sources.Select(row => $"{row.Province} {row.Printed}").Distinct());

    private static string Year(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? "no year";

    private static string? Number(decimal? number) => number?.ToString("0.####", CultureInfo.InvariantCulture);
}
