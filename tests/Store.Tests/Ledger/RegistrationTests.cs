using Plans.Store.Ledger;

namespace Plans.Store.Tests.Ledger;

public abstract class RegistrationTests(Engine engine) : IDisposable
{
    private const string Version = "1.0";
    private static readonly FileFailure Damage = new("damaged", "Hỏng.", "Gửi lại.");
    private readonly TestStore test = new(engine);

    private FileLedger Files => test.Store.Ledger;

    [Fact]
    public void A_new_file_is_queued_and_due()
    {
        var (load, registration) = Load("/a.txt", "một");
        Assert.Equal(RegistrationOutcome.Queued, registration.Outcome);
        Assert.Equal([registration.FileId], Files.Due());
        var file = Files.Find(registration.FileId)!;
        Assert.Equal(("/a.txt", "a.txt", FileState.Queued, 0, load), (file.Path, file.Name, file.State, file.Attempts, file.LoadId));
    }

    [Fact]
    public void The_same_file_in_the_same_load_counts_once()
    {
        var load = Files.StartLoad(["/", "/a.txt"]);
        Register(load, "/a.txt", "một");
        End(Register(load, "/a.txt", "một").FileId);
        Assert.Equal(RegistrationOutcome.AlreadyQueued, Register(load, "/a.txt", "một", reprocess: true).Outcome);
        Assert.Equal(new LoadCounts(1, 0, 0, 1, 0, 0, 0), Files.Counts(load));
    }

    [Fact]
    public void A_file_that_is_done_is_skipped_and_counted()
    {
        End(Load("/a.txt", "một").Registration.FileId);
        var (load, again) = Load("/a.txt", "một");
        Assert.Equal(RegistrationOutcome.AlreadyDone, again.Outcome);
        Assert.Equal(new LoadCounts(1, 0, 0, 0, 0, 0, 1), Files.Counts(load));
        Assert.Empty(Files.Due());
    }

    [Theory]
    [InlineData("1.0", true)]
    [InlineData("1.1", false)]
    public void Reprocessing_or_another_version_queues_what_is_done(string version, bool reprocess)
    {
        var first = Load("/a.txt", "một").Registration.FileId;
        End(first);
        var load = Files.StartLoad(["/a.txt"]);
        var again = Files.Register(load, TestStore.Found("/a.txt", "một"), version, reprocess);
        Assert.Equal(new Registration(first, RegistrationOutcome.Queued), again);
        Assert.Equal(new LoadCounts(1, 1, 0, 0, 0, 0, 0), Files.Counts(load));
    }

    [Fact]
    public void A_file_that_still_waits_is_not_queued_twice()
    {
        var first = Load("/a.txt", "một").Registration.FileId;
        var (load, again) = Load("/a.txt", "một");
        Assert.Equal(new Registration(first, RegistrationOutcome.AlreadyQueued), again);
        Assert.Equal(1, Files.Counts(load).Queued);
        Assert.Single(Files.Due());
    }

    [Fact]
    public void Loading_a_failed_file_again_tries_it_again()
    {
        var first = Load("/a.txt", "một").Registration.FileId;
        Fail(first);
        var again = Load("/a.txt", "một").Registration;
        Assert.Equal(new Registration(first, RegistrationOutcome.Queued), again);
        Assert.Null(Files.Find(first)!.Failure);
    }

    [Fact]
    public void Of_two_files_with_one_content_one_is_run()
    {
        var load = Files.StartLoad(["/"]);
        var first = Register(load, "/a.txt", "một");
        var copy = Register(load, "/b/a.txt", "một");
        Assert.Equal(RegistrationOutcome.Duplicate, copy.Outcome);
        var record = Files.Find(copy.FileId)!;
        Assert.Equal((FileState.Skipped, first.FileId, "/a.txt"), (record.State, record.DuplicateOf, record.DuplicatePath));
        Assert.Equal(new LoadCounts(2, 1, 0, 0, 0, 0, 1), Files.Counts(load));
    }

    [Fact]
    public void Reprocessing_both_copies_runs_the_content_once()
    {
        var first = Load("/a.txt", "một").Registration.FileId;
        Load("/b.txt", "một");
        End(first);
        var load = Files.StartLoad(["/"], reprocess: true);
        Register(load, "/a.txt", "một", reprocess: true);
        End(first);
        Register(load, "/b.txt", "một", reprocess: true);
        Assert.Empty(Files.Due());
        Assert.Equal(new LoadCounts(2, 0, 0, 1, 0, 0, 1), Files.Counts(load));
    }

