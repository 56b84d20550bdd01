using System.CommandLine;
using Plans.Store;
using Plans.Store.Ledger;
using Plans.Worker.CommandLine;

namespace Plans.Worker.Commands;

/// <summary><c>plans pause|resume|cancel [LOAD]</c>: what goes on in any process, told through the ledger.</summary>
internal static class LoadControlCommands
{
    public static Command Pause() => Create(
        "pause",
        "Let a load wait: files in work are finished, no other is begun until plans resume.",
        (ledger, load) => ledger.Pause(load),
        (load, files) => $"Load {load} is paused; {Counted.Of(files, "file")} wait. Go on: plans resume {load}",
        new("plans pause", "the load that is open"),
        new("plans pause 12", "this one"));

    public static Command Resume() => Create(
        "resume",
        "Go on with a paused load.",
        (ledger, load) => ledger.Resume(load),
        (load, files) => $"Load {load} goes on with {Counted.Of(files, "file")}.",
        new("plans resume", "the load that is paused"),
        new("plans resume 12", "this one"));

    public static Command Cancel() => Create(
        "cancel",
        "Give a load up: files in work are finished, the others are given up; what is done stays. Loading the same again takes up the rest.",
        (ledger, load) => ledger.Cancel(load),
        (load, files) => $"Load {load} is cancelled; {Counted.Of(files, "file")} given up.",
        new("plans cancel", "the load that is open"),
        new("plans cancel 12", "this one"));

    private static Command Create(string name, string description, Func<FileLedger, long, int?> change, Func<long, int, string> says, params Example[] examples)
    {
        var number = new Argument<long?>("LOAD") { Description = "its number, as plans status shows it (default: the only open one)", Arity = ArgumentArity.ZeroOrOne };
        var data = Stores.DataOption();
        var database = Stores.DatabaseOption();
        var command = new Command(name, description) { number, data, database };
        command.SetExamples(examples);
        command.SetAction(parse =>
        {
            using var store = Stores.Open(parse.GetRequiredValue(data), parse.GetValue(database));
            var load = parse.GetValue(number) ?? OnlyOpen(store, name);
            if (change(store.Ledger, load) is not { } files)
            {
                parse.InvocationConfiguration.Error.WriteLine($"There is no load {load} that could be changed. See: plans status");
                return ExitCode.Failed;
            }

            parse.InvocationConfiguration.Output.WriteLine(says(load, files));
            return ExitCode.AllWell;
        });
        return command;
    }

    private static long OnlyOpen(PlanStore store, string name)
    {
        var open = store.Ledger.Loads().Where(load => load.IsOpen).Select(load => load.Id).ToList();
        return open is [var only]
            ? only
            : throw new WrongUseException(open.Count == 0
                ? "No load is open."
                : $"{open.Count} loads are open ({string.Join(", ", open)}); say which: plans {name} {open[0]}");
    }
}
