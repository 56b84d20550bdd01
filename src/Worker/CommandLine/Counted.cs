namespace Plans.Worker.CommandLine;

/// <summary>Numbers with their nouns.</summary>
internal static class Counted
{
    /// <param name="noun">In the singular, with a plural in -s.</param>
    public static string Of(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
