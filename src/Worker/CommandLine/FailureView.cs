using Plans.Store.Ledger;

namespace Plans.Worker.CommandLine;

/// <summary>A failed file as it is listed.</summary>
internal sealed record FailureView(long Id, string Path, string Reason, string Message, string Advice, int Attempts, DateTimeOffset? EndedAt)
{
    public static FailureView Of(FileRecord file) => new(
        file.Id,
        file.Path,
        file.Failure?.Reason ?? LedgerReasons.Interrupted,
        file.Failure?.Message ?? "The file did not end.",
        file.Failure?.Advice ?? "Try it again: plans retry",
        file.Attempts,
        file.EndedAt);

    /// <summary>For people: the path, what is wrong and what to do.</summary>
    public static void Print(IEnumerable<FileRecord> files, TextWriter writer)
    {
        foreach (var failure in files.Select(Of))
        {
            writer.WriteLine($"{failure.Path} [{failure.Reason}]");
            writer.WriteLine($"    {failure.Message}");
            writer.WriteLine($"    {failure.Advice}");
        }
    }
}
