using Dapper;
using Plans.Extraction;
using Plans.Ingest;
using Plans.Store.Comparison;
using Plans.Store.Comparison.Agencies;
using Plans.Store.Comparison.Cascades;
using Plans.Store.Comparison.Difference;
using Plans.Store.Corrections;
using Plans.Store.Engines;
using Plans.Store.Export;
using Plans.Store.Ledger;
using Plans.Store.Originals;
using Plans.Store.Postgres;
using Plans.Store.Reading;
using Plans.Store.Search;
using Plans.Store.Search.Blocks;
using Plans.Store.Sqlite;
using Plans.Store.Upkeep;
using Plans.Store.Versions;
using Plans.Store.Writing;

namespace Plans.Store;

/// <summary>
/// One store of plans, in a data folder or on a server: the ledger of files, the originals, the plans and the questions asked of them.
/// Safe for many threads and several processes at once. All calls are synchronous; SQLite is, inside. What the database refuses (a full
/// disk, a lock held too long, a damaged file, a server that is down) every call says by a <see cref="StoreException"/>.
/// </summary>
public sealed class PlanStore : IDisposable
{
    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromDays(1);

    private readonly BlockShelf shelf;

    private PlanStore(StoreOptions options, Database database)
    {
        Options = options;
        Database = database;
        Ledger = new FileLedger(database, options.Clock);
        Originals = database.OpenOriginals(options);
        Readings = new Readings(database, options.Clock);
        Plans = new PlanReader(database);
        shelf = new BlockShelf(database, options.PassagesOfBlock);
        Search = new PlanSearch(database, shelf);
        Comparison = new IndicatorComparison(database);
        Corrections = new PlanCorrections(database, options.Clock);
        Review = new ReviewQueue(database);
        Versions = new PlanVersions(database);
        Cascades = new CascadeComparison(database, Plans);
        Agencies = new AgencyComparison(database);
        Export = new PlanExport(database, Search);
    }

    internal Database Database { get; }

    public StoreOptions Options { get; }

    public FileLedger Ledger { get; }

    public OriginalFiles Originals { get; }

    public Readings Readings { get; }

    public PlanReader Plans { get; }

    public PlanSearch Search { get; }

    public IndicatorComparison Comparison { get; }

    public PlanCorrections Corrections { get; }

    public ReviewQueue Review { get; }

    public PlanVersions Versions { get; }

    public CascadeComparison Cascades { get; }

    public AgencyComparison Agencies { get; }

    public PlanExport Export { get; }

    /// <summary>Opens the store, making and migrating the database as needed.</summary>
    /// <exception cref="StoreException">The database is damaged, from a newer version, or cannot be opened.</exception>
    public static PlanStore Open(StoreOptions options)
    {
        MakeFolder(options.DataFolder);
        var store = new PlanStore(options, options.Database is null ? SqliteDatabase.Open(options) : PostgresDatabase.Open(options));
        store.Originals.Sweep(options.Clock.GetUtcNow() - AbandonedAfter);
        return store;
    }

    public static PlanStore Open(string dataFolder) => Open(new StoreOptions { DataFolder = dataFolder });

    /// <summary>
    /// Saves a plan in one transaction: its rows, full text and the file's state <c>done</c> (<c>partial</c> where a page
    /// failed), replacing the rows of an earlier extraction of the same content.
    /// </summary>
    /// <returns>The plan's id, or null where the run no longer owns the file (it was taken over); then nothing is saved.</returns>
    public long? Save(FileRun run, Document document, Plan plan)
    {
        var missing = PartialReading.Of(run.File.Name, document.Pages);
        var saved = Database.Write<long?>(connection =>
        {
            var now = Timestamp.Write(Options.Clock.GetUtcNow());
            if (!Ledger.Finish(connection, run, missing, document.MediaType, PlanExtractor.Version))
            {
                return null;
            }

            Readings.Keep(connection, run.File.Sha256!, document);
            return PlanWriter.Write(Database, connection, run.File, document, plan, now);
        });
        shelf.Saved(1 + plan.Sections.Count + plan.Targets.Count + plan.Tasks.Count);
        return saved;
    }

    /// <summary>Ends the run of a file that is no plan, and forgets what an earlier version held to be its plan.</summary>
    /// <returns>False where the run has lost the file; nothing is written then.</returns>
    public bool LeaveOut(FileRun run, FileFailure why) => Database.Write(connection =>
    {
        if (!Ledger.LeaveOut(connection, run, why))
        {
            return false;
        }

        foreach (var id in connection.Query<long>("select id from plans where file_id = @FileId", new { run.FileId }).ToList())
        {
            Database.Index.Replace(connection, id, []);
            VersionLinks.Leave(Database, connection, id);
            connection.Execute("delete from plans where id = @id", new { id });
        }

        return true;
    });

    /// <summary>What changed from one plan to another; null where either is not held.</summary>
    public PlanDifference? Difference(long before, long after) =>
        Plans.Get(before) is { } a && Plans.Get(after) is { } b ? PlanDiffer.Of(a, Plans.Text(before)!, b, Plans.Text(after)!) : null;

    /// <summary>Looks through everything that is held.</summary>
    /// <returns>What is wrong, a sentence each; nothing where all is well.</returns>
    public IReadOnlyList<string> Check() => StoreCheck.Of(Database, Originals);

    /// <summary>Looks for files that were lost on their way, for plans that cannot be found and for originals that are gone.</summary>
    /// <param name="loadId">Only the files of this load; null for all.</param>
    public AuditReport Audit(long? loadId = null) => new StoreAudit(Database, Originals, loadId).Run();

    /// <summary>The hashes of all contents that the ledger knows.</summary>
    internal IReadOnlyList<string> Hashes() => Database.Read(connection =>
        connection.Query<string>("select distinct sha256 from files where sha256 is not null order by sha256").ToList());

    /// <summary>The time by the server's clock, which all its machines share; null for a store in a folder.</summary>
    public DateTimeOffset? ServerTime() => Database.Time();

    /// <summary>Makes anew what the search keeps of frequent words.</summary>
    /// <returns>The blocks made.</returns>
    public int Reindex()
    {
        Database.Write(connection => connection.Execute("delete from blocks"));
        shelf.Tend();
        return Database.Read(connection => connection.ExecuteScalar<int>("select count(*) from blocks"));
    }

    public StoreCounts Counts() => Database.Read(StoreCounts.Of);

    public void Dispose() => Database.Dispose();

    private static void MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                StoreProblem.CannotOpen, $"The data folder {folder} cannot be made: {e.Message} Choose another one.", e);
        }
    }
}
