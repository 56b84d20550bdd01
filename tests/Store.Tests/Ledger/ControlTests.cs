using Plans.Store.Ledger;

namespace Plans.Store.Tests.Ledger;

/// <summary>Which file is run next, and how a load is paused, resumed and cancelled.</summary>
public abstract class ControlTests(Engine engine) : IDisposable
{
    private const string Version = "1.0";
    private readonly ManualClock clock = new();
    private TestStore? test;

    private TestStore Test => test ??= new TestStore(engine, clock);

    private FileLedger Files => Test.Store.Ledger;

    [Fact]
    public void A_file_is_fed_once_and_again_when_its_job_is_lost()
    {
        var file = Register(Files.StartLoad(["/a.txt"]), "/a.txt");
        Assert.True(Files.AnyWaits());
        Assert.Equal([new FedFile(file, null, 0)], Files.Feed(10));
        Assert.False(Files.AnyWaits());
        Assert.Empty(Files.Feed(10));

        Assert.Equal(0, Files.Unfeed(new HashSet<long> { file }, TimeSpan.Zero));
        Assert.Equal(0, Files.Unfeed(new HashSet<long>(), TimeSpan.FromSeconds(1)));
        Assert.Equal(1, Files.Unfeed(new HashSet<long>(), TimeSpan.Zero));
        Assert.Single(Files.Feed(10));
    }

    [Fact]
    public void The_queue_is_filled_up_when_half_of_it_is_done()
    {
        var load = Files.StartLoad(["/"]);
        var files = Enumerable.Range(1, 20).Select(number => Register(load, $"/{number}.txt")).ToList();
        Assert.Equal(files[..10], Files.Feed(10).Select(file => file.FileId));
        foreach (var file in files[..4])
        {
            Files.Start(file, "w");
        }

        Assert.Empty(Files.Feed(10));
        Files.Start(files[4], "w");
        Assert.Equal(files[10..15], Files.Feed(10).Select(file => file.FileId));
    }

    [Fact]
    public void A_single_file_goes_before_a_folder_even_where_the_queue_is_full()
    {
        var folder = Files.StartLoad(["/"]);
        var files = Enumerable.Range(1, 20).Select(number => Register(folder, $"/{number}.txt")).ToList();
        Files.Feed(10);

        var single = Files.StartLoad(["/gấp.txt"], priority: 10);
        var urgent = Register(single, "/gấp.txt");
        Assert.Equal(RegistrationOutcome.AlreadyQueued, Files.Register(single, TestStore.Found("/20.txt", "/20.txt"), Version).Outcome);

        Assert.Equal([new FedFile(files[19], null, 10), new FedFile(urgent, null, 10)], Files.Feed(10).OrderBy(file => file.FileId));
    }

    [Fact]
    public void A_paused_load_waits_and_goes_on_when_resumed()
    {
        var load = Files.StartLoad(["/"]);
        var first = Register(load, "/a.txt");
        var running = Register(load, "/b.txt");
        Files.Feed(10);
        Files.Start(running, "w");

        Assert.Equal(1, Files.Pause(load));
        var later = Register(load, "/c.txt");
        Assert.Equal(LoadWish.Paused, Files.WishOf(load));
        Assert.Null(Files.Start(first, "w"));
        Assert.Empty(Files.Feed(10));
        Assert.True(Files.Find(first)!.Held);

        Assert.Equal(2, Files.Resume(load));
        Assert.Equal([first, later], Files.Feed(10).Select(file => file.FileId));
    }

    [Fact]
    public void A_file_that_another_load_wants_does_not_wait_with_a_paused_one()
    {
        var (paused, other) = (Files.StartLoad(["/"]), Files.StartLoad(["/"]));
        var file = Register(paused, "/a.txt");
        Register(other, "/a.txt");

        Assert.Equal(0, Files.Pause(paused));
        Assert.Equal(0, Files.Cancel(paused));
        Assert.NotNull(Files.Start(file, "w"));
    }

    [Fact]
    public void A_cancelled_load_gives_up_what_has_not_begun_and_loading_again_takes_it_up()
    {
        var load = Files.StartLoad(["/"]);
        var (running, waiting) = (Register(load, "/a.txt"), Register(load, "/b.txt"));
        var run = Files.Start(running, "w")!;

        Assert.Equal(1, Files.Cancel(load));
        Assert.Null(Files.Pause(load));
        Assert.Equal(LoadWish.Cancelled, Files.WishOf(load));
        Assert.Equal(new LoadCounts(2, 0, Running: 1, 0, 0, 0, 0, Cancelled: 1), Files.Counts(load));
        Assert.Equal((FileState.Skipped, LedgerReasons.Cancelled), (Files.Find(waiting)!.State, Files.Find(waiting)!.Failure!.Reason));
        Assert.True(Files.Fail(run, new("damaged", "Hỏng.", "Gửi lại.")));

        Register(Files.StartLoad(["/"]), "/b.txt");
        Assert.Equal([waiting], Files.Feed(10).Select(file => file.FileId));
    }

    [Fact]
    public void No_such_load_can_be_paused_resumed_or_cancelled()
    {
        Assert.Null(Files.Pause(99));
        Assert.Null(Files.Resume(99));
        Assert.Null(Files.Cancel(99));
    }

    [Fact]
    public void What_a_limit_refuses_is_a_state_of_its_own()
    {
        var load = Files.StartLoad(["/"]);
        var file = Register(load, "/a.txt");
        Files.Fail(Files.Start(file, "w")!, new("limit-exceeded", "Beyond the limit Pages.", "Split it."));

        Assert.Equal(FileState.Refused, Files.Find(file)!.State);
        Assert.Equal(new LoadCounts(1, 0, 0, 0, 0, Failed: 0, 0, Refused: 1), Files.Counts(load));
        Assert.Equal((1, 0), (Files.CountsByState()[FileState.Refused], Files.CountsByState()[FileState.Failed]));
        Assert.Single(Files.Files(new FileFilter { States = [FileState.Refused, FileState.Done] }));
        Assert.Empty(Files.Files(new FileFilter { State = FileState.Failed }));
        Assert.Equal([file], Files.Retry(new FileFilter { State = FileState.Refused }));
    }

    public void Dispose() => test?.Dispose();

    private long Register(long load, string path) => Files.Register(load, TestStore.Found(path, path), Version).FileId;
}

public sealed class ControlTestsOnSqlite() : ControlTests(Engine.Sqlite);

public sealed class ControlTestsOnPostgres() : ControlTests(Engine.Postgres);
