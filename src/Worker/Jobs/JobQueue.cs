using Microsoft.Data.Sqlite;
using Quartz;

namespace Plans.Worker.Jobs;

/// <summary>
/// The persistent queue, one job a file, in <c>jobs.db</c> beside the plans. It serves the ledger: it may lose everything and be
/// filled again. One process at a time runs it (see <see cref="WorkerLock"/>). Its calls are short and not cancelled half-way.
/// </summary>
internal sealed class JobQueue : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly IScheduler _scheduler;

    private JobQueue(ServiceProvider services, IScheduler scheduler) => (_services, _scheduler) = (services, scheduler);

    /// <summary>Opens the queue; no job runs before <see cref="StartAsync"/>.</summary>
    public static async Task<JobQueue> OpenAsync(
        string dataFolder, FilePipeline pipeline, QueuedFiles queued, JobSettings settings, ILoggerFactory logs)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataFolder, "jobs.db") }.ToString();
        UseWriteAheadLog(connection);

        var services = new ServiceCollection();
        services.AddSingleton(logs).AddSingleton(typeof(ILogger<>), typeof(Logger<>)).AddSingleton(pipeline).AddSingleton(queued);
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options =>
            {
                options.InstanceName = "plans";
                options.MaxBatchSize = Math.Min(10, settings.Concurrency);
                options.IdleWaitTime = TimeSpan.FromSeconds(1);
                options.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            quartz.UseDefaultThreadPool(pool => pool.MaxConcurrency = settings.Concurrency);
            quartz.UsePersistentStore(store =>
            {
                store.UseSqlite(QueueConnections.Instance, connection);
                store.ProvisionSchema();
            });
        });

        var provider = services.BuildServiceProvider();
        var scheduler = await provider.GetRequiredService<ISchedulerFactory>().GetScheduler();
        return new JobQueue(provider, scheduler);
    }

    public async Task StartAsync() => await _scheduler.Start();

    /// <summary>Gives files a job each.</summary>
    /// <param name="starts">File number to the time of its start.</param>
    public async Task AddAsync(IReadOnlyDictionary<long, DateTimeOffset> starts)
    {
        var jobs = starts.ToDictionary(
            start => FileJob.For(start.Key),
            start => (IReadOnlyCollection<ITrigger>)[TriggerBuilder.Create().WithIdentity($"{start.Key}-{Guid.NewGuid():n}").StartAt(start.Value).Build()]);
        await _scheduler.ScheduleJobs(jobs, ScheduleJobOptions.Replacing);
    }

    /// <summary>The files that have a job now.</summary>
    public async Task<IReadOnlySet<long>> FilesAsync()
    {
        var jobs = await _scheduler.QueryJobs(new JobQuery { Take = PagedQuery.All });
        return jobs.Items.Select(job => FileJob.FileOf(job.Key)).ToHashSet();
    }

    /// <summary>Tells the running jobs to stop and waits until they have.</summary>
    public async ValueTask DisposeAsync()
    {
        await _scheduler.Shutdown(waitForJobsToComplete: true);
        await _services.DisposeAsync();
    }

    /// <summary>Set once on the file and kept in it; it doubles what the queue can do (STACK.md §2).</summary>
    private static void UseWriteAheadLog(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL";
        command.ExecuteNonQuery();
    }
}
