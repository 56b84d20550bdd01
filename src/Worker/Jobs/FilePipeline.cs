using Plans.Extraction;
using Plans.Ingest;
using Plans.Store;
using Plans.Store.Ledger;
using Plans.Worker.Files;

namespace Plans.Worker.Jobs;

/// <summary>
/// The whole life of one file: read, extract, save; of an archive: unpack into files that live the same life. Its outcome is written as failure before the work starts and as success
/// last, together with the plan in one transaction; so a process may die between any two instructions.
/// </summary>
/// <param name="worker">Names this worker in the ledger.</param>
internal sealed class FilePipeline(PlanStore store, DocumentReader reader, JobSettings settings, string worker, ILogger log)
{
    private readonly ArchiveUnpacking _archives = new(store, settings.Archives);

    private static readonly TimeSpan StorePause = TimeSpan.FromSeconds(1);

    /// <summary>Works on a queued file; does nothing where it has ended or runs elsewhere.</summary>
    /// <param name="stopping">The process is to end: the file goes back to the queue.</param>
    public async Task RunAsync(long fileId, CancellationToken stopping)
    {
        if (store.Ledger.Start(fileId, worker) is not { } run)
        {
            return;
        }

        using var timeLimit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        timeLimit.CancelAfter(settings.FileTime);
        try
        {
            if (run.File.Attempts > settings.MaximumStarts)
            {
                throw DiedTooOften(run.File);
            }

            if (_archives.KindOf(run.File) is { } archive)
            {
                timeLimit.CancelAfter(settings.Archives.Time);
                _archives.Unpack(run, archive, timeLimit.Token);
                log.LogInformation("Unpacked {Path} (file {FileId})", run.File.Path, fileId);
                return;
            }

            var content = new FileContent(run.File.Name, store.Originals.Read(run.File.Sha256!));
            var document = reader.Read(content, timeLimit.Token);

            if (PlainTextJudge.DataOrCode(content, document) is { } data)
            {
                LeaveOut(run, data);
                return;
            }

            store.Ledger.EnterStage(run, "extract");
            var plan = PlanExtractor.Extract(document, timeLimit.Token);
            if (PlainTextJudge.Otherwise(content, document, plan) is { } other)
            {
                LeaveOut(run, other);
                return;
            }

            store.Ledger.EnterStage(run, "save");
            store.Save(run, document, plan);
            log.LogInformation("Loaded {Path} (file {FileId})", run.File.Path, fileId);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            store.Ledger.GiveBack(run);
        }
        catch (Exception exception)
        {
            await FailAsync(run, FailureJudge.Describe(exception, run.File.Name), stopping);
        }
    }

    private void LeaveOut(FileRun run, string kind)
    {
        store.LeaveOut(run, new(
            LedgerReasons.NotADocument, $"{run.File.Name} is {kind}, not a plan.", "If it is a plan, save it as DOCX or PDF and load that."));
        log.LogInformation("Left out {Path} (file {FileId}): {Kind}", run.File.Path, run.FileId, kind);
    }

    /// <summary>
    /// Ends the run in failure, or queues it for another try after a pause. That must be written, or the file would seem to run
    /// for ever: if the store does not answer, it is asked again until it does or the process ends, which counts as interrupted.
    /// </summary>
    private async Task FailAsync(FileRun run, FileFailure failure, CancellationToken stopping)
    {
        var triesLeft = FailureJudge.CanPass(failure) && run.File.Attempts <= settings.RetryPauses.Count;
        while (true)
        {
            try
            {
                DateTimeOffset? retryAt = triesLeft
                    ? store.Options.Clock.GetUtcNow() + settings.RetryPauses[Math.Max(run.File.Attempts, 1) - 1]
                    : null;
                store.Ledger.Fail(run, failure, retryAt);
                log.LogInformation("Failed {Path} (file {FileId}): {Reason}; next try {RetryAt}", run.File.Path, run.FileId, failure.Reason, retryAt);
                return;
            }
            catch (StoreException)
            {
                await Task.Delay(StorePause, stopping);
            }
        }
    }

    private static UnreadableFileException DiedTooOften(FileRecord file) => new(
        LedgerReasons.Interrupted,
        $"{file.Name}: the process ended {file.Attempts - 1} times while it worked on this file.",
        "The file probably needs more memory than there is, or crashes the program; report it. To try again: plans retry");
}
