using System.Diagnostics;
using Plans.Extraction;
using Plans.Ingest.Archives;
using Plans.Store;
using Plans.Store.Ledger;
using Plans.Worker.Files;
using Plans.Worker.Jobs;

namespace Plans.Worker.Loads;

/// <summary>Enters files into the ledger and keeps their bytes; from then on they cannot get lost.</summary>
/// <param name="waiting">Told when the store does not answer and is waited for.</param>
internal sealed class Loader(PlanStore store, Action<StoreException>? waiting = null)
{
    private static readonly TimeSpan TellEvery = TimeSpan.FromMilliseconds(250);

    /// <summary>Finds all files under the paths for a load that was started.</summary>
    /// <param name="reprocess">Queues files again that are done.</param>
    /// <param name="entered">Called now and then, when there are new files in the ledger.</param>
    /// <exception cref="LoadCancelledException">The load was cancelled meanwhile.</exception>
    public void Enter(long load, IReadOnlyList<string> paths, bool reprocess, Action entered, CancellationToken cancellationToken)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        var wishes = new LoadWishes(store, load);
        var told = 0L;
        foreach (var found in FileFinder.Find(paths, folder => folders.Add(folder)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            wishes.Obey(cancellationToken);
            Patiently(() => Register(load, found, reprocess, cancellationToken), cancellationToken);
            if (told == 0 || Stopwatch.GetElapsedTime(told) > TellEvery)
            {
                entered();
                told = Stopwatch.GetTimestamp();
            }
        }

        Patiently(() => store.Ledger.Entered(folders), cancellationToken);
        Patiently(() => store.Ledger.EndScan(load), cancellationToken);
        entered();
    }

    private void Patiently(Action write, CancellationToken cancellationToken) => Patience.WithAsync(
        () =>
        {
            write();
            return 0;
        },
        cancellationToken,
        waiting,
        orFull: true).GetAwaiter().GetResult();

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

/// <summary>Which loads go first, where the user does not say.</summary>
internal static class Priorities
{
    /// <summary>Someone waits for a few single files.</summary>
    public const int Single = 10;

    public const int Bulk = 0;

    /// <summary>What is done already, and done again, can wait for what is new.</summary>
    public const int Again = -10;

    private const int Few = 10;

    public static int Of(IReadOnlyList<string> paths) => paths.Count <= Few && paths.All(IsDocument) ? Single : Bulk;

    private static bool IsDocument(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return ArchiveSniffer.KindOf(file, Path.GetFileName(path)) is null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
