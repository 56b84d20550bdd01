using Plans.Store.Ledger;

namespace Plans.Web.Loads;

/// <param name="Problem">Why nothing was loaded.</param>
public sealed record LoadsModel(IReadOnlyList<LoadRecord> Loads, IReadOnlyDictionary<FileState, int> Files, bool MayLoad, long MostBytes, string? Problem = null)
{
    public const int Shown = 30;
}

/// <param name="Running">The files in work, with their stages.</param>
/// <param name="Failures">The first of the files that failed or were read in part.</param>
/// <param name="Left">How long it will take at the pace so far; null where that cannot be told.</param>
public sealed record LoadModel(LoadRecord Load, IReadOnlyList<FileRecord> Running, IReadOnlyList<FileRecord> Failures, double FilesPerSecond, TimeSpan? Left, bool MayRetry)
{
    public const int FailuresShown = 100;

    public bool IsOpen => Load.IsOpen;

    public static LoadModel? Of(long id, FileLedger ledger, DateTimeOffset now, bool mayRetry)
    {
        if (ledger.Load(id) is not { } load)
        {
            return null;
        }

        List<FileRecord> failures =
        [
            .. new[] { FileState.Failed, FileState.Refused, FileState.Partial }.SelectMany(state => ledger.Files(new FileFilter { LoadId = id, State = state }, FailuresShown)).Take(FailuresShown),
        ];
        var ended = load.Counts.Done + load.Counts.Partial + load.Counts.Failed + load.Counts.Refused;
        var pace = ended / Math.Max(1, (now - load.StartedAt).TotalSeconds);
        return new LoadModel(
            load,
            ledger.Files(new FileFilter { LoadId = id, State = FileState.Running }, 20),
            failures,
            pace,
            load.ScannedAt is not null && load.Counts.Open > 0 && ended > 0 ? TimeSpan.FromSeconds(load.Counts.Open / pace) : null,
            mayRetry);
    }
}

/// <summary>The ledger of files, or those in one state.</summary>
/// <param name="Offset">Of the first.</param>
public sealed record FilesModel(IReadOnlyList<FileRecord> Files, FileState? State, long? LoadId, int Offset, bool HasMore)
{
    public const int Rows = 100;
}
