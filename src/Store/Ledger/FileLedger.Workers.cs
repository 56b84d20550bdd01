using System.Data.Common;
using Dapper;

namespace Plans.Store.Ledger;

/// <remarks>
/// A worker is known by its beats, which it counts. Whoever looks compares the count with that of an earlier look by its own watch, so
/// that clocks which differ between machines make nobody seem dead.
/// </remarks>
public sealed partial class FileLedger
{
    /// <summary>Tells that the worker lives.</summary>
    public void Beat(string worker) => database.Write(connection => connection.Execute(
        "insert into workers (name, seen_at, beats) values (@worker, @Now, 1) on conflict (name) do update set seen_at = @Now, beats = workers.beats + 1",
        new { worker, Now }));

    /// <summary>Forgets a worker that ends in good order and runs nothing, and all that were last seen so long ago.</summary>
    public void Leave(string worker, TimeSpan longAgo) => database.Write(connection => connection.Execute(
        "delete from workers where (name = @worker or seen_at < @limit) and not exists (select 1 from files f where f.state = 'running' and f.worker = workers.name)",
        new { worker, limit = Timestamp.Write(clock.GetUtcNow() - longAgo) }));

    /// <summary>Every worker that has not left, with its last sign of life and how many files it runs.</summary>
    public IReadOnlyList<WorkerRecord> Workers() => Workers("left join");

    /// <summary>The workers that run files.</summary>
    public IReadOnlyList<WorkerRecord> RunningWorkers() => Workers("join");

    /// <summary>Queues what a dead worker left running.</summary>
    /// <param name="pause">How long a file waits that was started so often; without one it is due at once.</param>
    /// <returns>The ids of those files.</returns>
    public IReadOnlyList<long> Release(string worker, Func<int, TimeSpan>? pause = null) => database.Write<IReadOnlyList<long>>(connection =>
    {
        var left = connection.Query<(long Id, int Attempts)>(
            "select id, attempts from files where state = 'running' and worker = @worker order by id", new { worker }).ToList();
        return [.. left.Where(file => Requeue(connection, worker, file.Id, pause?.Invoke(file.Attempts) ?? TimeSpan.Zero)).Select(file => file.Id)];
    });

    private bool Requeue(DbConnection connection, string worker, long id, TimeSpan pause) => connection.Execute(
        "update files set state = 'queued', stage = null, fed_at = null, due_at = @dueAt where id = @id and state = 'running' and worker = @worker",
        new { id, worker, dueAt = pause > TimeSpan.Zero ? Timestamp.Write(clock.GetUtcNow() + pause) : null }) == 1;

    private List<WorkerRecord> Workers(string join) => database.Read<List<WorkerRecord>>(connection =>
    [
        .. connection.Query<WorkerRow>(
            $"""
            select w.name, w.seen_at, w.beats, count(f.id) as files
            from workers w {join} files f on f.worker = w.name and f.state = 'running'
            group by w.name, w.seen_at, w.beats order by w.name
            """).Select(row => new WorkerRecord(row.Name, Timestamp.Read(row.SeenAt), row.Files, row.Beats)),
    ]);

    /// <summary>A start makes the worker known; it is no beat.</summary>
    private int Seen(DbConnection connection, string worker) => connection.Execute(
        "insert into workers (name, seen_at) values (@worker, @Now) on conflict (name) do nothing", new { worker, Now });

    private sealed class WorkerRow
    {
        public string Name { get; init; } = "";

        public string SeenAt { get; init; } = "";

        public int Files { get; init; }

        public long Beats { get; init; }
    }
}