    [Fact]
    public void A_copy_of_a_failed_file_runs_that_again()
    {
        var first = Load("/a.txt", "một").Registration.FileId;
        Fail(first);
        Load("/b.txt", "một");
        Assert.Equal([first], Files.Due());
    }

    [Fact]
    public void Another_content_at_a_path_is_another_file_and_supersedes_a_failure()
    {
        var broken = Load("/a.txt", "hỏng").Registration.FileId;
        Fail(broken);
        var mended = Load("/a.txt", "lành").Registration;
        Assert.Equal(RegistrationOutcome.Queued, mended.Outcome);
        var old = Files.Find(broken)!;
        Assert.Equal((FileState.Skipped, LedgerReasons.Superseded, mended.FileId), (old.State, old.Failure!.Reason, old.DuplicateOf));
        Assert.Empty(Files.Files(new FileFilter { State = FileState.Failed }));

        // … and should the old content come back, it is run.
        Assert.Equal(new Registration(broken, RegistrationOutcome.Queued), Load("/a.txt", "hỏng").Registration);
    }

    [Fact]
    public void A_path_that_cannot_be_read_stands_among_the_failures_once()
    {
        var load = Files.StartLoad(["/absent.txt"]);
        var id = Files.RegisterFailed(load, "/absent.txt", new FileFailure("not-found", "There is no /absent.txt.", "Check the path."));
        var load2 = Files.StartLoad(["/absent.txt"]);
        Assert.Equal(id, Files.RegisterFailed(load2, "/absent.txt", new FileFailure("access-denied", "No permission.", "Ask.")));
        var file = Assert.Single(Files.Files(new FileFilter { State = FileState.Failed, LoadId = load2 }));
        Assert.Equal(new FileFailure("access-denied", "No permission.", "Ask."), file.Failure);
        Assert.Null(file.Sha256);
        Assert.Equal(1, Files.Counts(load2).Failed);
        Assert.Empty(Files.Retry());
    }

    [Theory]
    [InlineData(false, RegistrationOutcome.Queued)]
    [InlineData(true, RegistrationOutcome.Duplicate)]
    public void A_path_that_can_be_read_at_last_takes_its_content(bool known, RegistrationOutcome outcome)
    {
        if (known)
        {
            Load("/other.txt", "một");
        }

        var failed = Files.RegisterFailed(Files.StartLoad([]), "/a.txt", Damage);
        Assert.Equal(new Registration(failed, outcome), Load("/a.txt", "một").Registration);
        Assert.Empty(Files.Files(new FileFilter { State = FileState.Failed }));
    }

    [Fact]
    public void Two_processes_that_find_the_same_files_run_each_once()
    {
        using var other = test.Open();
        Parallel.For(0, 4, worker =>
        {
            var files = worker % 2 == 0 ? Files : other.Ledger;
            var load = files.StartLoad(["/"]);
            for (var i = 0; i < 25; i++)
            {
                files.Register(load, TestStore.Found($"/{worker}/{i}.txt", $"số {i}"), Version);
            }
        });
        Assert.Equal(25, Files.Due().Count);
        Assert.Equal(75, Files.CountsByState()[FileState.Skipped]);
    }

    public void Dispose() => test.Dispose();

    private (long Load, Registration Registration) Load(string path, string content)
    {
        var load = Files.StartLoad([path]);
        return (load, Register(load, path, content));
    }

    private Registration Register(long load, string path, string content, bool reprocess = false) =>
        Files.Register(load, TestStore.Found(path, content), Version, reprocess);

    private void Fail(long file) => Assert.True(Files.Fail(Files.Start(file, "worker")!, Damage));

    /// <summary>As a save by extractor 1.0 would end it.</summary>
    private void End(long file) => test.Execute($"update files set state = 'done', extractor = '{Version}' where id = {file}");
}

public sealed class RegistrationTestsOnSqlite() : RegistrationTests(Engine.Sqlite);

public sealed class RegistrationTestsOnPostgres() : RegistrationTests(Engine.Postgres);
