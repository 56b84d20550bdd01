using Plans.Store.Ledger;

namespace Plans.Worker.CommandLine;

/// <summary>A file that failed or was read in part, as it is listed.</summary>
internal sealed record FailureView(long Id, string Path, FileState State, string Reason, string Message, string Advice, int Attempts, DateTimeOffset? EndedAt)
{
    private static readonly FileState[] Incomplete = [FileState.Failed, FileState.Refused, FileState.Partial];

    public static FailureView Of(FileRecord file) => new(
        file.Id,
        file.Path,
        file.State,
        file.Failure?.Reason ?? LedgerReasons.Interrupted,
        file.Failure?.Message ?? "The file did not end.",
        file.Failure?.Advice ?? "Try it again: plans retry",
        file.Attempts,
        file.EndedAt);

    /// <summary>The files that failed, those that were refused and those read in part, in the order in which they were found.</summary>
    public static IReadOnlyList<FileRecord> Of(FileLedger ledger, FileFilter filter)
    {
        FileState[] states = filter.States.Count == 0 ? Incomplete : [.. Incomplete.Intersect(filter.States)];
        return states.Length == 0 ? [] : ledger.Files(filter with { States = states }, int.MaxValue);
    }

    /// <summary>For people: the path, what is wrong and what to do.</summary>
    public static void Print(IEnumerable<FileRecord> files, TextWriter writer)
    {
        foreach (var failure in files.Select(Of))
        {
            writer.WriteLine($"{failure.Path} [{failure.Reason}{(failure.State == FileState.Partial ? ", read in part" : "")}]");
            writer.WriteLine($"    {failure.Message}");
            writer.WriteLine($"    {failure.Advice}");
        }
    }
}
