using System.CommandLine;
using Plans.Store.Ledger;
using Plans.Worker.CommandLine;

namespace Plans.Worker.Commands;

/// <summary><c>plans failures</c>: the files that failed, why, and what to do.</summary>
internal static class FailuresCommand
{
    public static Command Create()
    {
        var reason = new Option<string?>("--reason") { Description = "only those with this reason, such as damaged", HelpName = "CODE" };
        var data = Stores.DataOption();
        var database = Stores.DatabaseOption();
        var json = JsonResults.JsonOption();
        var command = new Command("failures", "List the files that failed, with the reason and what to do.") { reason, data, database, json };
        command.SetExamples(
            new("plans failures", "all of them"),
            new("plans failures --reason unsupported-format --json", "some of them, for another program"));
        command.SetAction(parse =>
        {
            using var store = Stores.Open(parse.GetRequiredValue(data), parse.GetValue(database));
            var failed = store.Ledger.Files(new FileFilter { State = FileState.Failed, Reason = parse.GetValue(reason) }, int.MaxValue);
            var output = parse.InvocationConfiguration.Output;
            if (parse.GetValue(json))
            {
                output.WriteJson(failed.Select(FailureView.Of));
            }
            else
            {
                FailureView.Print(failed, output);
                parse.InvocationConfiguration.Error.WriteLine(failed.Count == 0 ? "No file has failed." : $"{Counted.Of(failed.Count, "file")} failed.");
            }

            return ExitCode.AllWell;
        });
        return command;
    }
}
