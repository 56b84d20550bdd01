using System.Data.Common;
using Dapper;

namespace Plans.Store.Ledger;

public sealed partial class FileLedger
{
    /// <summary>
    /// Takes a queued file to run it. Failure comes first: the outcome <see cref="LedgerReasons.Interrupted"/> is written now and
    /// success last, by <see cref="PlanStore.Save"/>.
    /// </summary>
    /// <param name="worker">Who runs it; see <see cref="Beat"/>.</param>
    /// <returns>Null where the file has ended, is not due yet or runs elsewhere: there is nothing to do.</returns>
    public FileRun? Start(long fileId, string worker, string stage = "read") => database.Write(connection =>
    {
        var row = connection.QuerySingleOrDefault<FileRow>(
            """
            update files set state = 'running', stage = @stage, worker = @worker, run = run + 1, attempts = attempts + 1,
              started_at = @Now, ended_at = null, due_at = null, fed_at = null, reason = @Interrupted,
              message = 'The program ended while it was loading this file.', advice = 'Load it again, or use retry.'
            where id = @fileId and state = 'queued' and not held and (due_at is null or due_at <= @Now)
            returning *
            """,
            new { fileId, worker, stage, Now, LedgerReasons.Interrupted });
        if (row is null)
        {
            return null;
        }

        Seen(connection, worker);
        return new FileRun(fileId, row.Run, row.ToRecord());
    });

    /// <returns>False where the run has lost the file.</returns>
    public bool EnterStage(FileRun run, string stage) =>
        database.Write(connection => Change(connection, run, "stage = @stage", new { stage }));

    /// <summary>Ends a run without success.</summary>
    /// <param name="retryAt">Queues the file again for that time; null leaves it failed.</param>
    /// <returns>False where the run has lost the file; nothing is written then.</returns>
    public bool Fail(FileRun run, FileFailure failure, DateTimeOffset? retryAt = null) => database.Write(connection => Change(
        connection,
        run,
        """
        state = case when @dueAt is null then 'failed' else 'queued' end, due_at = @dueAt, ended_at = case when @dueAt is null then @Now end,
        reason = @Reason, message = @Message, advice = @Advice
        """,
        new { dueAt = Timestamp.Write(retryAt), failure.Reason, failure.Message, failure.Advice, Now }));

    /// <summary>Ends a run of a file that is left out on purpose; loaded again it is looked at again.</summary>
    /// <returns>False where the run has lost the file.</returns>
    internal bool LeaveOut(DbConnection connection, FileRun run, FileFailure why) => Change(
        connection,
        run,
        "state = 'skipped', stage = null, duplicate_of = null, ended_at = @Now, reason = @Reason, message = @Message, advice = @Advice",
        new { why.Reason, why.Message, why.Advice, Now });

    /// <summary>Gives a file back to the queue, as on an orderly shutdown; the run does not count as an attempt.</summary>
    /// <returns>False where the run has lost the file.</returns>
    public bool GiveBack(FileRun run) => database.Write(connection => Change(
        connection, run, "state = 'queued', stage = null, attempts = attempts - 1, reason = null, message = null, advice = null", new { }));

    /// <summary>Gives a file back to the queue for another lane, where work of its kind has places of its own; not an attempt.</summary>
    /// <returns>False where the run has lost the file.</returns>
    public bool Postpone(FileRun run, string lane) => database.Write(connection => Change(
        connection,
        run,
        "state = 'queued', stage = null, lane = @lane, attempts = attempts - 1, reason = null, message = null, advice = null",
        new { lane }));

    /// <summary>Writes success, as the last thing of the transaction that saves the plan.</summary>
    /// <param name="missing">What could not be read: the file is then <c>partial</c>; null where all of it was.</param>
    internal bool Finish(DbConnection connection, FileRun run, FileFailure? missing, string mediaType, string extractorVersion) => Change(
        connection,
        run,
        """
        state = @state, stage = null, media_type = @mediaType, extractor = @extractorVersion, ended_at = @Now,
        reason = @reason, message = @message, advice = @advice
        """,
        new
        {
            state = missing is null ? "done" : "partial",
            mediaType,
            extractorVersion,
            reason = missing?.Reason,
            message = missing?.Message,
            advice = missing?.Advice,
            Now,
        });

    /// <summary>Changes the file only where this very run still has it.</summary>
    private static bool Change(DbConnection connection, FileRun run, string change, object values)
    {
        var parameters = new DynamicParameters(values);
        parameters.Add("FileId", run.FileId);
        parameters.Add("Run", run.Run);
        return connection.Execute(
            $"update files set {change} where id = @FileId and run = @Run and state = 'running'", parameters) == 1;
    }
}
