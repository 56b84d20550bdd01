using Microsoft.Extensions.Logging.Abstractions;
using Plans.Ingest;
using Plans.Store.Ledger;
using Plans.Worker.Files;
using Plans.Worker.Jobs;

namespace Plans.Worker.Tests;

/// <summary>The life of one file, with a real store and a clock of our own.</summary>
public sealed class FilePipelineTests : IDisposable
{
    private const string Plan = "KẾ HOẠCH\nPhòng, chống thiên tai năm 2024\n\nI. MỤC ĐÍCH\n\nGiảm thiệt hại do thiên tai gây ra.\n";

    private static readonly JobSettings Settings = new()
    {
        RetryPauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)],
        MaximumStarts = 4,
    };

    private readonly SteppedClock _clock = new();
    private readonly StoreFolder _folder;
    private readonly FilePipeline _pipeline;

    public FilePipelineTests()
    {
        _folder = new StoreFolder(_clock);
        _pipeline = new FilePipeline(_folder.Store, Settings, "worker", NullLogger.Instance);
    }

    [Fact]
    public async Task A_readable_file_ends_done_with_its_plan()
    {
        var file = _folder.Register("a.txt", Plan);

        await _pipeline.RunAsync(file, CancellationToken.None);

        Assert.Equal(FileState.Done, _folder.File(file).State);
        Assert.NotNull(_folder.Store.Plans.Get(_folder.File(file).PlanId!.Value));
    }

    [Fact]
    public async Task A_job_whose_file_has_ended_does_nothing()
    {
        var file = _folder.Register("a.txt", Plan);
        await _pipeline.RunAsync(file, CancellationToken.None);
        var ended = _folder.File(file);
        _clock.Step(TimeSpan.FromHours(1));

        await _pipeline.RunAsync(file, CancellationToken.None);

        Assert.Equal(ended, _folder.File(file));
    }

    [Fact]
    public async Task A_file_that_no_try_can_read_fails_at_once()
    {
        var file = _folder.Register("anh.png", "\u0089PNG\r\n\u001a\n\0\0\0");

        await _pipeline.RunAsync(file, CancellationToken.None);

        Assert.Equal(FileState.Failed, _folder.File(file).State);
        Assert.Equal(FailureReasons.UnsupportedFormat, _folder.File(file).Failure?.Reason);
    }

    [Fact]
    public async Task A_failure_that_can_pass_is_tried_again_with_growing_pauses_and_then_stands()
    {
        var file = _folder.Register("a.txt", Plan);
        BlockOriginal(file);

        foreach (var pause in Settings.RetryPauses)
        {
            await _pipeline.RunAsync(file, CancellationToken.None);
            Assert.Equal(FileState.Queued, _folder.File(file).State);
            Assert.Equal(_clock.GetUtcNow() + pause, _folder.File(file).DueAt);

            await _pipeline.RunAsync(file, CancellationToken.None);
            Assert.Equal(FileState.Queued, _folder.File(file).State);
            _clock.Step(pause);
        }

        await _pipeline.RunAsync(file, CancellationToken.None);
        Assert.Equal(FileState.Failed, _folder.File(file).State);
        Assert.Equal(FileReasons.ReadError, _folder.File(file).Failure?.Reason);
    }

    [Fact]
    public async Task A_failure_that_has_passed_ends_done()
    {
        var file = _folder.Register("a.txt", Plan);
        var unblock = BlockOriginal(file);
        await _pipeline.RunAsync(file, CancellationToken.None);

        unblock();
        _clock.Step(Settings.RetryPauses[0]);
        await _pipeline.RunAsync(file, CancellationToken.None);

        Assert.Equal(FileState.Done, _folder.File(file).State);
        Assert.Null(_folder.File(file).Failure);
    }

    [Fact]
    public async Task A_file_over_which_the_process_died_again_and_again_fails_instead_of_being_started_once_more()
    {
        var file = _folder.Register("a.txt", Plan);
        for (var death = 0; death < Settings.MaximumStarts; death++)
        {
            Assert.NotNull(_folder.Store.Ledger.Start(file, "dead"));
            _folder.Store.Ledger.Release("dead");
        }

        await _pipeline.RunAsync(file, CancellationToken.None);

        Assert.Equal(FileState.Failed, _folder.File(file).State);
        Assert.Equal(LedgerReasons.Interrupted, _folder.File(file).Failure?.Reason);
        Assert.Contains("4 times", _folder.File(file).Failure?.Message);
    }

    [Fact]
    public async Task When_the_process_is_to_stop_the_file_goes_back_to_the_queue_without_counting_as_a_try()
    {
        var file = _folder.Register("a.txt", Plan);

        await _pipeline.RunAsync(file, new CancellationToken(canceled: true));

        Assert.Equal(FileState.Queued, _folder.File(file).State);
        Assert.Equal(0, _folder.File(file).Attempts);
    }

    /// <summary>Makes the kept bytes unreadable, as a broken disk would.</summary>
    /// <returns>What makes them readable again.</returns>
    private Action BlockOriginal(long file)
    {
        var sha = _folder.File(file).Sha256!;
        var path = Directory.GetFiles(_folder.Store.Options.OriginalsFolder, sha, SearchOption.AllDirectories).Single();
        var aside = path + ".aside";
        File.Move(path, aside);
        Directory.CreateDirectory(path);
        return () =>
        {
            Directory.Delete(path);
            File.Move(aside, path);
        };
    }

    public void Dispose() => _folder.Dispose();
}
