using System.CommandLine;
using Plans.Store;
using Plans.Store.Search;
using Plans.Worker.CommandLine;

namespace Plans.Worker.Commands;

/// <summary><c>plans search QUERY</c>: plans, sections, targets and tasks that have the words.</summary>
internal static class SearchCommand
{
    public static Command Create()
    {
        var query = new Argument<string[]>("QUERY") { Description = "words; \"a phrase\"; -without; begin*; field:value", Arity = ArgumentArity.ZeroOrMore };
        var queries = new Option<FileInfo?>("--queries") { Description = "a file with a query on each line, or - for the standard input: a table with a line for each", HelpName = "FILE" };
        var province = new Option<string?>("--province") { Description = "only plans of this province", HelpName = "NAME" };
        var year = new Option<int?>("--year") { Description = "only targets for this year, and plans whose period holds it", HelpName = "YEAR" };
        var kinds = new Option<HitKind[]>("--kind") { Description = "plan, section, target or task; may be given more than once", HelpName = "KIND" };
        var agency = new Option<string?>("--agency") { Description = "only what this agency leads, supports or issued", HelpName = "WORDS" };
        var sort = new Option<HitOrder>("--sort") { Description = "relevance; date, latest plan first; value, greatest target first", HelpName = "ORDER" };
        var limit = new Option<int>("--limit") { Description = "hits shown", HelpName = "N", DefaultValueFactory = _ => 20 };
        var after = new Option<string?>("--after") { Description = "the next page: the mark that the last one ended with", HelpName = "MARK" };
        var facets = new Option<bool>("--facets") { Description = "count the hits by province, year, agency and what else could narrow them" };
        var data = Stores.DataOption();
        var database = Stores.DatabaseOption();
        var json = JsonResults.JsonOption();
        var csv = CsvResults.CsvOption();
        var command = new Command("search", "Find plans, sections, targets and tasks by their words, with or without diacritics.")
        {
            query, queries, province, year, kinds, agency, sort, limit, after, facets, data, database, json, csv,
        };
        command.SetExamples(
            new("plans search \"lao động qua đào tạo\"", "all words; \"lao dong qua dao tao\" finds the same"),
            new("plans search '\"chuyển đổi số\" -giáo'", "a phrase, without a word; words that begin with - come after another word"),
            new("plans search \"giảm nghèo\" --kind target --year 2025 --province \"Yên Bái\"", "targets of one province for one year"),
            new("plans search \"rừng value:>=40 unit:% đến:2030\" --sort value", "targets of at least 40 % by 2030, the greatest first"),
            new("plans search --queries indicators.txt --kind target --csv", "how many targets each line of a list finds, and in how many provinces"));
        command.SetAction(parse =>
        {
            using var store = Stores.Open(parse.GetRequiredValue(data), parse.GetValue(database));
            var request = new SearchRequest
            {
                Query = string.Join(' ', parse.GetValue(query) ?? []),
                Province = parse.GetValue(province),
                Year = parse.GetValue(year),
                Kinds = parse.GetValue(kinds) ?? [],
                Agency = parse.GetValue(agency),
                Order = parse.GetValue(sort),
                Limit = parse.GetValue(limit),
                After = parse.GetValue(after),
                WithFacets = parse.GetValue(facets),
            };
            var form = parse.GetValue(json) ? ResultForm.Json : parse.GetValue(csv) ? ResultForm.Csv : ResultForm.Text;
            return parse.GetValue(queries) is { } list
                ? Each(store, list, request, form, parse.InvocationConfiguration)
                : One(store, request, form, parse.InvocationConfiguration);
        });
        return command;
    }

    private enum ResultForm { Text, Json, Csv }

    private static int One(PlanStore store, SearchRequest request, ResultForm form, InvocationConfiguration console)
    {
        var result = store.Search.Find(request);
        if (form == ResultForm.Json)
        {
            console.Output.WriteJson(new { result.Total, result.IsAbout, result.Hits, result.Facets, result.Next, result.Suggestion });
            return ExitCode.AllWell;
        }

        if (form == ResultForm.Csv)
        {
            SearchHits.Table(result.Hits).WriteCsv(console.Output);
        }
        else
        {
            SearchHits.Print(result.Hits, console.Output);
            SearchHits.PrintFacets(result.Facets, console.Output);
        }

        console.Error.WriteLine(result.Total == 0
            ? $"Nothing found.{(result.Suggestion is { } better ? $" Did you mean: {better}" : "")}"
            : $"{result.Hits.Count} of {(result.IsAbout ? "about " : "")}{Counted.Of(result.Total, "hit")}.{(result.Next is { } next ? $" The next ones: --after {next}" : "")}");
        return ExitCode.AllWell;
    }

    /// <summary>A line for each query of the file: how much it finds, where, and the best hit. A query that cannot be answered says why.</summary>
    private static int Each(PlanStore store, FileInfo list, SearchRequest request, ResultForm form, InvocationConfiguration console)
    {
        var found = Lines(list).Select(query => Row(store, request with { Query = query, Limit = 1, WithFacets = true })).ToList();
        if (form == ResultForm.Json)
        {
            console.Output.WriteJson(found);
            return ExitCode.AllWell;
        }

        var table = new ResultTable("query", "hits", "provinces", "best hit", "plan", "province", "page", "problem");
        foreach (var row in found)
        {
            table.Add(row.Query, $"{row.Total}", $"{row.Provinces}", row.Best is null ? null : string.Concat(row.Best.Snippet.Select(piece => piece.Text)),
                row.Best?.PlanNumber ?? row.Best?.File, row.Best?.Province, row.Best is null ? null : $"{row.Best.Page}", row.Problem);
        }

        if (form == ResultForm.Csv)
        {
            table.WriteCsv(console.Output);
        }
        else
        {
            table.WriteTo(console.Output);
        }

        return found.Any(row => row.Problem is not null) ? ExitCode.Failed : ExitCode.AllWell;
    }

    private static QueryResult Row(PlanStore store, SearchRequest request)
    {
        try
        {
            var result = store.Search.Find(request);
            return new QueryResult(request.Query, result.Total, result.Facets!.Provinces.Count, result.Hits.FirstOrDefault(), null);
        }
        catch (QueryException e)
        {
            return new QueryResult(request.Query, 0, 0, null, e.Message);
        }
    }

    private static IEnumerable<string> Lines(FileInfo list)
    {
        try
        {
            var lines = list.Name == "-" ? Console.In.ReadToEnd().Split('\n') : File.ReadAllLines(list.FullName);
            return lines.Select(line => line.Trim()).Where(line => line.Length > 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"The list of queries cannot be read: {e.Message}");
        }
    }

    private sealed record QueryResult(string Query, int Total, int Provinces, SearchHit? Best, string? Problem);
}
