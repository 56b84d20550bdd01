using System.Collections.Concurrent;

namespace Plans.Worker.Jobs;

/// <summary>The files that have a job, so that none gets two.</summary>
internal sealed class QueuedFiles
{
    private readonly ConcurrentDictionary<long, byte> _files = new();

    public bool Add(long fileId) => _files.TryAdd(fileId, 0);

    public void Remove(long fileId) => _files.TryRemove(fileId, out _);

    /// <summary>Knows these files and no others.</summary>
    public void Set(IReadOnlySet<long> fileIds)
    {
        _files.Clear();
        foreach (var fileId in fileIds)
        {
            Add(fileId);
        }
    }

    /// <summary>Forgets what has no job any more, whyever it was lost.</summary>
    public void KeepOnly(IReadOnlySet<long> fileIds)
    {
        foreach (var fileId in _files.Keys.Where(fileId => !fileIds.Contains(fileId)))
        {
            Remove(fileId);
        }
    }
}
