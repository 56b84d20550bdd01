using Plans.Store.Ledger;

namespace Plans.Store.Tests.Ledger;

public abstract class RunTests : IDisposable
{
    private static readonly FileFailure Damage = new("damaged", "Hỏng.", "Gửi lại.");
    private readonly ManualClock clock = new();
    private readonly TestStore test;
    private readonly long file;

    protected RunTests(Engine engine)
    {
        test = new TestStore(engine, clock);
        file = Files.Register(Files.StartLoad(["/a.txt"]), TestStore.Found("/a.txt", "một"), "1.0").FileId;
    }

    private FileLedger Files => test.Store.Ledger;

    private FileRecord File => Files.Find(file)!;

    [Fact]
    public void A_run_has_failed_until_it_has_succeeded()
    {
        var run = Files.Start(file, "w1")!;
        Assert.Equal((FileState.Running, "read", 1, "w1"), (File.State, File.Stage, File.Attempts, File.Worker));
        Assert.Equal(LedgerReasons.Interrupted, File.Failure!.Reason);
        Assert.Equal(ManualClock.Start, File.StartedAt);
        Assert.True(Files.EnterStage(run, "extract"));
        Assert.Equal("extract", File.Stage);
    }

    [Fact]
    public void A_file_is_run_by_one_worker()
    {
        Assert.NotNull(Files.Start(file, "w1"));
        Assert.Null(Files.Start(file, "w2"));
        Assert.Null(Files.Start(file + 1, "w2"));
    }

    [Fact]
    public void Of_many_that_start_a_file_at_once_one_gets_it()
    {
        using var other = test.Open(clock);
        var got = 0;
        Parallel.For(0, 16, i =>
        {
            if ((i % 2 == 0 ? Files : other.Ledger).Start(file, $"w{i}") is not null)
            {
                Interlocked.Increment(ref got);
            }
        });
        Assert.Equal(1, got);
    }

    [Fact]
    public void A_failure_stands_with_reason_message_and_advice()
    {
        clock.Move(TimeSpan.FromSeconds(90));
        Files.Fail(Files.Start(file, "w1")!, Damage);
        Assert.Equal((FileState.Failed, Damage, ManualClock.Start.AddSeconds(90)), (File.State, File.Failure, File.EndedAt!.Value));
        Assert.Null(Files.Start(file, "w1"));
        Assert.Equal(file, Assert.Single(Files.Files(new FileFilter { State = FileState.Failed, Reason = "damaged" })).Id);
        Assert.Empty(Files.Files(new FileFilter { Reason = "encrypted" }));
    }

    [Fact]
    public void A_failure_that_is_tried_again_waits_for_its_time()
    {
        Files.Fail(Files.Start(file, "w1")!, Damage, clock.GetUtcNow().AddMinutes(1));
        Assert.Equal((FileState.Queued, Damage), (File.State, File.Failure));
        Assert.Empty(Files.Due());
        Assert.Null(Files.Start(file, "w1"));
        Assert.Equal([new QueuedFile(file, ManualClock.Start.AddMinutes(1))], Files.Queued());

        clock.Move(TimeSpan.FromMinutes(1));
        Assert.Equal([file], Files.Due());
        Assert.Equal(2, Files.Start(file, "w1")!.File.Attempts);
    }

    [Fact]
    public void Giving_back_is_no_attempt()
    {
        Assert.True(Files.GiveBack(Files.Start(file, "w1")!));
        Assert.Equal((FileState.Queued, 0, null), (File.State, File.Attempts, File.Failure));
    }

    [Fact]
    public void A_dead_workers_files_are_queued_and_its_runs_are_void()
    {
        var dead = Files.Start(file, "w1")!;
        Assert.Equal([new WorkerRecord("w1", ManualClock.Start, 1)], Files.RunningWorkers());
        Assert.Empty(Files.Release("w2"));
        Assert.Equal([file], Files.Release("w1"));
        Assert.Equal(LedgerReasons.Interrupted, File.Failure!.Reason);

        var other = Files.Start(file, "w2")!;
        Assert.Equal(2, other.File.Attempts);
        Assert.False(Files.Fail(dead, Damage));
        Assert.False(Files.EnterStage(dead, "save"));
        Assert.False(Files.GiveBack(dead));
        Assert.Equal((FileState.Running, "w2"), (File.State, File.Worker));
    }

