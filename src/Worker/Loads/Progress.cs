using System.Globalization;
using Plans.Store.Ledger;
using Plans.Worker.CommandLine;

namespace Plans.Worker.Loads;

/// <summary>
/// Shows how far a load is: one line that is written over on a terminal, else a new line now and then. Rate and time left are
/// those since the load began.
/// </summary>
internal sealed class Progress(TextWriter error, TimeProvider clock)
{
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan CountEvery = TimeSpan.FromMilliseconds(200);

    private readonly bool _live = Terminal.Of(error) is not null;
    private readonly DateTimeOffset _start = clock.GetUtcNow();
    private DateTimeOffset _nextLine = clock.GetUtcNow() + LineEvery;
    private DateTimeOffset _nextCount;

    /// <summary>Shows the state of a scan, but only as often as a person can follow, since counting costs a query.</summary>
    public void ShowNowAndThen(Func<LoadCounts> count)
    {
        if (clock.GetUtcNow() >= _nextCount)
        {
            Show(count(), scanning: true);
            _nextCount = clock.GetUtcNow() + CountEvery;
        }
    }

    /// <param name="scanning">More files may be found yet.</param>
    public void Show(LoadCounts counts, bool scanning)
    {
        if (_live)
        {
            error.Write($"\r\e[K{Line(counts, scanning)}");
        }
        else if (clock.GetUtcNow() >= _nextLine)
        {
            error.WriteLine(Line(counts, scanning));
            _nextLine = clock.GetUtcNow() + LineEvery;
        }
    }

    /// <summary>Takes the line off the screen, for the summary to follow.</summary>
    public void Clear()
    {
        if (_live)
        {
            error.Write("\r\e[K");
        }
    }

    private string Line(LoadCounts counts, bool scanning)
    {
        var ended = counts.Found - counts.Open - counts.Skipped - counts.LeftOut;
        var rate = ended / Math.Max((clock.GetUtcNow() - _start).TotalSeconds, 0.001);
        var found = scanning ? $"{counts.Found} found so far" : $"{counts.Found} found";
        var left = scanning || rate <= 0 ? "" : $", {Duration(TimeSpan.FromSeconds(counts.Open / rate))} left";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{found}: {counts.Done + counts.Partial} done, {counts.Failed} failed, {counts.Skipped} skipped, {counts.Open} open, {rate:0.0} files/s{left}");
    }

    private static string Duration(TimeSpan time) => time.TotalHours >= 1
        ? time.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture)
        : time.ToString(@"m\:ss", CultureInfo.InvariantCulture);
}
