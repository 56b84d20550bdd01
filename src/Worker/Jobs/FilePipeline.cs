using Plans.Extraction;
using Plans.Ingest;
using Plans.Ingest.Ocr;
using Plans.Store;
using Plans.Store.Ledger;
using Plans.Worker.Files;
using Plans.Worker.Telemetry;

namespace Plans.Worker.Jobs;

/// <summary>
/// The whole life of one file: read, extract, save; of an archive: unpack into files that live the same life. Its outcome is written as
/// failure before the work starts and as success last, together with the plan in one transaction; so a process may die between any two
/// instructions.
/// </summary>
/// <param name="worker">Names this worker in the ledger.</param>
internal sealed class FilePipeline(PlanStore store, JobSettings settings, string worker, ILogger log)
{
    private readonly ArchiveUnpacking _archives = new(store, settings.ArchiveLimits);
    private readonly DocumentReader _reader = new(
        ocr: OcrSettings.Default with { CacheFolder = OcrPages.Folder(store.Options), BeforePage = OcrTurn.BeforePage });

    /// <summary>The files in work, of which <see cref="QueueWorker"/> tells the ledger.</summary>
    public RunningFiles Running { get; } = new();

    /// <summary>Works on a queued file; does nothing where it has ended or runs elsewhere.</summary>
    /// <param name="stopping">The process is to end: the file goes back to the queue.</param>
    public async Task RunAsync(long fileId, CancellationToken stopping)
    {
        if (await Patience.WithAsync(() => store.Ledger.Start(fileId, worker), stopping) is not { } run)
        {
            return;
        }

        var lost = Running.Enter(run, "read");
        using var span = WorkerTelemetry.Run(run);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping, lost);
        try
        {
            span.End(await WithinLimitsAsync(run, limit));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            GiveBack(run);
            span.End("given-back");
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested)
        {
            log.LogWarning("Lost {Path} (file {FileId}): another worker has it.", run.File.Path, fileId);
        }
        catch (LoadCancelledException)
        {
            store.LeaveOut(run, new(LedgerReasons.Cancelled, "The load was cancelled before the archive was unpacked to its end.", "Load it again."));
            span.End("skipped", LedgerReasons.Cancelled);
        }
        catch (Exception exception)
        {
            var failure = FailureJudge.Describe(exception, run.File.Name);
            await FailAsync(run, failure, stopping);
            span.End("failed", failure.Reason);
        }
        finally
        {
            Running.Leave(run);
        }
    }

    /// <summary>
    /// Does what is to be done with the file, and no longer than it may take. What does not stop when it is told to is left behind in its
    /// thread; the load goes on without it.
    /// </summary>
    /// <returns>What became of it.</returns>
    private async Task<string> WithinLimitsAsync(FileRun run, CancellationTokenSource limit)
    {
        if (run.File.Attempts > settings.MaximumStarts)
        {
            throw DiedTooOften(run.File);
        }

        var kind = _archives.KindOf(run.File);
        if (kind is not null && run.File.Lane != Lanes.Unpack)
        {
            return Postpone(run, Lanes.Unpack);
        }

        var time = kind is null ? settings.FileTime : settings.ArchiveLimits.Time;
        limit.CancelAfter(time);
        var work = Task.Run(() => kind is { } archive ? Unpack(run, archive, limit.Token) : Load(run, limit), CancellationToken.None);
        try
        {
            return await work.WaitAsync(time + settings.StoppingTime);
        }
        catch (TimeoutException) when (!work.IsCompleted)
        {
            log.LogError("{Path} (file {FileId}) does not stop after {Time}; it is left behind.", run.File.Path, run.FileId, time);
            throw new OperationCanceledException();
        }
    }

    private string Unpack(FileRun run, Ingest.Archives.ArchiveKind kind, CancellationToken cancellationToken)
    {
        Running.EnterStage(run, "unpack");
        using var stage = WorkerTelemetry.Stage("unpack");
        _archives.Unpack(run, kind, cancellationToken);
        log.LogInformation("Unpacked {Path} (file {FileId})", run.File.Path, run.FileId);
        return "done";
    }

    private string Load(FileRun run, CancellationTokenSource limit)
    {
        var content = new FileContent(run.File.Name, store.Originals.Read(run.File.Sha256!));
        if (Read(run, content, limit) is not { } document)
        {
            return Postpone(run, Lanes.Ocr);
        }

        if (PlainTextJudge.DataOrCode(content, document) is { } data)
        {
            return LeaveOut(run, data);
        }

        Plan plan;
        Running.EnterStage(run, "extract");
        using (WorkerTelemetry.Stage("extract"))
        {
            plan = PlanExtractor.Extract(document, limit.Token);
        }

        if (PlainTextJudge.Otherwise(content, document, plan) is { } other)
        {
            return LeaveOut(run, other);
        }

        Running.EnterStage(run, "save");
        using (WorkerTelemetry.Stage("save"))
        {
            var saved = Patience.WithAsync(() => store.Save(run, document, plan), limit.Token).GetAwaiter().GetResult();
            log.LogInformation("{Outcome} {Path} (file {FileId})", saved is null ? "Lost" : "Loaded", run.File.Path, run.FileId);
            return saved is null ? "lost" : "done";
        }
    }

    /// <returns>Null where pages have to be recognised and this is not the lane for it.</returns>
    private Document? Read(FileRun run, FileContent content, CancellationTokenSource limit)
    {
        if (run.File.Lane == Lanes.Ocr && store.Readings.Find(run.File.Sha256!) is { } held)
        {
            return held;
        }

        using var stage = WorkerTelemetry.Stage(run.File.Lane == Lanes.Ocr ? "ocr" : "read");
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(limit.Token);
        var turn = new OcrTurn(run.File.Lane == Lanes.Ocr, () => Running.EnterStage(run, "ocr"), reading);
        try
        {
            return turn.During(() => _reader.Read(content, reading.Token));
        }
        catch (OperationCanceledException) when (turn.WasStopped)
        {
            return null;
        }
    }

    private string Postpone(FileRun run, string lane)
    {
        store.Ledger.Postpone(run, lane);
        return "postponed";
    }

    private string LeaveOut(FileRun run, string kind)
    {
        store.LeaveOut(run, new(
            LedgerReasons.NotADocument, $"{run.File.Name} is {kind}, not a plan.", "If it is a plan, save it as DOCX or PDF and load that."));
        log.LogInformation("Left out {Path} (file {FileId}): {Kind}", run.File.Path, run.FileId, kind);
        return "skipped";
    }

    /// <summary>
    /// Ends the run in failure, or queues it for another try after a pause. That must be written, or the file would seem to run
    /// for ever: if the store does not answer, it is asked again until it does or the process ends, which counts as interrupted.
    /// </summary>
    private async Task FailAsync(FileRun run, FileFailure failure, CancellationToken stopping)
    {
        var triesLeft = FailureJudge.CanPass(failure) && run.File.Attempts <= settings.RetryPauses.Count;
        var retryAt = await Patience.WithAsync(
            () =>
            {
                DateTimeOffset? at = triesLeft
                    ? store.Options.Clock.GetUtcNow() + settings.RetryPauses[Math.Max(run.File.Attempts, 1) - 1]
                    : null;
                store.Ledger.Fail(run, failure, at);
                return at;
            },
            stopping,
            orFull: true);
        log.LogInformation("Failed {Path} (file {FileId}): {Reason}; next try {RetryAt}", run.File.Path, run.FileId, failure.Reason, retryAt);
    }

    /// <summary>If the store does not answer now, the file is taken over like that of a process that died.</summary>
    private void GiveBack(FileRun run)
    {
        try
        {
            store.Ledger.GiveBack(run);
        }
        catch (StoreException exception)
        {
            log.LogWarning(exception, "{Path} (file {FileId}) could not be given back.", run.File.Path, run.FileId);
        }
    }

    private static UnreadableFileException DiedTooOften(FileRecord file) => new(
        LedgerReasons.Interrupted,
        $"{file.Name}: the process ended {file.Attempts - 1} times while it worked on this file.",
        "The file probably needs more memory than there is, or crashes the program; report it. To try again: plans retry");
}
