using System.CommandLine;

namespace Plans.Worker.CommandLine;

/// <summary>The switch <c>--csv</c> of every command that prints a table.</summary>
internal static class CsvResults
{
    public static Option<bool> CsvOption() => new("--csv") { Description = "print the results as CSV, as Excel reads it" };
}
