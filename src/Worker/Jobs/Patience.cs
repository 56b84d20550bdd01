using Plans.Store;

namespace Plans.Worker.Jobs;

/// <summary>Waits for a store that does not answer: a server that is started again, a lock that is held for long. Nothing is lost meanwhile.</summary>
internal static class Patience
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Whether the same call may succeed later without anything having been done about it here.</summary>
    public static bool Helps(StoreException exception) => exception.Problem is StoreProblem.CannotOpen or StoreProblem.Locked;

    /// <param name="waiting">Told each time that the store did not answer.</param>
    /// <param name="orFull">Also waits for room on a full disk.</param>
    public static async Task<T> WithAsync<T>(
        Func<T> ask, CancellationToken cancellationToken, Action<StoreException>? waiting = null, bool orFull = false)
    {
        while (true)
        {
            try
            {
                return ask();
            }
            catch (StoreException exception) when (Helps(exception) || (orFull && exception.Problem == StoreProblem.DiskFull))
            {
                waiting?.Invoke(exception);
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }
}
