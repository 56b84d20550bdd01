using System.Diagnostics;
using System.Diagnostics.Metrics;
using Plans.Store.Ledger;

namespace Plans.Worker.Telemetry;

/// <summary>What can be measured of a worker while it works: meters and activities named <see cref="Name"/>, for any listener.</summary>
internal static class WorkerTelemetry
{
    public const string Name = "Plans.Worker";

    private static readonly ActivitySource Activities = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly UpDownCounter<int> Running = Meter.CreateUpDownCounter<int>(
        "plans.files.running", "{file}", "Files in work in this process.");

    private static readonly Counter<long> Ended = Meter.CreateCounter<long>(
        "plans.files.ended", "{file}", "Runs that ended, by outcome and, where it is no success, by reason.");

    private static readonly Histogram<double> FileTime = Meter.CreateHistogram<double>("plans.file.duration", "s", "From the start of a run to its end.");

    private static readonly Histogram<double> StageTime = Meter.CreateHistogram<double>("plans.stage.duration", "s", "Time that a file spends in a stage.");

    private static readonly Counter<long> Fed = Meter.CreateCounter<long>("plans.files.fed", "{file}", "Files that were given a job.");

    private static readonly Counter<long> TakenOver = Meter.CreateCounter<long>("plans.files.taken_over", "{file}", "Files that a dead worker had left.");

    public static void CountFed(int files) => Fed.Add(files);

    public static void CountTakenOver(int files) => TakenOver.Add(files);

    /// <summary>One run of a file, until disposed of.</summary>
    public static RunSpan Run(FileRun run) => new(run);

    /// <summary>One stage of a run, until disposed of.</summary>
    public static StageSpan Stage(string stage) => new(stage);

    internal sealed class RunSpan : IDisposable
    {
        private readonly Activity? _activity;
        private readonly long _start = Stopwatch.GetTimestamp();
        private string _outcome = "lost";
        private string? _reason;

        public RunSpan(FileRun run)
        {
            _activity = Activities.StartActivity("file", ActivityKind.Consumer);
            _activity?.SetTag("plans.file.id", run.FileId).SetTag("plans.file.name", run.File.Name).SetTag("plans.file.size", run.File.Size);
            Running.Add(1);
        }

        /// <param name="outcome">A state of the ledger, or what became of a run that ended nothing.</param>
        public void End(string outcome, string? reason = null) => (_outcome, _reason) = (outcome, reason);

        public void Dispose()
        {
            var tags = _reason is null ? new TagList { { "outcome", _outcome } } : new TagList { { "outcome", _outcome }, { "reason", _reason } };
            Running.Add(-1);
            Ended.Add(1, tags);
            FileTime.Record(Stopwatch.GetElapsedTime(_start).TotalSeconds, tags);
            _activity?.SetTag("plans.outcome", _outcome).SetTag("plans.reason", _reason).SetStatus(_outcome == "failed" ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
            _activity?.Dispose();
        }
    }

    internal sealed class StageSpan(string stage) : IDisposable
    {
        private readonly Activity? _activity = Activities.StartActivity(stage);
        private readonly long _start = Stopwatch.GetTimestamp();

        public void Dispose()
        {
            StageTime.Record(Stopwatch.GetElapsedTime(_start).TotalSeconds, new TagList { { "stage", stage } });
            _activity?.Dispose();
        }
    }
}
