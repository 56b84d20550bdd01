namespace Plans.Store;

/// <summary>Where a store lives and how patient it is. Named settings, read once when the store is opened.</summary>
public sealed record StoreOptions
{
    /// <summary>Holds <c>plans.db</c> and <c>originals/</c>; made if absent. The queue's own <c>jobs.db</c> has its place here too.</summary>
    public required string DataFolder { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long a writer waits for another process's transaction before it gives up with <see cref="StoreProblem.Locked"/>.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(30);

    public string DatabasePath => Path.Combine(DataFolder, "plans.db");

    public string OriginalsFolder => Path.Combine(DataFolder, "originals");
}
