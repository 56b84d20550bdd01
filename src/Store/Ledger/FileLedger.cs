using Plans.Store.Engines;

namespace Plans.Store.Ledger;

/// <summary>
/// The ledger of files. It is the truth; a queue of jobs is its servant. Its methods stand in five files: loads, registration, archives,
/// runs and queries.
/// </summary>
public sealed partial class FileLedger
{
    private readonly Database database;
    private readonly TimeProvider clock;

    internal FileLedger(Database database, TimeProvider clock)
    {
        this.database = database;
        this.clock = clock;
    }

    private string Now => Timestamp.Write(clock.GetUtcNow());
}
