using System.Globalization;
using Plans.Store.Ledger;
using Plans.Worker.CommandLine;

namespace Plans.Worker.Loads;

/// <summary>
/// Shows how far a load is: a few lines that are written over on a terminal, else a new line now and then. Rate and time left are
/// those since the load began. Failures are told as they come.
/// </summary>
internal sealed class Progress(TextWriter error, TimeProvider clock) : ILoadView
{
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(5);

    private readonly bool _live = Terminal.Of(error) is not null;
    private readonly DateTimeOffset _start = clock.GetUtcNow();
    private DateTimeOffset _nextLine = clock.GetUtcNow() + LineEvery;
    private int _linesShown;

    public void Show(LoadSnapshot snapshot)
    {
        if (snapshot.Fallen.Count > 0)
        {
            Clear();
            foreach (var failure in snapshot.Fallen.Select(FailureView.Of))
            {
                error.WriteLine($"{failure.Path} [{failure.Reason}]");
            }
        }

        var line = Line(snapshot.Counts, snapshot.Scanning) + (snapshot.Load.PausedAt is null ? "" : ", paused") + Stages(snapshot.Running);
        if (_live)
        {
            Block([line, .. snapshot.Running.Select(file => $"  {file.Stage,-8} {Duration(clock.GetUtcNow() - (file.StartedAt ?? clock.GetUtcNow()))}  {file.Path}")]);
        }
        else
        {
            NowAndThen(line);
        }
    }

    /// <param name="scanning">More files may be found yet.</param>
    public void Show(LoadCounts counts, bool scanning) => NowAndThen(Line(counts, scanning));

    public void Waiting(string why)
    {
        if (_live)
        {
            Block([$"waiting: {why}"]);
        }
        else
        {
            NowAndThen($"waiting: {why}");
        }
    }

    public void Clear()
    {
        if (_linesShown > 0)
        {
            error.Write($"\e[{_linesShown}F\e[J");
            _linesShown = 0;
        }
    }

    private void Block(IReadOnlyList<string> lines)
    {
        Clear();
        var width = Math.Max(20, Console.BufferWidth - 1);
        foreach (var line in lines)
        {
            error.WriteLine(line.Length <= width ? line : line[..width]);
        }

        _linesShown = lines.Count;
    }

    private void NowAndThen(string line)
    {
        if (clock.GetUtcNow() >= _nextLine)
        {
            error.WriteLine(line);
            _nextLine = clock.GetUtcNow() + LineEvery;
        }
    }

    private static string Stages(IReadOnlyList<FileRecord> running) => running.Count == 0
        ? ""
        : $" ({string.Join(", ", running.GroupBy(file => file.Stage ?? "read").OrderBy(stage => stage.Key, StringComparer.Ordinal).Select(stage => $"{stage.Count()} {stage.Key}"))})";

    private string Line(LoadCounts counts, bool scanning)
    {
        var ended = counts.Found - counts.Open - counts.Skipped - counts.LeftOut - counts.Cancelled;
        var rate = ended / Math.Max((clock.GetUtcNow() - _start).TotalSeconds, 0.001);
        var found = scanning ? $"{counts.Found} found so far" : $"{counts.Found} found";
        var left = scanning || rate <= 0 ? "" : $", {Duration(TimeSpan.FromSeconds(counts.Open / rate))} left";
        var refused = counts.Refused > 0 ? $", {counts.Refused} refused" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{found}: {counts.Done + counts.Partial} done, {counts.Failed} failed{refused}, {counts.Skipped} skipped, {counts.Open} open, {rate:0.0} files/s{left}");
    }

    private static string Duration(TimeSpan time) => time.TotalHours >= 1
        ? time.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture)
        : time.ToString(@"m\:ss", CultureInfo.InvariantCulture);
}
