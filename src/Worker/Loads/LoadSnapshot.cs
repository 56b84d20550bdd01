using Plans.Store.Ledger;

namespace Plans.Worker.Loads;

/// <summary>How far a load is at a moment.</summary>
/// <param name="Scanning">More files may be found yet.</param>
/// <param name="Running">The files in work, with their stages.</param>
/// <param name="Fallen">Those that have failed, been refused or been read only in part since the last look.</param>
internal sealed record LoadSnapshot(
    LoadRecord Load, bool Scanning, IReadOnlyList<FileRecord> Running, IReadOnlyList<FileRecord> Fallen)
{
    public LoadCounts Counts => Load.Counts;
}

/// <summary>Shows a load to someone.</summary>
internal interface ILoadView
{
    void Show(LoadSnapshot snapshot);

    /// <summary>The store does not answer, and is waited for.</summary>
    void Waiting(string why);

    /// <summary>Takes what is shown off the screen, for the summary to follow.</summary>
    void Clear();
}
