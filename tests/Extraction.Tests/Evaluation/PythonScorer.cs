using System.Diagnostics;
using System.Text.Json;
using Plans.Extraction.Evaluation;

namespace Plans.Extraction.Tests.Evaluation;

/// <summary>The contract's scorer, a Python program beside the repository.</summary>
internal static class PythonScorer
{
    /// <summary>Why it cannot be run here; null where it can.</summary>
    public static string? Absence { get; } =
        Corpus.Shared is null ? "The folder ../shared with score.py is not here." : Starts() ? null : "python3 is not installed.";

    private static string Script => Path.Combine(Corpus.Shared!, "score", "score.py");

    /// <summary>Its counts of each part, by document.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, Measure>> Run(string goldFolder, string planFolder)
    {
        var start = new ProcessStartInfo("python3", [Script, "--gold", goldFolder, "--pred", planFolder, "--json"]) { RedirectStandardOutput = true };
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        using var process = Process.Start(start)!;
        using var json = JsonDocument.Parse(process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        return json.RootElement.EnumerateObject().ToDictionary(
            document => document.Name,
            document => (IReadOnlyDictionary<string, Measure>)document.Value.EnumerateObject().ToDictionary(part => part.Name, part => MeasureOf(part.Value)));
    }

    private static Measure MeasureOf(JsonElement part) =>
        new(part.GetProperty("tp").GetInt32(), part.GetProperty("fp").GetInt32(), part.GetProperty("fn").GetInt32());

    private static bool Starts()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("python3", ["--version"]) { RedirectStandardOutput = true, RedirectStandardError = true });
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

/// <summary>A test that needs the contract's scorer; skipped, and said so, where it cannot be run.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PythonScorerFactAttribute : FactAttribute
{
    public PythonScorerFactAttribute() => Skip = PythonScorer.Absence;
}
