using System.Data.Common;
using Dapper;

namespace Plans.Store.Ledger;

public sealed partial class FileLedger
{
    private string Matches =>
        $"""
        (@State is null or f.state = @State)
        and (@LoadId is null or f.id in (select file_id from load_files where load_id = @LoadId))
        and (@Reason is null or f.reason = @Reason)
        and (@Ids is null or f.id in {database.NumbersOf("@Ids")})
        """;

    public FileRecord? Find(long fileId) => database.Read(connection => Find(connection, "f.id = @fileId", new { fileId })?.ToRecord());

    /// <summary>In the order in which they were found.</summary>
    public IReadOnlyList<FileRecord> Files(FileFilter filter, int limit = 1000, int offset = 0) =>
        database.Read<IReadOnlyList<FileRecord>>(connection =>
        [
            .. connection.Query<FileRow>(
                $"{FileRow.Select} where {Matches} order by f.id limit @limit offset @offset", Parameters(filter, limit, offset))
                .Select(row => row.ToRecord()),
        ]);

    /// <summary>Files that should have a job now: queued and due, in the order in which they were found.</summary>
    public IReadOnlyList<long> Due(int limit = int.MaxValue) => database.Read<IReadOnlyList<long>>(connection =>
    [
        .. connection.Query<long>(
            "select id from files where state = 'queued' and (due_at is null or due_at <= @Now) order by id limit @limit",
            new { Now, limit }),
    ]);

    /// <summary>Every queued file with its time; null is at once.</summary>
    public IReadOnlyList<QueuedFile> Queued() => database.Read<IReadOnlyList<QueuedFile>>(connection =>
    [
        .. connection.Query<FileRow>("select * from files where state = 'queued' order by id")
            .Select(row => new QueuedFile(row.Id, Timestamp.ReadOptional(row.DueAt))),
    ]);

    /// <summary>
    /// Queues failed files and those read in part again, their attempts counted anew. Files whose content could never be read
    /// (<see cref="FileRecord.Sha256"/> is null) stay failed: their paths have to be loaded again, or, if they are members of an archive,
    /// the archive is queued, which enters them anew.
    /// </summary>
    /// <returns>The ids of the queued files, and those of the members that their archive enters anew.</returns>
    public IReadOnlyList<long> Retry(FileFilter? filter = null) => database.WriteAlone<IReadOnlyList<long>>(connection =>
    {
        var parameters = Parameters(filter ?? FileFilter.All, 0, 0);
        var members = connection.Query<long>(
            $"""
            select f.id from files f join files a on a.id = f.archive_id
            where f.state = 'failed' and f.sha256 is null and a.state in ('done', 'partial', 'failed') and {Matches}
            """,
            parameters).ToList();
        var archives = connection.Query<long>(
            $"{ToQueue} where id in (select archive_id from files where id in {database.NumbersOf("@members")}) returning id",
            new { members = $"[{string.Join(',', members)}]" }).ToList();
        return [.. QueueAgain(connection, "f.state in ('failed', 'partial')", parameters).Concat(archives).Concat(members).Distinct()];
    });

    /// <summary>Queues ended files again (done, partial, failed with a content); their plans stay until the new ones are saved.</summary>
    /// <returns>The ids of those files.</returns>
    public IReadOnlyList<long> Reprocess(FileFilter? filter = null) => database.WriteAlone<IReadOnlyList<long>>(connection =>
        QueueAgain(connection, "f.state in ('done', 'partial', 'failed')", Parameters(filter ?? FileFilter.All, 0, 0)));

    private List<long> QueueAgain(DbConnection connection, string states, object parameters) =>
    [
        .. connection.Query<long>(
            $"{ToQueue} where id in (select f.id from files f where {states} and f.sha256 is not null and {Matches}) returning id", parameters),
    ];

    private static object Parameters(FileFilter filter, int limit, int offset) => new
    {
        State = filter.State?.ToString().ToLowerInvariant(),
        filter.LoadId,
        filter.Reason,
        Ids = filter.Ids is null ? null : $"[{string.Join(',', filter.Ids)}]",
        limit,
        offset,
    };
}
