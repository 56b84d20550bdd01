using Dapper;

namespace Plans.Store.Ledger;

/// <remarks>
/// The queue serves the ledger: a file that waits here is given a job, once, by whichever worker comes first. A mark says that it has one;
/// where the queue has lost the job, the mark is taken off again.
/// </remarks>
public sealed partial class FileLedger
{
    private const string Waits = "state = 'queued' and fed_at is null and not held and (due_at is null or due_at <= @Now)";

    /// <summary>Whether files wait that should have a job now.</summary>
    public bool AnyWaits() => database.Read(connection => connection.ExecuteScalar<bool>(
        $"select exists (select 1 from files where {Waits})", new { Now }));

    /// <summary>Whether files wait, be it with a job: that of a process that has ended is run by nobody until a queue is opened.</summary>
    public bool AnyQueued() => database.Read(connection => connection.ExecuteScalar<bool>(
        "select exists (select 1 from files where state = 'queued' and not held and (due_at is null or due_at <= @Now))", new { Now }));

    /// <summary>
    /// Takes files that should have a job now, for the caller to give them one: the first ones by priority, and within it as they were found.
    /// Those of a raised priority are taken even where there are jobs enough.
    /// </summary>
    /// <param name="length">How many files may have a job at any time; more are taken when half of them have been run.</param>
    public IReadOnlyList<FedFile> Feed(int length) => database.WriteAlone<IReadOnlyList<FedFile>>(connection =>
    {
        var free = length - connection.ExecuteScalar<int>("select count(*) from files where state = 'queued' and fed_at is not null");
        var any = free >= (length + 1) / 2;
        return
        [
            .. connection.Query<FedRow>(
                $"""
                update files set fed_at = @Now where state = 'queued' and id in (
                  select id from files where {Waits} and (@any or priority > 0) order by priority desc, id limit @limit)
                returning id as file_id, lane, priority
                """,
                new { Now, any, limit = any ? free : length })
                .Select(row => new FedFile(row.FileId, row.Lane, row.Priority)).OrderByDescending(file => file.Priority).ThenBy(file => file.FileId),
        ];
    });

    /// <summary>Takes the mark off files whose job is lost.</summary>
    /// <param name="jobs">The files that have a job.</param>
    /// <param name="since">Marks that are younger are left: their job may be about to be made.</param>
    /// <returns>How many.</returns>
    public int Unfeed(IReadOnlySet<long> jobs, TimeSpan since)
    {
        var limit = Timestamp.Write(clock.GetUtcNow() - since);
        var fed = database.Read(connection => connection.Query<long>(
            "select id from files where state = 'queued' and fed_at is not null and fed_at <= @limit", new { limit }).ToList());
        var lost = fed.Where(id => !jobs.Contains(id)).ToList();
        return lost.Count == 0 ? 0 : database.Write(connection => connection.Execute(
            $"update files set fed_at = null where state = 'queued' and fed_at <= @limit and id in {database.NumbersOf("@lost")}",
            new { limit, lost = $"[{string.Join(',', lost)}]" }));
    }

    private sealed class FedRow
    {
        public long FileId { get; init; }

        public string? Lane { get; init; }

        public int Priority { get; init; }
    }
}

/// <param name="Lane">As <see cref="FileRecord.Lane"/>.</param>
public sealed record FedFile(long FileId, string? Lane, int Priority);
