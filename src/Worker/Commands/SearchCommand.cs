using System.CommandLine;
using Plans.Store.Search;
using Plans.Worker.CommandLine;

namespace Plans.Worker.Commands;

/// <summary><c>plans search QUERY</c>: plans, sections, targets and tasks that have the words.</summary>
internal static class SearchCommand
{
    public static Command Create()
    {
        var query = new Argument<string[]>("QUERY") { Description = "words; \"a phrase\"; -without; begin*", Arity = ArgumentArity.OneOrMore };
        var province = new Option<string?>("--province") { Description = "only plans of this province", HelpName = "NAME" };
        var year = new Option<int?>("--year") { Description = "only targets for this year, and plans whose period holds it", HelpName = "YEAR" };
        var kinds = new Option<HitKind[]>("--kind") { Description = "plan, section, target or task; may be given more than once", HelpName = "KIND" };
        var agency = new Option<string?>("--agency") { Description = "only what this agency leads, supports or issued", HelpName = "WORDS" };
        var limit = new Option<int>("--limit") { Description = "hits shown", HelpName = "N", DefaultValueFactory = _ => 20 };
        var data = Stores.DataOption();
        var database = Stores.DatabaseOption();
        var json = JsonResults.JsonOption();
        var command = new Command("search", "Find plans, sections, targets and tasks by their words, with or without diacritics.")
        {
            query, province, year, kinds, agency, limit, data, database, json,
        };
        command.SetExamples(
            new("plans search \"lao động qua đào tạo\"", "all words; \"lao dong qua dao tao\" finds the same"),
            new("plans search '\"chuyển đổi số\" -giáo'", "a phrase, without a word; words that begin with - come after another word"),
            new("plans search \"giảm nghèo\" --kind target --year 2025 --province \"Yên Bái\"", "targets of one province for one year"));
        command.SetAction(parse =>
        {
            using var store = Stores.Open(parse.GetRequiredValue(data), parse.GetValue(database));
            var result = store.Search.Find(new SearchRequest
            {
                Query = string.Join(' ', parse.GetRequiredValue(query)),
                Province = parse.GetValue(province),
                Year = parse.GetValue(year),
                Kinds = parse.GetValue(kinds) ?? [],
                Agency = parse.GetValue(agency),
                Limit = parse.GetValue(limit),
            });
            var console = parse.InvocationConfiguration;
            if (parse.GetValue(json))
            {
                console.Output.WriteJson(new { result.Total, result.Hits });
            }
            else
            {
                SearchHits.Print(result.Hits, console.Output);
                console.Error.WriteLine(result.Total == 0 ? "Nothing found." : $"{result.Hits.Count} of {Counted.Of(result.Total, "hit")}.");
            }

            return ExitCode.AllWell;
        });
        return command;
    }
}
