using System.Globalization;
using Plans.Store.Ledger;
using Quartz;

namespace Plans.Worker.Jobs;

/// <summary>What is done with a file, by its number.</summary>
internal sealed record FileWork(Func<long, CancellationToken, Task> RunAsync);

/// <summary>The job of one file. Its key is the file's number in the ledger; all else is read there.</summary>
internal sealed class FileJob(FileWork work) : IJob
{
    private const string Group = "files";

    /// <summary>
    /// The queue runs what is due longest, and looks at its own priority only among what is due at the same moment: a file of a higher
    /// priority is due that much longer, and one of the lowest is due at once.
    /// </summary>
    private static readonly TimeSpan AheadByPriority = TimeSpan.FromDays(1);

    /// <summary>Priorities beyond it, either way, count as this one.</summary>
    public const int MostPriority = 100;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await work.RunAsync(FileOf(context.JobDetail.Key), cancellationToken);

    /// <summary>Not recovered by the queue after a crash: the ledger knows what ran and has it queued anew.</summary>
    public static IJobDetail For(long fileId) =>
        JobBuilder.Create<FileJob>().WithIdentity(KeyOf(fileId)).RequestRecovery(false).Build();

    /// <summary>Runs the job once, as soon as there is a place in its lane, however long it has been due.</summary>
    public static ITrigger Trigger(FedFile file, DateTimeOffset now) => TriggerBuilder.Create()
        .WithIdentity(file.FileId.ToString(CultureInfo.InvariantCulture), Group)
        .StartAt(now - ((Math.Clamp(file.Priority, -MostPriority, MostPriority) + MostPriority) * AheadByPriority))
        .WithExecutionGroup(file.Lane)
        .WithSimpleSchedule(schedule => schedule.WithMisfireInstruction(SimpleTriggerMisfireInstruction.IgnoreMisfires))
        .Build();

    public static long FileOf(JobKey key) => long.Parse(key.Name, CultureInfo.InvariantCulture);

    private static JobKey KeyOf(long fileId) => new(fileId.ToString(CultureInfo.InvariantCulture), Group);
}
