using Plans.Extraction;
using Plans.Ingest;
using Plans.Store.Comparison;
using Plans.Store.Ledger;
using Plans.Store.Originals;
using Plans.Store.Reading;
using Plans.Store.Search;

namespace Plans.Store;

/// <summary>
/// One store of plans in a data folder: the ledger of files, the originals, the plans and the questions asked of them.
/// Safe for many threads and several processes at once. All calls are synchronous; SQLite is, inside.
/// </summary>
public sealed class PlanStore : IDisposable
{
    private PlanStore(StoreOptions options) => Options = options;

    /// <summary>Opens the store, making and migrating the database as needed.</summary>
    /// <exception cref="StoreException">The database is damaged, from a newer version, or cannot be opened.</exception>
    public static PlanStore Open(StoreOptions options) => new(options);

    public static PlanStore Open(string dataFolder) => Open(new StoreOptions { DataFolder = dataFolder });

    public StoreOptions Options { get; }

    public FileLedger Ledger => throw new NotImplementedException();

    public OriginalFiles Originals => throw new NotImplementedException();

    public PlanReader Plans => throw new NotImplementedException();

    public PlanSearch Search => throw new NotImplementedException();

    public IndicatorComparison Comparison => throw new NotImplementedException();

    /// <summary>
    /// Saves a plan in one transaction: its rows, full text and the file's state <c>done</c> (<c>partial</c> where a page
    /// failed), replacing the rows of an earlier extraction of the same content.
    /// </summary>
    /// <returns>The plan's id, or null where the run no longer owns the file (it was taken over); then nothing is saved.</returns>
    public long? Save(FileRun run, Document document, Plan plan) => throw new NotImplementedException();

    public StoreCounts Counts() => throw new NotImplementedException();

    public void Dispose()
    {
    }
}
