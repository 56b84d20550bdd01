namespace Plans.Worker.Jobs;

/// <summary>
/// The right to run the jobs of a data folder, which one process has at a time. The system takes it back when the process
/// ends, however it ends, so that another one notices at once and takes over.
/// </summary>
internal sealed class WorkerLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly FileStream _file;

    private WorkerLock(FileStream file) => _file = file;

    /// <summary>Waits until no other process has it.</summary>
    public static async Task<WorkerLock> AcquireAsync(string dataFolder, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryAcquire(dataFolder) is { } acquired)
            {
                return acquired;
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    /// <returns>Null while another process has it.</returns>
    public static WorkerLock? TryAcquire(string dataFolder)
    {
        try
        {
            return new WorkerLock(new FileStream(
                Path.Combine(dataFolder, "worker.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
