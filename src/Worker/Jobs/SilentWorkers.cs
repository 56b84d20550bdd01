using Plans.Store.Ledger;

namespace Plans.Worker.Jobs;

/// <summary>
/// Who among the workers of a server is dead: whose count of beats has not moved for so long by this process' own watch. A clock that is
/// wrong, here or there, changes nothing; and time in which nobody looked, as when this process stood still itself, does not count.
/// </summary>
internal sealed class SilentWorkers(TimeSpan silentFor, TimeProvider watch)
{
    private readonly Dictionary<string, (long Beats, TimeSpan Silence)> _seen = [];
    private long _looked = watch.GetTimestamp();

    /// <param name="workers">All of them, as the ledger has them now.</param>
    /// <returns>The names of the dead.</returns>
    public IReadOnlyList<string> Look(IReadOnlyList<WorkerRecord> workers)
    {
        var now = watch.GetTimestamp();
        var passed = watch.GetElapsedTime(_looked, now);
        var counted = passed < silentFor / 3 ? passed : silentFor / 3;
        _looked = now;
        foreach (var gone in _seen.Keys.Except(workers.Select(worker => worker.Worker)).ToList())
        {
            _seen.Remove(gone);
        }

        foreach (var worker in workers)
        {
            var silence = _seen.TryGetValue(worker.Worker, out var before) && before.Beats == worker.Beats ? before.Silence + counted : TimeSpan.Zero;
            _seen[worker.Worker] = (worker.Beats, silence);
        }

        return [.. _seen.Where(worker => worker.Value.Silence >= silentFor).Select(worker => worker.Key)];
    }
}
