using Plans.Store.Ledger;

namespace Plans.Store.Tests.Ledger;

/// <summary>Members of archives in the ledger: files of their own that know where they came from.</summary>
public abstract class ArchiveTests(Engine engine) : IDisposable
{
    private const string Version = "1.0";
    private static readonly FileFailure Damage = new("damaged", "Hỏng.", "Gửi lại.");
    private readonly TestStore test = new(engine);

    private FileLedger Files => test.Store.Ledger;

    [Fact]
    public void A_member_is_queued_in_the_load_of_its_archive_and_the_archive_counts_it()
    {
        var archive = Archive("/a.zip");

        var member = Member(archive, 1, "b/c.txt", "c", note: "Tên lạ.")!;

        Assert.Equal(RegistrationOutcome.Queued, member.Outcome);
        var file = Files.Find(member.FileId)!;
        Assert.Equal(("/a.zip!/b/c.txt", "c.txt", archive.FileId, 1, "Tên lạ."), (file.Path, file.Name, file.ArchiveId, file.Depth, file.Note));
        Assert.Equal((1, 1L), (Files.Find(archive.FileId)!.Members, Files.Find(archive.FileId)!.ExpandedBytes));
        Assert.Equal(new LoadCounts(2, 1, 1, 0, 0, 0, 0), Files.Counts(archive.File.LoadId));
    }

    [Fact]
    public void What_cannot_be_had_and_what_is_left_out_stand_in_the_ledger_too()
    {
        var archive = Archive("/a.zip");
        Member(archive, 1, "a.txt", "a");
        Files.RegisterFailedMember(archive, new(2, "/a.zip!/b.txt", null, 1), Damage);
        Files.RegisterOmittedMember(archive, new(3, "/a.zip!/c", null, 1), "link", "Liên kết.");
        Files.FinishArchive(archive, null, "application/zip", Version);

        Assert.Equal(new LoadCounts(4, 1, 0, 1, 0, 1, 0, LeftOut: 1), Files.Counts(archive.File.LoadId));
        Assert.Equal("3 members: 1 taken out, 1 unreadable, 1 left out.", Files.Find(archive.FileId)!.Note);
        Assert.Equal(Damage, Assert.Single(Files.Files(new FileFilter { State = FileState.Failed })).Failure);
    }

    [Fact]
    public void After_a_death_the_archive_knows_how_far_it_was_and_a_retry_begins_anew()
    {
        var archive = Archive("/a.zip");
        Member(archive, 1, "a.txt", "a");
        Files.Release("worker");
        var again = Files.Start(archive.FileId, "other")!;
        Assert.Equal(1, again.File.Members);
        Assert.Null(Member(archive, 2, "b.txt", "b"));

        Files.Fail(again, Damage);
        Files.Retry();
        Assert.Null(Files.Find(archive.FileId)!.Members);
    }

    [Fact]
    public void Entering_the_members_again_changes_nothing()
    {
        var archive = Archive("/a.zip");
        var first = Member(archive, 1, "a.txt", "a")!;
        End(first.FileId);
        Files.RegisterFailedMember(archive, new(2, "/a.zip!/b.txt", null, 1), Damage);
        var before = Files.Counts(archive.File.LoadId);

        Assert.Equal(first.FileId, Member(archive, 1, "a.txt", "a")!.FileId);
        Files.RegisterFailedMember(archive, new(2, "/a.zip!/b.txt", null, 1), Damage);

        Assert.Equal(before, Files.Counts(archive.File.LoadId));
        Assert.Equal(FileState.Done, Files.Find(first.FileId)!.State);
    }

    [Fact]
    public void Loaded_again_a_finished_archive_brings_its_members_and_tries_the_failed_ones_again()
    {
        var archive = Archive("/a.zip");
        End(Member(archive, 1, "a.txt", "a")!.FileId);
        var failed = Member(archive, 2, "b.txt", "b")!.FileId;
        Files.Fail(Files.Start(failed, "worker")!, Damage);
        Files.FinishArchive(archive, null, "application/zip", Version);

        var load = Files.StartLoad(["/a.zip"]);
        Assert.Equal(RegistrationOutcome.AlreadyDone, Files.Register(load, TestStore.Found("/a.zip", "/a.zip"), Version).Outcome);

        Assert.Equal(new LoadCounts(3, Queued: 1, 0, 0, 0, 0, Skipped: 2), Files.Counts(load));
        Assert.Equal([failed], Files.Due());
    }

    [Fact]
    public void A_second_load_of_an_archive_in_work_waits_for_the_members_to_come()
    {
        var archive = Archive("/a.zip");
        Member(archive, 1, "a.txt", "a");
        var load = Files.StartLoad(["/a.zip"]);
        Files.Register(load, TestStore.Found("/a.zip", "/a.zip"), Version);
        Member(archive, 2, "b.txt", "b");
        Files.FinishArchive(archive, null, "application/zip", Version);

        Assert.Equal(new LoadCounts(3, Queued: 2, 0, Done: 1, 0, 0, 0), Files.Counts(load));
    }

    [Fact]
    public void A_member_that_could_not_be_had_is_tried_again_by_its_archive()
    {
        var archive = Archive("/a.zip");
        Files.RegisterFailedMember(archive, new(1, "/a.zip!/b.txt", null, 0), Damage);
        Files.FinishArchive(archive, null, "application/zip", Version);
        var member = Assert.Single(Files.Files(new FileFilter { State = FileState.Failed })).Id;

        Assert.Equal(new[] { archive.FileId, member }.Order(), Files.Retry().Order());
        Assert.Equal([archive.FileId], Files.Due());
    }

    [Fact]
    public void Archives_in_archives_count_together()
    {
        var outer = Archive("/a.zip");
        Member(outer, 1, "x.txt", "12345");
        var inner = Files.Start(Member(outer, 2, "b.zip", "123")!.FileId, "worker")!;
        Member(inner, 1, "y.txt", "1234567");
        var sibling = Files.Start(Member(outer, 3, "c.zip", "12")!.FileId, "worker")!;

        Assert.Equal((2, 0), (sibling.File.Depth + 1, sibling.File.Members ?? 0));
        Assert.Equal((4, 2L + 7), Files.SpentAround(sibling.File));
    }

    [Fact]
    public void A_content_that_is_known_is_not_loaded_twice_whether_from_the_disk_or_an_archive()
    {
        var load = Files.StartLoad(["/"]);
        Files.Register(load, TestStore.Found("/a.txt", "a"), Version);
        var archive = Archive("/a.zip");

        Assert.Equal(RegistrationOutcome.Duplicate, Member(archive, 1, "b.txt", "a")!.Outcome);
        Assert.Equal(RegistrationOutcome.Duplicate, Member(archive, 2, "a.zip", "/a.zip")!.Outcome);
    }

    private FileRun Archive(string path)
    {
        var load = Files.StartLoad([path]);
        return Files.Start(Files.Register(load, TestStore.Found(path, path), Version).FileId, "worker")!;
    }

    private Registration? Member(FileRun archive, int number, string name, string content, string? note = null)
    {
        var path = $"{archive.File.Path}!/{name}";
        return Files.RegisterMember(archive, new FoundMember(number, path, note, content.Length), TestStore.Found(path, content), Version);
    }

    private void End(long file)
    {
        test.Execute($"update files set state = 'done', extractor = '{Version}' where id = {file}");
    }

    public void Dispose() => test.Dispose();
}

public sealed class ArchiveTestsOnSqlite() : ArchiveTests(Engine.Sqlite);

public sealed class ArchiveTestsOnPostgres() : ArchiveTests(Engine.Postgres);
