using System.Text.Json;
using Plans.Extraction;
using Plans.Store.Ledger;
using Plans.Worker.CommandLine;

namespace Plans.Worker.Loads;

/// <summary>
/// A load for programs: one JSON object a line, each with its <c>event</c>: <c>progress</c> once a second, <c>failed</c> as files fall,
/// <c>waiting</c> while the store does not answer, and <c>ended</c> last.
/// </summary>
internal sealed class LoadEvents(TextWriter output, TimeProvider clock) : ILoadView
{
    private static readonly JsonSerializerOptions Format = new(PlanJson.Options) { WriteIndented = false };
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private DateTimeOffset _next = DateTimeOffset.MinValue;

    public void Show(LoadSnapshot snapshot)
    {
        foreach (var file in snapshot.Fallen)
        {
            Write(new { Event = "failed", Load = snapshot.Load.Id, File = FailureView.Of(file) });
        }

        if (clock.GetUtcNow() >= _next)
        {
            _next = clock.GetUtcNow() + Every;
            Write(new
            {
                Event = "progress",
                At = clock.GetUtcNow(),
                Load = snapshot.Load.Id,
                snapshot.Scanning,
                Paused = snapshot.Load.PausedAt is not null,
                snapshot.Counts,
                Stages = snapshot.Running.GroupBy(file => file.Stage ?? "read").ToDictionary(stage => stage.Key, stage => stage.Count()),
                Running = snapshot.Running.Select(file => new { file.Id, file.Path, file.Stage, file.StartedAt, file.Worker }),
            });
        }
    }

    public void Waiting(string why) => Write(new { Event = "waiting", At = clock.GetUtcNow(), Why = why });

    public void Clear()
    {
    }

    public void Ended(LoadRecord load, IEnumerable<FileRecord> incomplete, string report) => Write(new
    {
        Event = "ended",
        At = clock.GetUtcNow(),
        Load = load.Id,
        Cancelled = load.CancelledAt is not null,
        load.Counts,
        Failures = incomplete.Select(FailureView.Of),
        Report = report,
    });

    private void Write(object what)
    {
        output.WriteLine(JsonSerializer.Serialize(what, Format));
        output.Flush();
    }
}
