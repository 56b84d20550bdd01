using Plans.Store.Ledger;
using Plans.Worker.Loads;

namespace Plans.Worker.Tests;

/// <summary>Where no terminal is, progress is a line now and then that a log can hold.</summary>
public sealed class ProgressTests
{
    private readonly SteppedClock _clock = new();
    private readonly StringWriter _error = new();

    [Fact]
    public void Tells_what_is_done_the_rate_and_the_time_left()
    {
        var progress = new Progress(_error, _clock);
        progress.Show(new LoadCounts(100, 96, 2, 0, 0, 0, 2), scanning: false);
        Assert.Empty(_error.ToString());

        _clock.Step(TimeSpan.FromSeconds(10));
        progress.Show(new LoadCounts(100, 40, 2, 50, 3, 3, 2), scanning: false);

        Assert.Equal(
            "100 found: 53 done, 3 failed, 2 skipped, 42 open, 5.6 files/s, 0:07 left", Assert.Single(Lines()));
    }

    [Fact]
    public void Promises_no_end_while_files_are_still_being_found()
    {
        var progress = new Progress(_error, _clock);
        progress.Show(new LoadCounts(10, 10, 0, 0, 0, 0, 0), scanning: true);
        _clock.Step(TimeSpan.FromSeconds(10));

        progress.Show(new LoadCounts(30, 10, 0, 20, 0, 0, 0), scanning: true);

        Assert.Equal("30 found so far: 20 done, 0 failed, 0 skipped, 10 open, 2.0 files/s", Assert.Single(Lines()));
    }

    private string[] Lines() => _error.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
