using System.CommandLine;
using System.Text.Json;
using Plans.Extraction;

namespace Plans.Worker.CommandLine;

/// <summary>The switch <c>--json</c> of every command that prints results.</summary>
internal static class JsonResults
{
    public static Option<bool> JsonOption() => new("--json") { Description = "print the results as JSON" };

    /// <summary>Writes a value the way the contract's JSON is written: snake_case, indented, letters unescaped.</summary>
    public static void WriteJson(this TextWriter output, object value) =>
        output.WriteLine(JsonSerializer.Serialize(value, PlanJson.Options));
}
