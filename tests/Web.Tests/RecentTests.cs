using Plans.Web.Hosting;

namespace Plans.Web.Tests;

/// <summary>What many ask for at once is read once, and not for longer than some seconds.</summary>
public sealed class RecentTests
{
    private readonly HandClock clock = new();
    private int made;

    [Fact]
    public void An_answer_is_made_once_in_its_time_and_anew_after_it()
    {
        var recent = new Recent<string, int>(clock, TimeSpan.FromSeconds(5), 10);
        Assert.Equal([1, 1, 2], new[] { recent.Get("a", Make), recent.Get("a", Make), recent.Get("b", Make) });
        clock.Seconds = 4.9;
        Assert.Equal(1, recent.Get("a", Make));
        clock.Seconds = 5;
        Assert.Equal(3, recent.Get("a", Make));
        recent.Clear();
        Assert.Equal(4, recent.Get("a", Make));
    }

    [Fact]
    public void An_error_is_no_answer()
    {
        var recent = new Recent<string, int>(clock, TimeSpan.FromSeconds(5), 10);
        Assert.Throws<TimeoutException>(() => recent.Get("a", () => throw new TimeoutException()));
        Assert.Equal(1, recent.Get("a", Make));
    }

    [Fact]
    public async Task Many_at_once_wait_for_the_same_answer()
    {
        var recent = new Recent<string, int>(TimeProvider.System, TimeSpan.FromMinutes(5), 10);
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => recent.Get("a", () =>
        {
            Thread.Sleep(50);
            return Interlocked.Increment(ref made);
        }))));
        Assert.All(answers, answer => Assert.Equal(1, answer));
    }

    [Fact]
    public void Old_answers_do_not_pile_up()
    {
        var recent = new Recent<int, int>(clock, TimeSpan.FromHours(1), 10);
        for (var i = 0; i < 100; i++)
        {
            clock.Seconds = i;
            recent.Get(i, Make);
        }

        Assert.Equal(100, made);
        recent.Get(99, Make);
        Assert.Equal(100, made);
        recent.Get(0, Make);
        Assert.Equal(101, made);
    }

    private int Make() => ++made;

    private sealed class HandClock : TimeProvider
    {
        public double Seconds { get; set; }

        public override long GetTimestamp() => (long)(Seconds * TimestampFrequency);
    }
}
