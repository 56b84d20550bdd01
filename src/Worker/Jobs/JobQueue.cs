using Microsoft.Data.Sqlite;
using Npgsql;
using Plans.Store;
using Plans.Store.Ledger;
using Quartz;

namespace Plans.Worker.Jobs;

/// <summary>
/// The persistent queue, one job a file. It serves the ledger: it may lose everything and be filled again. For a store in a folder it is
/// the file <c>jobs.db</c> beside the plans, run by one process at a time (see <see cref="WorkerLock"/>); on a server its tables lie beside
/// the plans', and the workers of all machines take from it. Its calls are short and not cancelled half-way.
/// </summary>
internal sealed class JobQueue : IAsyncDisposable
{
    private const int MostAtOnce = 10;

    /// <summary>In one transaction; the queue's lock is held for as long.</summary>
    private const int AddedAtOnce = 250;

    private readonly ServiceProvider _services;
    private readonly IScheduler _scheduler;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _endingTime;
    private readonly ILogger _log;

    private JobQueue(ServiceProvider services, IScheduler scheduler, TimeProvider clock, TimeSpan endingTime, ILogger log) =>
        (_services, _scheduler, _clock, _endingTime, _log) = (services, scheduler, clock, endingTime, log);

    /// <summary>Opens the queue; no job runs before <see cref="StartAsync"/>.</summary>
    /// <param name="worker">Its name, different from those of all other workers.</param>
    public static async Task<JobQueue> OpenAsync(StoreOptions store, string worker, FileWork work, JobSettings settings, ILoggerFactory logs)
    {
        var services = new ServiceCollection();
        services.AddSingleton(logs).AddSingleton(typeof(ILogger<>), typeof(Logger<>)).AddSingleton(work);
        services.AddQuartz(quartz =>
        {
            quartz.UseTimeProvider(store.Clock);
            quartz.ConfigureScheduler(options =>
            {
                options.InstanceName = "plans";
                options.InstanceId = worker;
                options.MaxBatchSize = Math.Min(MostAtOnce, Lanes.Places(settings));
                options.IdleWaitTime = TimeSpan.FromSeconds(1);
                options.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            quartz.UseDefaultThreadPool(pool => pool.MaxConcurrency = Lanes.Places(settings));
            quartz.UseExecutionLimits(limits => Lanes.Limit(limits, settings));
            quartz.UsePersistentStore(jobs =>
            {
                if (store.Database is null)
                {
                    jobs.UseSqlite(QueueConnections.Instance, InFolder(store.DataFolder));
                }
                else
                {
                    jobs.UsePostgres(NpgsqlFactory.Instance, OnServer(store.Database));
                    jobs.UseClustering(cluster =>
                    {
                        cluster.CheckinInterval = settings.BeatEvery;
                        cluster.CheckinMisfireThreshold = settings.SilentFor - settings.BeatEvery;
                    });
                }

                jobs.ConfigureStore(options => options.DbRetryInterval = TimeSpan.FromSeconds(1));
                jobs.ProvisionSchema();
            });
        });

        var provider = services.BuildServiceProvider();
        try
        {
            var scheduler = await provider.GetRequiredService<ISchedulerFactory>().GetScheduler();
            return new JobQueue(provider, scheduler, store.Clock, settings.EndingTime, logs.CreateLogger<JobQueue>());
        }
        catch
        {
            await provider.DisposeAsync();
            throw;
        }
    }

    public async Task StartAsync() => await _scheduler.Start();

    /// <summary>Gives files a job each; a file that has one gets the new one in its place.</summary>
    public async Task AddAsync(IReadOnlyList<FedFile> files)
    {
        foreach (var some in files.Chunk(AddedAtOnce))
        {
            var now = _clock.GetUtcNow();
            await _scheduler.ScheduleJobs(
                some.ToDictionary(file => FileJob.For(file.FileId), file => (IReadOnlyCollection<ITrigger>)[FileJob.Trigger(file, now)]),
                ScheduleJobOptions.Replacing);
        }
    }

    /// <summary>The files that have a job now.</summary>
    public async Task<IReadOnlySet<long>> FilesAsync()
    {
        var jobs = await _scheduler.QueryJobs(new JobQuery { Take = PagedQuery.All });
        return jobs.Items.Select(job => FileJob.FileOf(job.Key)).ToHashSet();
    }

    /// <summary>Tells the running jobs to stop and waits until they have, though no longer than <see cref="JobSettings.EndingTime"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        var ending = EndAsync();
        try
        {
            await ending.WaitAsync(_endingTime);
        }
        catch (TimeoutException)
        {
            _log.LogWarning("Files in work or the queue did not stop within {Seconds} s; the worker ends without them, and the next takes them over.", _endingTime.TotalSeconds);
        }
    }

    private async Task EndAsync()
    {
        await _scheduler.Shutdown(waitForJobsToComplete: true);
        await _services.DisposeAsync();
    }

    private static string InFolder(string folder)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "jobs.db") }.ToString();
        UseWriteAheadLog(connection);
        return connection;
    }

    private static string OnServer(string database) =>
        new NpgsqlConnectionStringBuilder(database) { ApplicationName = "plans queue", MaxAutoPrepare = 100, AutoPrepareMinUsages = 2 }.ToString();

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
