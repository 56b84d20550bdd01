namespace Plans.Store.Ledger;

/// <summary>The ledger of files. It is the truth; a queue of jobs is its servant.</summary>
public sealed class FileLedger
{
    internal FileLedger()
    {
    }

    public long StartLoad(IReadOnlyList<string> paths, bool reprocess = false) => throw new NotImplementedException();

    /// <summary>Notes that the load has found all its files.</summary>
    public void EndScan(long loadId) => throw new NotImplementedException();

    /// <summary>Enters a file that was found. Idempotent; of files with the same content only one is ever run.</summary>
    /// <param name="extractorVersion">The version that would run it; a file done by another version is queued again.</param>
    public Registration Register(long loadId, FoundFile file, string extractorVersion, bool reprocess = false) =>
        throw new NotImplementedException();

    /// <summary>Enters a path that could not even be read: absent, no permission, beyond a limit.</summary>
    public long RegisterFailed(long loadId, string path, FileFailure failure, long size = 0) => throw new NotImplementedException();

    /// <summary>
    /// Takes a queued file to run it. Failure comes first: the outcome <see cref="LedgerReasons.Interrupted"/> is written now and
    /// success last, by <see cref="PlanStore.Save"/>.
    /// </summary>
    /// <param name="worker">Who runs it; see <see cref="Beat"/>.</param>
    /// <returns>Null where the file has ended, is not due yet or runs elsewhere: there is nothing to do.</returns>
    public FileRun? Start(long fileId, string worker, string stage = "read") => throw new NotImplementedException();

    /// <returns>False where the run has lost the file.</returns>
    public bool EnterStage(FileRun run, string stage) => throw new NotImplementedException();

    /// <summary>Ends a run without success.</summary>
    /// <param name="retryAt">Queues the file again for that time; null leaves it failed.</param>
    /// <returns>False where the run has lost the file; nothing is written then.</returns>
    public bool Fail(FileRun run, FileFailure failure, DateTimeOffset? retryAt = null) => throw new NotImplementedException();

    /// <summary>Gives a file back to the queue untouched, as on an orderly shutdown; the run does not count as an attempt.</summary>
    public bool GiveBack(FileRun run) => throw new NotImplementedException();

    /// <summary>Tells that the worker lives.</summary>
    public void Beat(string worker) => throw new NotImplementedException();

    /// <summary>The workers that run files, with the time of their last beat or start.</summary>
    public IReadOnlyList<(string Worker, DateTimeOffset SeenAt)> RunningWorkers() => throw new NotImplementedException();

    /// <summary>Queues what a dead worker left running.</summary>
    /// <returns>The ids of those files.</returns>
    public IReadOnlyList<long> Release(string worker) => throw new NotImplementedException();

    /// <summary>Queues what workers left running that have not been seen for so long.</summary>
    public IReadOnlyList<long> ReleaseSilent(TimeSpan silence) => throw new NotImplementedException();

    /// <summary>Files that should have a job: queued and due, oldest first.</summary>
    public IReadOnlyList<long> Due(int limit = int.MaxValue) => throw new NotImplementedException();

    /// <summary>Every queued file with its time, due or not.</summary>
    public IReadOnlyList<(long FileId, DateTimeOffset? DueAt)> Queued() => throw new NotImplementedException();

    /// <summary>Queues failed files again, their attempts counted anew.</summary>
    /// <returns>The ids of those files.</returns>
    public IReadOnlyList<long> Retry(FileFilter? filter = null) => throw new NotImplementedException();

    /// <summary>Queues ended files again (done, partial, failed with a kept original); their plans stay until the new ones are saved.</summary>
    public IReadOnlyList<long> Reprocess(FileFilter? filter = null) => throw new NotImplementedException();

    public FileRecord? Find(long fileId) => throw new NotImplementedException();

    /// <summary>Latest change first.</summary>
    public IReadOnlyList<FileRecord> Files(FileFilter filter, int limit = 1000, int offset = 0) => throw new NotImplementedException();

    public LoadRecord? Load(long loadId) => throw new NotImplementedException();

    /// <summary>Latest first.</summary>
    public IReadOnlyList<LoadRecord> Loads(int limit = 20) => throw new NotImplementedException();

    public LoadCounts Counts(long loadId) => throw new NotImplementedException();

    /// <summary>All files by state, with 0 where there is none.</summary>
    public IReadOnlyDictionary<FileState, int> CountsByState() => throw new NotImplementedException();
}
