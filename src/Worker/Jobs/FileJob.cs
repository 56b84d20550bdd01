using System.Globalization;
using Quartz;

namespace Plans.Worker.Jobs;

/// <summary>The job of one file. Its key is the file's number in the ledger; all else is read there.</summary>
internal sealed class FileJob(FilePipeline pipeline, QueuedFiles queued) : IJob
{
    private const string Group = "files";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var fileId = FileOf(context.JobDetail.Key);
        try
        {
            await pipeline.RunAsync(fileId, cancellationToken);
        }
        finally
        {
            queued.Remove(fileId);
        }
    }

    /// <summary>Not recovered by the queue after a crash: the ledger knows what ran and has it queued anew.</summary>
    public static IJobDetail For(long fileId) =>
        JobBuilder.Create<FileJob>().WithIdentity(KeyOf(fileId)).RequestRecovery(false).Build();

    public static long FileOf(JobKey key) => long.Parse(key.Name, CultureInfo.InvariantCulture);

    private static JobKey KeyOf(long fileId) => new(fileId.ToString(CultureInfo.InvariantCulture), Group);
}
