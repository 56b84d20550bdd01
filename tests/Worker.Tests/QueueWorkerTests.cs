using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Plans.Store.Ledger;
using Plans.Worker.Jobs;

namespace Plans.Worker.Tests;

/// <summary>The worker with its persistent queue and a real store.</summary>
public sealed class QueueWorkerTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    [Fact]
    public async Task Every_queued_file_gets_done_those_found_later_too()
    {
        var early = Enumerable.Range(0, 20).Select(number => _folder.Register($"{number}.txt", Plan(number))).ToList();
        await using var worker = Start();
        var late = _folder.Register("muộn.txt", Plan(99));
        worker.Wake();

        foreach (var file in early.Append(late))
        {
            Assert.Equal(1, (await _folder.UntilAsync(file, FileState.Done)).Attempts);
        }
    }

    [Fact]
    public async Task What_a_dead_worker_left_running_is_done_again()
    {
        var file = _folder.Register("a.txt", Plan(1));
        _folder.Store.Ledger.Start(file, "dead");

        await using var worker = Start();

        Assert.Equal(2, (await _folder.UntilAsync(file, FileState.Done)).Attempts);
    }

    /// <summary>Nothing else waits: only the marks of jobs that nobody runs any more tell that there is something to do.</summary>
    [Fact]
    public async Task Files_that_had_a_job_when_their_process_ended_are_done_by_the_next()
    {
        var files = Enumerable.Range(0, 4).Select(number => _folder.Register($"{number}.txt", Plan(number))).ToList();
        Assert.Equal(files, _folder.Store.Ledger.Feed(10).Select(file => file.FileId));

        await using var worker = Start();

        foreach (var file in files)
        {
            await _folder.UntilAsync(file, FileState.Done);
        }
    }

    [Fact]
    public async Task A_second_worker_waits_and_takes_over_when_the_first_ends()
    {
        var first = Start();
        await _folder.UntilAsync(_folder.Register("a.txt", Plan(1)), FileState.Done);
        await using var second = Start();

        await first.DisposeAsync();

        await _folder.UntilAsync(_folder.Register("b.txt", Plan(2)), FileState.Done);
    }

    [Fact]
    public async Task A_worker_ends_though_a_file_does_not_stop_and_the_next_takes_the_file_over()
    {
        var file = _folder.Register("a.txt", Plan(1));
        var begun = new TaskCompletionSource();
        var never = new TaskCompletionSource();
        var first = QueueWorker.Start(
            _folder.Store, JobSettings.Default with { EndingTime = TimeSpan.FromSeconds(1) }, NullLoggerFactory.Instance, name => new FileWork((id, _) =>
            {
                _folder.Store.Ledger.Start(id, name);
                begun.SetResult();
                return never.Task;
            }));
        await begun.Task;

        await first.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
        await using var second = Start();

        Assert.Equal(2, (await _folder.UntilAsync(file, FileState.Done)).Attempts);
        never.SetResult();
    }

    [Fact]
    public async Task Files_of_a_higher_priority_are_done_first_and_those_of_the_lowest_too()
    {
        var order = new ConcurrentQueue<int>();
        foreach (var priority in new[] { -10, 0, 10, -200, 200 })
        {
            _folder.Register($"{priority}.txt", Plan(priority), priority);
        }

        await using var worker = QueueWorker.Start(
            _folder.Store, JobSettings.Default with { Concurrency = 1 }, NullLoggerFactory.Instance, name => new FileWork((file, _) =>
            {
                var run = _folder.Store.Ledger.Start(file, name)!;
                order.Enqueue(run.File.Priority);
                _folder.Store.Ledger.Fail(run, new("no-plan", "", ""));
                return Task.CompletedTask;
            }));
        for (var tries = 0; tries < 300 && order.Count < 5; tries++)
        {
            await Task.Delay(100);
        }

        Assert.Equal([200, 10, 0, -10, -200], order);
    }

    private QueueWorker Start() => QueueWorker.Start(_folder.Store, JobSettings.Default, NullLoggerFactory.Instance);

    private static string Plan(int number) => $"KẾ HOẠCH\nTrồng rừng năm 2024\n\nI. MỤC TIÊU\n\nTrồng mới {1000 + number} ha rừng.\n";

    public void Dispose() => _folder.Dispose();
}
