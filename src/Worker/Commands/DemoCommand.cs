using System.CommandLine;
using Plans.Store;
using Plans.Worker.CommandLine;
using Plans.Worker.Hosting;
using Plans.Worker.Loads;

namespace Plans.Worker.Commands;

/// <summary><c>plans demo</c>: the repository's own corpus, loaded and served.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var exit = new Option<bool>("--exit") { Description = "stop after loading, without serving" };
        var port = ServeCommand.PortOption();
        var data = Stores.DataOption();
        var database = Stores.DatabaseOption();
        var command = new Command("demo", "Load the plans in corpus/, print what was found and serve the site until Ctrl-C.") { exit, port, data, database };
        command.SetExamples(
            new("plans demo", $"then open http://127.0.0.1:{Site.DefaultPort}"),
            new("plans demo --exit", "the same without serving"));
        command.SetAction(async (parse, cancellationToken) =>
        {
            using var store = Stores.Open(parse.GetRequiredValue(data), parse.GetValue(database));
            var console = parse.InvocationConfiguration;
            var loaded = await LoadCommand.LoadAsync(store, CorpusFiles(), reprocess: false, console, cancellationToken);
            console.Output.WriteLine(LoadCommand.Summary(loaded.Counts));
            FailureView.Print(loaded.Incomplete, console.Error);
            Print(store, console.Output);
            if (!parse.GetValue(exit))
            {
                await Site.ServeAsync(
                    store, Listening.Locally(parse.GetValue(port)), address => console.Output.WriteLine($"Serving on {address} until Ctrl-C."), cancellationToken);
            }

            return loaded.Counts.Failed == 0 ? ExitCode.AllWell : ExitCode.Failed;
        });
        return command;
    }

    /// <summary>The plans are those that have a gold annotation; what else lies there explains them.</summary>
    private static string[] CorpusFiles()
    {
        var corpus = Path.Combine(Stores.Home, "corpus");
        if (!Directory.Exists(corpus))
        {
            throw new WrongUseException($"There is no folder {corpus}. Run the demo in the repository, by ./plans demo.");
        }

        return [.. Directory.EnumerateFiles(corpus, "*" + FileFinder.GoldEnding, SearchOption.AllDirectories)
            .Select(gold => gold[..^FileFinder.GoldEnding.Length])
            .Order(StringComparer.Ordinal)];
    }

    private static void Print(PlanStore store, TextWriter output)
    {
        var counts = store.Counts();
        output.WriteLine(
            $"In the database: {Counted.Of(counts.Plans, "plan")} of {Counted.Of(counts.Provinces, "province")}, "
            + $"{Counted.Of(counts.Sections, "section")}, {Counted.Of(counts.Targets, "target")}, {Counted.Of(counts.Tasks, "task")}.");
        PlanView.PrintList(store.Plans.List(), output);
        output.WriteLine("Try: plans search \"lao động qua đào tạo\"");
        output.WriteLine("     plans compare --indicator \"tỷ lệ lao động qua đào tạo\"");
    }
}
