using System.CommandLine;
using Plans.Web.Accounts;
using Plans.Worker.CommandLine;

namespace Plans.Worker.Commands;

/// <summary><c>plans user</c>: the accounts of the site.</summary>
internal static class UserCommand
{
    private const string PasswordVariable = "PLANS_PASSWORD";

    public static Command Create()
    {
        var command = new Command("user", "Make and manage the site's accounts.") { Add(), List(), Password(), Key(), Remove() };
        command.SetExamples(
            new("plans user add lan --role administrator", "asks for the password"),
            new("plans user key lan --name báo-cáo", "a key with which a program uses the API"));
        return command;
    }

    private static Command Add()
    {
        var (name, data) = (Name(), Stores.DataOption());
        var role = new Option<Role>("--role") { Description = "reader, reviewer or administrator", DefaultValueFactory = _ => Role.Reader };
        var command = new Command("add", "Make an account. The password is asked for, or read from stdin.") { name, role, data };
        command.SetAction(parse => Guarded(() =>
        {
            Book(parse.GetRequiredValue(data)).Add(parse.GetRequiredValue(name), ReadPassword(parse.InvocationConfiguration.Error), parse.GetValue(role));
            parse.InvocationConfiguration.Output.WriteLine($"Made the account {parse.GetRequiredValue(name)} ({parse.GetValue(role).ToString().ToLowerInvariant()}).");
            return ExitCode.AllWell;
        }));
        return command;
    }

    private static Command List()
    {
        var data = Stores.DataOption();
        var command = new Command("list", "List the accounts.") { data };
        command.SetAction(parse =>
        {
            foreach (var account in Book(parse.GetRequiredValue(data)).All())
            {
                parse.InvocationConfiguration.Output.WriteLine(
                    $"{account.Name}\t{account.Role.ToString().ToLowerInvariant()}\t{SiteDatabase.Time(account.CreatedAt)}");
            }

            return ExitCode.AllWell;
        });
        return command;
    }

    private static Command Password()
    {
        var (name, data) = (Name(), Stores.DataOption());
        var command = new Command("password", "Give an account another password; it is signed out everywhere.") { name, data };
        command.SetAction(parse => Guarded(() =>
            Book(parse.GetRequiredValue(data)).SetPassword(parse.GetRequiredValue(name), ReadPassword(parse.InvocationConfiguration.Error))
                ? ExitCode.AllWell
                : throw Unknown(parse.GetRequiredValue(name))));
        return command;
    }

    private static Command Key()
    {
        var (name, data) = (Name(), Stores.DataOption());
        var label = new Option<string>("--name") { Description = "what the key is for", DefaultValueFactory = _ => "API" };
        var command = new Command("key", "Make an API key of an account and print it, this once.") { name, label, data };
        command.SetAction(parse =>
        {
            var book = Book(parse.GetRequiredValue(data));
            var account = book.Find(parse.GetRequiredValue(name)) ?? throw Unknown(parse.GetRequiredValue(name));
            parse.InvocationConfiguration.Output.WriteLine(book.AddKey(account, parse.GetRequiredValue(label)));
            return ExitCode.AllWell;
        });
        return command;
    }

    private static Command Remove()
    {
        var (name, data) = (Name(), Stores.DataOption());
        var command = new Command("remove", "Remove an account with its keys.") { name, data };
        command.SetAction(parse => Book(parse.GetRequiredValue(data)).Remove(parse.GetRequiredValue(name))
            ? ExitCode.AllWell
            : throw Unknown(parse.GetRequiredValue(name)));
        return command;
    }

    private static Argument<string> Name() => new("NAME") { Description = "the account's name" };

    private static AccountBook Book(string folder)
    {
        // The store brings the embedded database's library.
        Stores.Open(folder, null).Dispose();
        return new AccountBook(new SiteDatabase(Path.GetFullPath(folder)), TimeProvider.System);
    }

    private static WrongUseException Unknown(string name) => new($"There is no account {name}. See: plans user list");

    private static int Guarded(Func<int> act)
    {
        try
        {
            return act();
        }
        catch (ArgumentException unfit)
        {
            throw new WrongUseException(unfit.Message);
        }
    }

    /// <summary>From the environment, from a pipe, or typed unseen.</summary>
    private static string ReadPassword(TextWriter prompt)
    {
        if (Environment.GetEnvironmentVariable(PasswordVariable) is { Length: > 0 } given)
        {
            return given;
        }

        if (Console.IsInputRedirected)
        {
            return Console.In.ReadLine() ?? "";
        }

        prompt.Write($"Password ({AccountBook.ShortestPassword} letters or more): ");
        var typed = new System.Text.StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else
            {
                typed.Append(key.KeyChar);
            }
        }

        prompt.WriteLine();
        return typed.ToString();
    }
}
