namespace Plans.Worker.CommandLine;

/// <summary>What the process returns to the shell.</summary>
internal static class ExitCode
{
    public const int AllWell = 0;

    /// <summary>Some files failed or were read only in part, or what was asked for does not exist.</summary>
    public const int Failed = 1;

    public const int WrongUse = 2;
}

/// <summary>The command line makes no sense in a way that the parser cannot see.</summary>
internal sealed class WrongUseException(string message) : Exception(message);
