using System.CommandLine;
using System.Globalization;
using Plans.Store.Upkeep;
using Plans.Worker.CommandLine;

namespace Plans.Worker.Commands;

/// <summary><c>plans db</c>: upkeep of the store.</summary>
internal static class DbCommand
{
    public static Command Create()
    {
        var command = new Command("db", "Look after the store: move it to another place, check it.") { Move(), Check(), Versions(), Reindex() };
        command.SetExamples(
            new("plans db check", "whether all that is held is sound"),
            new("plans db move data copy/", "everything into another, empty store"));
        return command;
    }

    /// <summary><c>plans db move FROM TO</c>: everything from one store into another, empty one.</summary>
    private static Command Move()
    {
        var from = new Argument<string>("FROM") { Description = "a data folder, or a database as \"Host=…;Database=…;Username=…\"" };
        var to = new Argument<string>("TO") { Description = "the same, empty" };
        var data = Stores.DataOption();
        var results = TableResults.Options();
        var command = new Command("move", "Carry everything from one store into another, empty one, and check that it has arrived. Nothing is removed.")
        {
            from, to, data, results.Json, results.Csv,
        };
        command.SetExamples(
            new("plans db move data \"Host=db;Database=plans;Username=plans\"", "from the embedded file to a server"),
            new("plans db move \"Host=db;Database=plans;Username=plans\" copy/", "and back, into a new folder"));
        command.SetAction(parse =>
        {
            var folder = parse.GetRequiredValue(data);
            using var source = Stores.Named(parse.GetRequiredValue(from), folder);
            using var target = Stores.Named(parse.GetRequiredValue(to), folder);
            var report = StoreMove.Move(source, target);
            results.Write(parse, report, () => Table(report), output =>
            {
                Table(report).WriteTo(output);
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{Counted.Of(report.Originals, "original")} ({report.Bytes} bytes) moved and checked by hash."));
            });
            return ExitCode.AllWell;
        });
        return command;
    }

    private static ResultTable Table(MoveReport report)
    {
        var table = new ResultTable("table", "rows", "sha256 of the rows in both");
        foreach (var moved in report.Tables)
        {
            table.Add(moved.Table, moved.Rows.ToString(CultureInfo.InvariantCulture), moved.Sha256);
        }

        return table;
    }

    /// <summary><c>plans db check</c>: whether all that is held is sound.</summary>
    private static Command Check()
    {
        var data = Stores.DataOption();
        var database = Stores.DatabaseOption();
        var results = TableResults.Options();
        var command = new Command("check", "Check the database, its full text and every original; takes minutes for a large store.")
        {
            data, database, results.Json, results.Csv,
        };
        command.SetExamples(new Example("plans db check", "says what is wrong, and what to do"));
        command.SetAction(parse =>
        {
            using var store = Stores.Open(parse.GetRequiredValue(data), parse.GetValue(database));
            var problems = store.Check();
            results.Write(parse, new { Sound = problems.Count == 0, Problems = problems }, () => Problems(problems), output =>
            {
                foreach (var problem in problems)
                {
                    output.WriteLine(problem);
                }

                output.WriteLine(problems.Count == 0 ? "All is sound." : $"{Counted.Of(problems.Count, "problem")} found.");
            });
            return problems.Count == 0 ? ExitCode.AllWell : ExitCode.Failed;
        });
        return command;
    }

    private static ResultTable Problems(IReadOnlyList<string> problems)
    {
        var table = new ResultTable("problem");
        foreach (var problem in problems)
        {
            table.Add(problem);
        }

        return table;
    }

    /// <summary><c>plans db versions</c>: links plans that were saved before versions were known.</summary>
    private static Command Versions()
    {
        var data = Stores.DataOption();
        var database = Stores.DatabaseOption();
        var json = JsonResults.JsonOption();
        var command = new Command("versions", "Compare plans that an older program saved with all others, so that one plan in several files counts once.") { data, database, json };
        command.SetExamples(new Example("plans db versions", "once, after a store of an older program was opened"));
        command.SetAction(parse =>
        {
            using var store = Stores.Open(parse.GetRequiredValue(data), parse.GetValue(database));
            var console = parse.InvocationConfiguration;
            var compared = store.Versions.LinkAll(done => console.Error.WriteLine($"{done} compared"));
            if (parse.GetValue(json))
            {
                console.Output.WriteJson(new { Compared = compared });
            }
            else
            {
                console.Output.WriteLine(compared == 0 ? "All plans have been compared." : $"{Counted.Of(compared, "plan")} compared.");
            }

            return ExitCode.AllWell;
        });
        return command;
    }

    /// <summary><c>plans db reindex</c>: makes anew what the search keeps of frequent words.</summary>
    private static Command Reindex()
    {
        var data = Stores.DataOption();
        var database = Stores.DatabaseOption();
        var command = new Command("reindex", "Make anew what makes searches for frequent words fast. Nothing else is touched; loads go on by themselves.") { data, database };
        command.SetExamples(new Example("plans db reindex", "after a database was repaired, or db check says that the search's blocks do not agree"));
        command.SetAction(parse =>
        {
            using var store = Stores.Open(parse.GetRequiredValue(data), parse.GetValue(database));
            var blocks = store.Reindex();
            parse.InvocationConfiguration.Output.WriteLine(blocks == 0 ? "There are too few plans for blocks; searches need none." : $"{Counted.Of(blocks, "block")} made.");
            return ExitCode.AllWell;
        });
        return command;
    }
}
