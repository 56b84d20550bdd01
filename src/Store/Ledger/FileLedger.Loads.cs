using System.Data.Common;
using System.Text.Json;
using Dapper;

namespace Plans.Store.Ledger;

public sealed partial class FileLedger
{
    private const string CountByState =
        """
        select count(*) as found,
          count(*) filter (where not l.already_done and f.state = 'queued') as queued,
          count(*) filter (where not l.already_done and f.state = 'running') as running,
          count(*) filter (where not l.already_done and f.state = 'done') as done,
          count(*) filter (where not l.already_done and f.state = 'partial') as partial,
          count(*) filter (where not l.already_done and f.state = 'failed' and f.reason <> 'limit-exceeded') as failed,
          count(*) filter (where not l.already_done and f.state = 'failed' and f.reason = 'limit-exceeded') as refused,
          count(*) filter (where l.already_done or (f.state = 'skipped' and f.sha256 is not null and f.reason not in ('not-a-document', 'cancelled'))) as skipped,
          count(*) filter (where not l.already_done and f.state = 'skipped' and f.reason <> 'cancelled' and (f.sha256 is null or f.reason = 'not-a-document')) as left_out,
          count(*) filter (where not l.already_done and f.state = 'skipped' and f.reason = 'cancelled') as cancelled
        from load_files l join files f on f.id = l.file_id
        where l.load_id = @loadId
        """;

    /// <param name="paths">As the user gave them.</param>
    /// <param name="reprocess">Whether <see cref="Register"/> queues files again that are done.</param>
    /// <param name="priority">Its files go before those of lower ones.</param>
    public long StartLoad(IReadOnlyList<string> paths, bool reprocess = false, int priority = 0) => database.Write(connection =>
        connection.ExecuteScalar<long>(
            "insert into loads (paths, reprocess, priority, started_at) values (@paths, @reprocess, @priority, @Now) returning id",
            new { paths = JsonSerializer.Serialize(paths), reprocess, priority, Now }));

    /// <summary>Notes that the load has found all its files.</summary>
    public void EndScan(long loadId) => database.Write(connection =>
        connection.Execute("update loads set scanned_at = @Now where id = @loadId", new { loadId, Now }));

    /// <summary>Folders that could not be entered once, and now could, have not failed any more.</summary>
    public void Entered(IReadOnlySet<string> folders)
    {
        var unread = database.Read(connection => connection.Query<(long Id, string Path)>(
            "select id, path from files where sha256 is null and state = 'failed'").ToList());
        var passed = unread.Where(file => folders.Contains(file.Path)).Select(file => file.Id).ToList();
        if (passed.Count > 0)
        {
            database.Write(connection => connection.Execute(
                """
                update files set state = 'skipped', reason = @Superseded, message = 'The folder could be entered by a later load.', advice = '', ended_at = @Now
                where id = @id
                """,
                passed.Select(id => new { id, LedgerReasons.Superseded, Now })));
        }
    }

    public LoadRecord? Load(long loadId) => database.Read(connection =>
        Loads(connection, "where id = @loadId", new { loadId }).SingleOrDefault());

    /// <summary>Latest first.</summary>
    public IReadOnlyList<LoadRecord> Loads(int limit = 20) => database.Read(connection =>
        Loads(connection, "order by id desc limit @limit", new { limit }));

    public LoadCounts Counts(long loadId) => database.Read(connection => Counts(connection, loadId));

    /// <summary>All files by state, with 0 where there is none.</summary>
    public IReadOnlyDictionary<FileState, int> CountsByState() => database.Read(CountsByState);

    internal static IReadOnlyDictionary<FileState, int> CountsByState(DbConnection connection)
    {
        var counts = connection.Query<StateCount>($"select {FileStates.Of} as state, count(*) as count from files f group by 1")
            .ToDictionary(row => row.State, row => row.Count);
        return Enum.GetValues<FileState>().ToDictionary(state => state, state => counts.GetValueOrDefault(state));
    }

    private static LoadCounts Counts(DbConnection connection, long loadId)
    {
        var row = connection.QuerySingle<CountRow>(CountByState, new { loadId });
        return new LoadCounts(row.Found, row.Queued, row.Running, row.Done, row.Partial, row.Failed, row.Skipped, row.LeftOut, row.Refused, row.Cancelled);
    }

    private static List<LoadRecord> Loads(DbConnection connection, string which, object parameters) =>
    [
        .. connection.Query<LoadRow>($"select * from loads {which}", parameters).ToList().Select(row => new LoadRecord(
            row.Id,
            JsonSerializer.Deserialize<List<string>>(row.Paths)!,
            row.Reprocess,
            Timestamp.Read(row.StartedAt),
            Timestamp.ReadOptional(row.ScannedAt),
            Counts(connection, row.Id))
        {
            Priority = row.Priority,
            PausedAt = Timestamp.ReadOptional(row.PausedAt),
            CancelledAt = Timestamp.ReadOptional(row.CancelledAt),
        }),
    ];

    private sealed class StateCount
    {
        public FileState State { get; init; }

        public int Count { get; init; }
    }

    private sealed class CountRow
    {
        public int Found { get; init; }

        public int Queued { get; init; }

        public int Running { get; init; }

        public int Done { get; init; }

        public int Partial { get; init; }

        public int Failed { get; init; }

        public int Skipped { get; init; }

        public int LeftOut { get; init; }

        public int Refused { get; init; }

        public int Cancelled { get; init; }
    }

    private sealed class LoadRow
    {
        public long Id { get; init; }

        public string Paths { get; init; } = "";

        public bool Reprocess { get; init; }

        public string StartedAt { get; init; } = "";

        public string? ScannedAt { get; init; }

        public int Priority { get; init; }

        public string? PausedAt { get; init; }

        public string? CancelledAt { get; init; }
    }
}
