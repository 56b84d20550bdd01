using System.Collections.Concurrent;
using Plans.Store.Ledger;

namespace Plans.Worker.Jobs;

/// <summary>
/// The files in work in this process, with the stage that each is in. The ledger is told of it now and then, not at every step: most
/// files pass all their stages in less time than it takes to write one down.
/// </summary>
internal sealed class RunningFiles
{
    private readonly ConcurrentDictionary<FileRun, Entry> _entries = new(ReferenceEqualityComparer.Instance);

    /// <returns>Cancelled when the file is found to belong to another worker, or its load is given up.</returns>
    public CancellationToken Enter(FileRun run, string stage)
    {
        var entry = new Entry { Stage = stage, Told = stage };
        _entries[run] = entry;
        return entry.Lost.Token;
    }

    public void EnterStage(FileRun run, string stage)
    {
        if (_entries.TryGetValue(run, out var entry))
        {
            entry.Stage = stage;
        }
    }

    public void Leave(FileRun run) => _entries.TryRemove(run, out _);

    /// <summary>Writes the stages that have changed since they were last written; files that are lost are told to stop.</summary>
    /// <param name="all">Writes the others, too, by which a file is noticed to be lost.</param>
    public void Tell(FileLedger ledger, bool all)
    {
        foreach (var (run, entry) in _entries)
        {
            var stage = entry.Stage;
            if (!all && stage == entry.Told)
            {
                continue;
            }

            if (!ledger.EnterStage(run, stage) && _entries.ContainsKey(run))
            {
                entry.Lost.Cancel();
            }

            entry.Told = stage;
        }
    }

    private sealed class Entry
    {
        public required string Stage { get; set; }

        public required string Told { get; set; }

        /// <summary>Not disposed of: it has no timer, and may be cancelled while the file ends.</summary>
        public CancellationTokenSource Lost { get; } = new();
    }
}
