using Spectre.Console;

namespace Plans.Worker.CommandLine;

/// <summary>Whether words go to a person's screen, where they may be coloured and fitted to the window.</summary>
internal static class Terminal
{
    /// <summary>The screen behind a writer; null where it is a file, a pipe or a test.</summary>
    public static IAnsiConsole? Of(TextWriter writer)
    {
        var screen = (ReferenceEquals(writer, Console.Out) && !Console.IsOutputRedirected)
            || (ReferenceEquals(writer, Console.Error) && !Console.IsErrorRedirected);
        return screen ? AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) }) : null;
    }
}
