using Quartz;

namespace Plans.Worker.Jobs;

/// <summary>
/// The kinds of work that have places of their own in a worker, so that none keeps the others waiting: hundreds of scans leave the common
/// places to the texts among them. A file comes into a lane when it is found to need it.
/// </summary>
internal static class Lanes
{
    public const string Ocr = "ocr";

    public const string Unpack = "unpack";

    public static int Places(JobSettings settings) => settings.Concurrency + settings.OcrFiles + settings.Archives;

    /// <summary>Tells the queue how many jobs of each lane may run at once in this process.</summary>
    public static void Limit(ExecutionLimitsBuilder limits, JobSettings settings) => limits
        .ForDefaultGroup(settings.Concurrency)
        .ForGroup(Ocr, settings.OcrFiles)
        .ForGroup(Unpack, settings.Archives);
}
