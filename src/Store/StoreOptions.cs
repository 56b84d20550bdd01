namespace Plans.Store;

/// <summary>Where a store lives and how patient it is. Named settings, read once when the store is opened.</summary>
public sealed record StoreOptions
{
    /// <summary>
    /// Holds <c>plans.db</c> and <c>originals/</c>; made if absent. The queue's own <c>jobs.db</c> has its place here too, also where the
    /// plans are on a server.
    /// </summary>
    public required string DataFolder { get; init; }

    /// <summary>A PostgreSQL server's database, as <c>Host=…;Database=…;Username=…</c>; null for the file in <see cref="DataFolder"/>.</summary>
    public string? Database { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long a writer waits for another process's transaction before it gives up with <see cref="StoreProblem.Locked"/>.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Passages (sections, targets and tasks, some 60 a plan) of which the search keeps frequent words and facets together; 64 to 65,536.
    /// More make searches of very many plans faster, and saving stop longer when a block is made.
    /// </summary>
    public int PassagesOfBlock { get; init; } = 32_768;

    /// <summary>Bytes to which the embedded database may grow; null for as many as the disk holds. What does not fit fails like a full disk.</summary>
    public long? MaxDatabaseBytes { get; init; }

    /// <summary>
    /// Kilobytes of the embedded database that each connection may keep in memory. SQLite's own 2,000 make a writer read the same pages of a large archive
    /// again and again; as many connections are open as there are readers at once.
    /// </summary>
    public int CacheKilobytes { get; init; } = 16_000;

    public string DatabasePath => Path.Combine(DataFolder, "plans.db");

    /// <summary>The originals of an embedded database; a server's are in the database.</summary>
    public string OriginalsFolder => Path.Combine(DataFolder, "originals");
}
