using Plans.Store;

namespace Plans.Worker.Jobs;

/// <summary>
/// This machine's clock, put right by the server's: machines that share a load agree about when a file is due, whatever their own clocks
/// say. The queue's library asks that of its nodes; where it cannot be asked of clocks, this gives it.
/// </summary>
internal sealed class ServerClock(TimeProvider own) : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => own.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));

    public override TimeZoneInfo LocalTimeZone => own.LocalTimeZone;

    /// <summary>Asks the server of the store what time it is; a store in a folder goes by this machine's clock.</summary>
    public void Follow(PlanStore store)
    {
        if (store.ServerTime() is { } time)
        {
            Interlocked.Exchange(ref _ahead, (time - own.GetUtcNow()).Ticks);
        }
    }
}
