using System.CommandLine;
using Plans.Store.Upkeep;
using Plans.Worker.CommandLine;

namespace Plans.Worker.Commands;

/// <summary><c>plans backup FILE</c> and <c>plans restore FILE</c>: a whole store in one file.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "the backup to write (.tar.gz)" };
        var data = Stores.DataOption();
        var database = Stores.DatabaseOption();
        var json = JsonResults.JsonOption();
        var command = new Command("backup", "Write plans, ledger and originals into one file, also while files are being loaded and read.") { file, data, database, json };
        command.SetExamples(
            new("plans backup /mnt/plans-2026-03-14.tar.gz", "of one moment; what is queued then is done after restoring"),
            new("plans backup plans.tar.gz --db \"Host=db;Database=plans;Username=plans\"", "of a server"));
        command.SetAction(parse =>
        {
            using var store = Stores.Open(parse.GetRequiredValue(data), parse.GetValue(database));
            return Run(parse, json, "Backed up", progress => StoreBackup.Write(store, parse.GetRequiredValue(file), progress));
        });
        return command;
    }

    public static Command CreateRestore()
    {
        var file = new Argument<string>("FILE") { Description = "a backup" };
        var data = Stores.DataOption();
        var database = Stores.DatabaseOption();
        var json = JsonResults.JsonOption();
        var command = new Command("restore", "Bring a backup into an empty store, of the same kind or the other, and check that it is whole.") { file, data, database, json };
        command.SetExamples(
            new("plans restore plans-2026-03-14.tar.gz --data new/", "into a new data folder"),
            new("plans restore plans-2026-03-14.tar.gz --db \"Host=db;Database=plans;Username=plans\"", "into an empty database of a server"));
        command.SetAction(parse =>
        {
            var folder = parse.GetRequiredValue(data);
            using var store = Stores.Open(folder, parse.GetValue(database));
            return Run(parse, json, "Restored", progress => StoreBackup.Restore(parse.GetRequiredValue(file), store, folder, progress));
        });
        return command;
    }

    private static int Run(ParseResult parse, Option<bool> json, string done, Func<Action<string>, BackupManifest> run)
    {
        var console = parse.InvocationConfiguration;
        var screen = Terminal.Of(console.Error) is not null;
        BackupManifest manifest;
        try
        {
            manifest = run(step =>
            {
                if (screen)
                {
                    console.Error.Write($"\r\e[K{step}");
                }
            });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"{exception.Message} Check that the folder is there, may be written and has room.");
            return ExitCode.Failed;
        }

        console.Error.Write(screen ? "\r\e[K" : "");
        if (parse.GetValue(json))
        {
            console.Output.WriteJson(manifest);
        }
        else
        {
            console.Output.WriteLine($"{done}: {Counted.Of(manifest.Originals, "original")} ({manifest.Bytes} bytes), {manifest.Rows} rows, as of {manifest.MadeAt:yyyy-MM-dd'T'HH:mm:ss'Z'}.");
        }

        return ExitCode.AllWell;
    }
}
