using System.Data.Common;
using System.Text.Json;
using Dapper;

namespace Plans.Store.Ledger;

public sealed partial class FileLedger
{
    private string Matches =>
        $"""
        (@States is null or {FileStates.Of} in {database.TextsOf("@States")})
        and (@LoadId is null or f.id in (select file_id from load_files where load_id = @LoadId))
        and (@AfterId is null or f.id > @AfterId)
        and (@Reason is null or f.reason = @Reason)
        and (@MediaType is null or f.media_type = @MediaType)
        and (@Extractor is null or f.extractor = @Extractor)
        and (@NotExtractor is null or f.extractor <> @NotExtractor)
        and (@EndedFrom is null or f.ended_at >= @EndedFrom)
        and (@EndedBefore is null or f.ended_at < @EndedBefore)
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
    /// <param name="readAgain">Reads them from the originals again, also what was recognised (OCR) before.</param>
    /// <returns>The ids of those files.</returns>
    public IReadOnlyList<long> Reprocess(FileFilter? filter = null, bool readAgain = false) => database.WriteAlone<IReadOnlyList<long>>(connection =>
    {
        var files = QueueAgain(connection, "f.state in ('done', 'partial', 'failed')", Parameters(filter ?? FileFilter.All, 0, 0));
        if (readAgain)
        {
            connection.Execute(
                $"delete from readings where sha256 in (select sha256 from files where id in {database.NumbersOf("@files")})",
                new { files = $"[{string.Join(',', files)}]" });
        }

        return files;
    });

    /// <summary>Makes files that were queued again those of a load.</summary>
    public void Attach(long loadId, IReadOnlyList<long> files) => database.WriteAlone(connection =>
    {
        var numbers = $"[{string.Join(',', files)}]";
        connection.Execute(
            $"""
            insert into load_files (load_id, file_id, already_done) select @loadId, id, (1 = 0) from files where id in {database.NumbersOf("@numbers")}
            on conflict do nothing
            """,
            new { loadId, numbers });
        return connection.Execute(
            $"update files set load_id = @loadId, priority = (select priority from loads where id = @loadId) where id in {database.NumbersOf("@numbers")}",
            new { loadId, numbers });
    });

    private List<long> QueueAgain(DbConnection connection, string states, object parameters) =>
    [
        .. connection.Query<long>(
            $"{ToQueue} where id in (select f.id from files f where {states} and f.sha256 is not null and {Matches}) returning id", parameters),
    ];

    private static object Parameters(FileFilter filter, int limit, int offset) => new
    {
        States = filter.States.Count == 0 && filter.State is null
            ? null
            : JsonSerializer.Serialize(filter.States.Concat(filter.State is { } state ? [state] : []).Select(FileStates.Name)),
        filter.MediaType,
        filter.Extractor,
        filter.NotExtractor,
        EndedFrom = Timestamp.Write(filter.EndedFrom),
        EndedBefore = Timestamp.Write(filter.EndedBefore),
        filter.LoadId,
        filter.AfterId,
        filter.Reason,
        Ids = filter.Ids is null ? null : $"[{string.Join(',', filter.Ids)}]",
        limit,
        offset,
    };
}
