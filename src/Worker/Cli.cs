using System.CommandLine;
using System.CommandLine.Invocation;
using Plans.Store;
using Plans.Store.Corrections;
using Plans.Store.Search;
using Plans.Worker.CommandLine;
using Plans.Worker.Commands;
using Plans.Worker.Telemetry;

namespace Plans.Worker;

/// <summary>The command line <c>plans</c>: one file a command, all listed here.</summary>
public static class Cli
{
    /// <summary>Runs one command line.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken = default)
    {
        if ("e\u0302\u0301".Normalize().Length != 1)
        {
            error.WriteLine("Unicode normalisation does not work here: install the package libicu and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.");
            return ExitCode.Failed;
        }

        var root = CreateRoot();
        var parse = root.Parse(args);
        if (parse.Action is ParseErrorAction mistake)
        {
            mistake.ShowHelp = parse.CommandResult.Command == root && args.Length == 0;
        }

        using var telemetry = TelemetryExport.Start();
        try
        {
            var status = await parse.InvokeAsync(
                new() { Output = output, Error = error, EnableDefaultExceptionHandler = false }, cancellationToken);
            if (parse.Errors.Count == 0)
            {
                return status;
            }

            error.WriteLine($"See: {CallOf(parse.CommandResult.Command)} --help");
            return ExitCode.WrongUse;
        }
        catch (WrongUseException wrong)
        {
            error.WriteLine($"{wrong.Message} See: {CallOf(parse.CommandResult.Command)} --help");
            return ExitCode.WrongUse;
        }
        catch (QueryException query)
        {
            error.WriteLine(query.Message);
            return ExitCode.WrongUse;
        }
        catch (CorrectionException correction)
        {
            error.WriteLine(correction.Message);
            return ExitCode.WrongUse;
        }
        catch (StoreException store)
        {
            error.WriteLine(store.Message);
            return ExitCode.Failed;
        }
        catch (OperationCanceledException)
        {
            error.WriteLine("Stopped.");
            return ExitCode.Failed;
        }
        catch (Exception fault)
        {
            error.WriteLine($"The program failed; please report this: {fault}");
            return ExitCode.Failed;
        }
    }

    private static string CallOf(Command command) => command is RootCommand ? "plans" : $"plans {command.Name}";

    internal static RootCommand CreateRoot()
    {
        var root = new RootCommand("Structured data out of Vietnamese official plans (kế hoạch): sections, targets, responsibilities.")
        {
            ExtractCommand.Create(),
            TextCommand.Create(),
            LoadCommand.Create(),
            StatusCommand.Create(),
            FailuresCommand.Create(),
            RetryCommand.Create(),
            RetryCommand.CreateReprocess(),
            LoadControlCommands.Pause(),
            LoadControlCommands.Resume(),
            LoadControlCommands.Cancel(),
            SearchCommand.Create(),
            ShowCommand.Create(),
            CompareCommand.Create(),
            DiffCommand.Create(),
            CascadeCommand.Create(),
            AgencyCommand.Create(),
            CorrectCommand.Create(),
            WorkCommand.Create(),
            ServeCommand.Create(),
            UserCommand.Create(),
            DemoCommand.Create(),
            EvalCommand.Create(),
            AuditCommand.Create(),
            WatchCommand.Create(),
            BackupCommand.Create(),
            BackupCommand.CreateRestore(),
            DbCommand.Create(),
            ExportCommand.Create(),
            TrainCommand.Create(),
        };
        root.HelpName = "plans";
        root.SetExamples(
            new("plans demo", "loads the plans in corpus/ and serves them on http://127.0.0.1:5080"),
            new("plans load ke-hoach/", "loads a folder of plans"),
            new("plans search \"lao động qua đào tạo\"", "searches them"),
            new("plans extract ke-hoach.docx --out out", "the facts of one plan as JSON, without a database"));
        ExampleHelp.AddTo(root);
        return root;
    }
}
