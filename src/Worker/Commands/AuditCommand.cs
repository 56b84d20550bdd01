using System.CommandLine;
using Plans.Worker.CommandLine;

namespace Plans.Worker.Commands;

/// <summary><c>plans audit [LOAD]</c>: whether anything was lost, each hole by name.</summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var load = new Argument<long?>("LOAD") { Description = "only the files of this load, as plans status shows it (default: all)", Arity = ArgumentArity.ZeroOrOne };
        var data = Stores.DataOption();
        var database = Stores.DatabaseOption();
        var json = JsonResults.JsonOption();
        var command = new Command(
            "audit", "Check that every file found has ended, every plan is found by its own words and every original is there; name each hole.") { load, data, database, json };
        command.SetExamples(
            new("plans audit", "ends with 1 where there is a hole"),
            new("plans audit 12", "the files of one load"));
        command.SetAction(parse =>
        {
            using var store = Stores.Open(parse.GetRequiredValue(data), parse.GetValue(database));
            var wanted = parse.GetValue(load);
            var console = parse.InvocationConfiguration;
            if (wanted is { } number && store.Ledger.Load(number) is null)
            {
                console.Error.WriteLine($"There is no load {number}. See: plans status");
                return ExitCode.Failed;
            }

            var report = store.Audit(wanted);
            if (parse.GetValue(json))
            {
                console.Output.WriteJson(report);
            }
            else
            {
                foreach (var hole in report.Holes)
                {
                    console.Output.WriteLine($"{hole.Name} [{hole.Kind}]");
                    console.Output.WriteLine($"    {hole.Message}");
                }

                console.Output.WriteLine(
                    $"{report.Ended} of {Counted.Of(report.Files, "file")} ended, {Counted.Of(report.Plans, "plan")} looked for, {Counted.Of(report.Originals, "original")} read: "
                    + (report.IsClean ? "no hole." : $"{Counted.Of(report.Holes.Count, "hole")}."));
            }

            return report.IsClean ? ExitCode.AllWell : ExitCode.Failed;
        });
        return command;
    }
}
