using Plans.Store.Ledger;
using Plans.Worker.Jobs;

namespace Plans.Worker.Tests;

/// <summary>Who is dead, by the watch of the one who looks.</summary>
public sealed class SilentWorkersTests
{
    private readonly SteppedWatch _watch = new();
    private readonly SilentWorkers _workers;

    public SilentWorkersTests() => _workers = new SilentWorkers(TimeSpan.FromSeconds(30), _watch);

    [Fact]
    public void A_worker_whose_beats_stand_still_for_so_long_is_dead()
    {
        Assert.Empty(LookAfter(0, ("a", 7)));
        for (var seconds = 5; seconds < 30; seconds += 5)
        {
            Assert.Empty(LookAfter(5, ("a", 7)));
        }

        Assert.Equal(["a"], LookAfter(5, ("a", 7)));
    }

    [Fact]
    public void A_slow_worker_that_beats_before_the_time_is_over_lives()
    {
        LookAfter(0, ("a", 7));
        for (var beat = 8; beat < 20; beat++)
        {
            LookAfter(9, ("a", beat));
            LookAfter(9, ("a", beat));
            Assert.Empty(LookAfter(9, ("a", beat)));
        }
    }

    [Fact]
    public void Time_in_which_the_looker_itself_stood_still_does_not_count()
    {
        LookAfter(0, ("a", 7));
        Assert.Empty(LookAfter(3600, ("a", 7)));
        Assert.Empty(LookAfter(5, ("a", 7)));
    }

    [Fact]
    public void Clocks_that_differ_make_nobody_dead()
    {
        var wrong = new WorkerRecord("a", DateTimeOffset.UnixEpoch, 1, 7);
        Assert.Empty(_workers.Look([wrong]));
        _watch.Step(TimeSpan.FromSeconds(5));
        Assert.Empty(_workers.Look([wrong with { Beats = 8 }]));
    }

    private IReadOnlyList<string> LookAfter(int seconds, params (string Name, int Beats)[] workers)
    {
        _watch.Step(TimeSpan.FromSeconds(seconds));
        return _workers.Look([.. workers.Select(worker => new WorkerRecord(worker.Name, DateTimeOffset.UnixEpoch, 1, worker.Beats))]);
    }

    private sealed class SteppedWatch : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Step(TimeSpan by) => _ticks += by.Ticks;
    }
}
