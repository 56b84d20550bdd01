using System.CommandLine;
using Plans.Store.Ledger;
using Plans.Worker.CommandLine;

namespace Plans.Worker.Commands;

/// <summary><c>plans failures</c>: the files that failed or were read in part, why, and what to do.</summary>
internal static class FailuresCommand
{
    public static Command Create()
    {
        var reason = new Option<string?>("--reason") { Description = "only those with this reason, such as damaged", HelpName = "CODE" };
        var data = Stores.DataOption();
        var database = Stores.DatabaseOption();
        var json = JsonResults.JsonOption();
        var command = new Command("failures", "List the files that failed or were read only in part, with the reason and what to do.") { reason, data, database, json };
        command.SetExamples(
            new("plans failures", "all of them"),
            new("plans failures --reason unsupported-format --json", "some of them, for another program"));
        command.SetAction(parse =>
        {
            using var store = Stores.Open(parse.GetRequiredValue(data), parse.GetValue(database));
            var files = FailureView.Of(store.Ledger, new FileFilter { Reason = parse.GetValue(reason) });
            var output = parse.InvocationConfiguration.Output;
            if (parse.GetValue(json))
            {
                output.WriteJson(files.Select(FailureView.Of));
            }
            else
            {
                FailureView.Print(files, output);
                parse.InvocationConfiguration.Error.WriteLine(Summary(files));
            }

            return ExitCode.AllWell;
        });
        return command;
    }

    private static string Summary(IReadOnlyList<FileRecord> files)
    {
        var partial = files.Count(file => file.State == FileState.Partial);
        var inPart = partial == 0 ? "" : $" {Counted.Of(partial, "file")} read only in part.";
        return files.Count == partial ? $"No file has failed.{inPart}" : $"{Counted.Of(files.Count - partial, "file")} failed.{inPart}";
    }
}
