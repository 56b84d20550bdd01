namespace Plans.Store.Ledger;

/// <summary>One call of load: what was asked and, counted from the ledger, how far it is.</summary>
/// <param name="Paths">As the user gave them.</param>
/// <param name="ScannedAt">When all files had been found; null while scanning, or where the scan was cut off.</param>
public sealed record LoadRecord(
    long Id, IReadOnlyList<string> Paths, bool Reprocess, DateTimeOffset StartedAt, DateTimeOffset? ScannedAt, LoadCounts Counts)
{
    /// <summary>Files of a higher one go first; 0 for folders, more for single files.</summary>
    public int Priority { get; init; }

    public DateTimeOffset? PausedAt { get; init; }

    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>Whether anything of it is still to be done.</summary>
    public bool IsOpen => CancelledAt is null && (ScannedAt is null || Counts.Open > 0);
}

/// <param name="Skipped">Duplicates of other files and files that were done before the load.</param>
/// <param name="LeftOut">What is no plan by its nature: links and system files in archives, data and source code.</param>
/// <param name="Refused">Beyond a limit, which is named.</param>
/// <param name="Cancelled">Given up with a load before they ran.</param>
public sealed record LoadCounts(
    int Found, int Queued, int Running, int Done, int Partial, int Failed, int Skipped, int LeftOut = 0, int Refused = 0, int Cancelled = 0)
{
    /// <summary>Files that have not ended.</summary>
    public int Open => Queued + Running;
}

/// <param name="SeenAt">Its last beat, or the last start of a file.</param>
/// <param name="Files">How many it runs.</param>
/// <param name="Beats">Its signs of life, counted.</param>
public sealed record WorkerRecord(string Worker, DateTimeOffset SeenAt, int Files, long Beats = 0);

/// <param name="DueAt">Not to be run before; null is at once.</param>
public sealed record QueuedFile(long FileId, DateTimeOffset? DueAt);