    [Fact]
    public void A_worker_is_known_by_its_beats_until_it_leaves()
    {
        Files.Beat("w1");
        Files.Beat("w1");
        Files.Start(file, "w2");
        Assert.Equal([new WorkerRecord("w1", ManualClock.Start, 0, Beats: 2), new WorkerRecord("w2", ManualClock.Start, 1)], Files.Workers());

        Files.Leave("w1", TimeSpan.FromDays(1));
        Files.Leave("w2", TimeSpan.FromDays(1));
        Assert.Equal(["w2"], Files.Workers().Select(worker => worker.Worker));
    }

    [Fact]
    public void A_file_over_which_a_worker_died_twice_waits()
    {
        Files.Start(file, "w1");
        Files.Release("w1", starts => TimeSpan.FromSeconds(starts - 1));
        Files.Start(file, "w1");
        Files.Release("w1", starts => TimeSpan.FromSeconds(starts - 1));

        Assert.Null(Files.Start(file, "w2"));
        clock.Move(TimeSpan.FromSeconds(1));
        Assert.NotNull(Files.Start(file, "w2"));
    }

    [Fact]
    public void A_file_goes_to_another_lane_without_an_attempt_and_stays_in_it()
    {
        Assert.True(Files.Postpone(Files.Start(file, "w1")!, "ocr"));
        Assert.Equal((FileState.Queued, "ocr", 0, null), (File.State, File.Lane, File.Attempts, File.Failure));
        Assert.Equal(1, Files.Start(file, "w1")!.File.Attempts);
    }

    [Fact]
    public void Retry_queues_failed_files_with_their_attempts_counted_anew()
    {
        Files.Fail(Files.Start(file, "w1")!, Damage);
        Assert.Empty(Files.Retry(new FileFilter { Reason = "encrypted" }));
        Assert.Empty(Files.Retry(new FileFilter { Ids = [file + 1] }));
        Assert.Equal([file], Files.Retry(new FileFilter { Ids = [file], Reason = "damaged" }));
        Assert.Equal((FileState.Queued, 0, null), (File.State, File.Attempts, File.Failure));
        Assert.Empty(Files.Retry());
    }

    [Fact]
    public void Reprocess_queues_what_has_ended()
    {
        Assert.Empty(Files.Reprocess());
        Files.Fail(Files.Start(file, "w1")!, Damage);
        Assert.Empty(Files.Reprocess(new FileFilter { State = FileState.Done }));
        Assert.Equal([file], Files.Reprocess());
    }

    [Fact]
    public void A_load_is_counted_from_its_files()
    {
        var load = Files.StartLoad(["/x", "/y"], reprocess: true);
        foreach (var (content, end) in new[] { ("hai", false), ("ba", true), ("bốn", true) })
        {
            var registration = Files.Register(load, TestStore.Found($"/x/{content}", content), "1.0");
            if (end)
            {
                Files.Fail(Files.Start(registration.FileId, "w1")!, Damage);
            }
        }

        Files.Register(load, TestStore.Found("/x/một", "một"), "1.0");
        Files.Start(file, "w1");
        var record = Files.Load(load)!;
        Assert.Equal(["/x", "/y"], record.Paths);
        Assert.True(record.Reprocess);
        Assert.Null(record.ScannedAt);
        Assert.Equal(new LoadCounts(Found: 4, Queued: 1, Running: 0, Done: 0, Partial: 0, Failed: 2, Skipped: 1), record.Counts);
        Assert.Equal(1, record.Counts.Open);

        Files.EndScan(load);
        Assert.Equal(ManualClock.Start, Files.Load(load)!.ScannedAt);
        Assert.Equal([load, 1L], Files.Loads().Select(each => each.Id));
        Assert.Null(Files.Load(77));
        Assert.Equal(1, Files.CountsByState()[FileState.Running]);
        Assert.Equal(0, Files.CountsByState()[FileState.Partial]);
    }

    public void Dispose() => test.Dispose();
}

public sealed class RunTestsOnSqlite() : RunTests(Engine.Sqlite);

public sealed class RunTestsOnPostgres() : RunTests(Engine.Postgres);
