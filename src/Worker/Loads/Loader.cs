using Plans.Extraction;
using Plans.Store;
using Plans.Store.Ledger;
using Plans.Worker.Files;

namespace Plans.Worker.Loads;

/// <summary>Enters files into the ledger and keeps their bytes; from then on they cannot get lost.</summary>
internal sealed class Loader(PlanStore store)
{
    /// <param name="registered">Called after each file.</param>
    /// <returns>The load's number.</returns>
    public long Load(IReadOnlyList<string> paths, bool reprocess, Action<long> registered, CancellationToken cancellationToken)
    {
        var load = store.Ledger.StartLoad(paths, reprocess);
        var entered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var found in FileFinder.Find(paths, folder => entered.Add(folder)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Register(load, found, reprocess, cancellationToken);
            registered(load);
        }

        store.Ledger.Entered(entered);
        store.Ledger.EndScan(load);
        return load;
    }

    private void Register(long load, FoundPath found, bool reprocess, CancellationToken cancellationToken)
    {
        if (found.Failure is { } failure)
        {
            store.Ledger.RegisterFailed(load, found.Path, failure, found.Size);
            return;
        }

        try
        {
            using var bytes = File.OpenRead(found.Path);
            var kept = store.Originals.Keep(bytes, cancellationToken);
            store.Ledger.Register(load, new FoundFile(found.Path, kept.Sha256, kept.Size), PlanExtractor.Version, reprocess);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var unreadable = SourceFile.Unreadable(found.Path, exception);
            store.Ledger.RegisterFailed(load, found.Path, new(unreadable.Reason, unreadable.Message, unreadable.Advice), found.Size);
        }
    }
}
