using Plans.Worker.Jobs;

namespace Plans.Worker.Tests;

public sealed class WorkerLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void One_at_a_time_works_on_a_data_folder()
    {
        using (WorkerLock.TryAcquire(_folder.Path))
        {
            Assert.Null(WorkerLock.TryAcquire(_folder.Path));
        }

        using var next = WorkerLock.TryAcquire(_folder.Path);
        Assert.NotNull(next);
    }

    [Fact]
    public async Task Who_waits_takes_over_when_the_other_ends()
    {
        var first = WorkerLock.TryAcquire(_folder.Path)!;
        var waiting = WorkerLock.AcquireAsync(_folder.Path, CancellationToken.None);
        await Task.Delay(50);
        Assert.False(waiting.IsCompleted);

        first.Dispose();

        using var second = await waiting.WaitAsync(TimeSpan.FromSeconds(10));
    }

    public void Dispose() => _folder.Dispose();
}
