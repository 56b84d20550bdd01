using System.Diagnostics;
using Plans.Store;
using Plans.Store.Ledger;

namespace Plans.Worker.Jobs;

/// <summary>What the user asks of a load while something long goes on for it; looked up now and then, since each look is a query.</summary>
internal sealed class LoadWishes(PlanStore store, long load)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private long _looked = Stopwatch.GetTimestamp();

    /// <summary>Stands still while the load is paused.</summary>
    /// <exception cref="LoadCancelledException">The load was cancelled.</exception>
    public void Obey(CancellationToken cancellationToken)
    {
        if (Stopwatch.GetElapsedTime(_looked) < Every)
        {
            return;
        }

        LoadWish wish;
        while ((wish = store.Ledger.WishOf(load)) == LoadWish.Paused)
        {
            cancellationToken.WaitHandle.WaitOne(Every);
            cancellationToken.ThrowIfCancellationRequested();
        }

        _looked = Stopwatch.GetTimestamp();
        if (wish == LoadWish.Cancelled)
        {
            throw new LoadCancelledException();
        }
    }
}

/// <summary>Its load was cancelled: what is begun is to end.</summary>
internal sealed class LoadCancelledException() : Exception("The load was cancelled.");
