using Dapper;
using Microsoft.Data.Sqlite;
using Plans.Store.Ledger;
using Plans.Store.Search;
using Plans.Store.Sqlite;

namespace Plans.Store.Tests;

public sealed class DatabaseTests : IDisposable
{
    private readonly TestStore test = new();

    [Fact]
    public void An_empty_folder_gets_the_newest_schema_in_wal()
    {
        using var connection = test.Connect();
        var versions = connection.Query<int>("select version from schema_version order by version").ToList();
        Assert.Equal(Enumerable.Range(1, versions.Count), versions);
        Assert.Equal("wal", connection.ExecuteScalar<string>("pragma journal_mode"));
        Assert.Equal("ok", connection.ExecuteScalar<string>("pragma integrity_check"));
    }

    [Fact]
    public void Opening_again_keeps_everything()
    {
        var id = test.Save("/a.txt", PlanBuilder.Of("Lào Cai", "1/KH-UBND", "Chè").Line("Trồng chè"));
        test.Store.Dispose();
        using var again = test.Open();
        Assert.Equal("Chè", again.Plans.Get(id)!.Summary.Document.Title);
        Assert.Equal(1, again.Search.Find(new SearchRequest { Query = "trong che" }).Total);
    }

    [Fact]
    public void A_schema_of_an_older_program_is_migrated()
    {
        test.Store.Dispose();
        test.Execute(
            """
            drop index files_archive; alter table files drop column archive_id; alter table files drop column depth;
            alter table files drop column members; alter table files drop column expanded; alter table files drop column note;
            drop view passages_folded; drop table passages_fts; drop table passages_marked; drop table passages; delete from schema_version where version > 1
            """);
        using var again = test.Open();
        Assert.Equal(0, again.Search.Find(new SearchRequest { Query = "chè" }).Total);
    }

    [Fact]
    public void Many_open_a_new_folder_at_once()
    {
        var folder = Path.Combine(test.Folder, "new");
        Parallel.For(0, 8, _ => PlanStore.Open(folder).Dispose());
        using var store = PlanStore.Open(folder);
        Assert.Equal(0, store.Counts().Plans);
    }

    [Fact]
    public void A_schema_of_a_newer_program_is_refused()
    {
        test.Execute("insert into schema_version values (900, '2030-01-01T00:00:00.000Z')");
        var error = Assert.Throws<StoreException>(() => test.Open());
        Assert.Equal(StoreProblem.NewerVersion, error.Problem);
        Assert.Contains("schema 900", error.Message);
    }

    [Fact]
    public void Another_programs_database_is_refused()
    {
        var folder = Directory.CreateDirectory(Path.Combine(test.Folder, "foreign")).FullName;
        using (var connection = new SqliteConnection($"Data Source={folder}/plans.db;Pooling=False"))
        {
            connection.Open();
            connection.Execute("create table notes (text)");
        }

        Assert.Equal(StoreProblem.CannotOpen, Assert.Throws<StoreException>(() => PlanStore.Open(folder)).Problem);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("cut")]
    [InlineData("garbled")]
    public void A_damaged_database_is_a_clear_error(string damage)
    {
        test.Store.Dispose();
        var path = test.Store.Options.DatabasePath;
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, damage switch
        {
            "text" => "Đây không phải là cơ sở dữ liệu, chỉ là một tệp văn bản dài hơn một trăm byte để có đủ phần đầu."u8.ToArray(),
            "cut" => bytes[..5000],
            _ => [.. bytes[..100], .. Enumerable.Repeat((byte)0xA5, bytes.Length - 100)],
        });
        var error = Assert.Throws<StoreException>(() => test.Open());
        Assert.Equal(StoreProblem.Damaged, error.Problem);
        Assert.Contains(path, error.Message);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_a_clear_error()
    {
        var file = Path.Combine(test.Folder, "file");
        File.WriteAllText(file, "");
        Assert.Equal(StoreProblem.CannotOpen, Assert.Throws<StoreException>(() => PlanStore.Open(Path.Combine(file, "data"))).Problem);
    }

    [Fact]
    public void A_database_that_another_process_holds_is_a_clear_error_for_writers_only()
    {
        using var store = PlanStore.Open(new StoreOptions { DataFolder = test.Folder, BusyTimeout = TimeSpan.FromMilliseconds(100) });
        using var other = test.Connect();
        other.Execute("begin immediate");
        Assert.Equal(StoreProblem.Locked, Assert.Throws<StoreException>(() => store.Ledger.StartLoad([])).Problem);
        Assert.Empty(store.Ledger.Loads());
        other.Execute("commit");
        store.Ledger.StartLoad([]);
    }

    [Fact]
    public void Readers_and_writers_of_two_stores_work_side_by_side()
    {
        using var other = test.Open();
        Parallel.For(0, 40, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            var store = i % 2 == 0 ? test.Store : other;
            var plan = PlanBuilder.Of("Lào Cai", $"{i}/KH-UBND", $"Việc {i}").Section("I", "Mục tiêu", $"việc số {i}", p => p.Target("tỷ lệ", i, "%"));
            var load = store.Ledger.StartLoad([]);
            var file = store.Ledger.Register(load, TestStore.Found($"/{i}", plan.Document.Text), "1.0");
            Assert.NotNull(store.Save(store.Ledger.Start(file.FileId, $"w{i}")!, plan.Document, plan.Plan));
            var found = store.Search.Find(new SearchRequest { Query = $"\"việc số {i}\"", Kinds = [HitKind.Section] });
            Assert.Equal(1, found.Total);
        });
        Assert.Equal(40, other.Counts().Plans);
        Assert.Equal(40, other.Ledger.CountsByState()[FileState.Done]);
        Assert.Equal(40, other.Search.Find(new SearchRequest { Query = "ty le", Kinds = [HitKind.Target] }).Total);
    }

    [Fact]
    public void The_full_text_agrees_with_its_passages()
    {
        var plan = PlanBuilder.Of("Đắk Lắk", "1/KH-UBND", "Đất ĐAI Ðo đạc").Section("I", "Đo đạc", "đất đai; ðo đạc", p => p.Target("đo", 1, "%"));
        test.Save("/a.txt", plan);
        test.Save("/a.txt", plan);
        test.Execute("insert into passages_fts (passages_fts, rank) values ('integrity-check', 1)");
        test.Execute("insert into passages_marked (passages_marked, rank) values ('integrity-check', 1)");
        Assert.Equal(3, test.Store.Search.Find(new SearchRequest { Query = "do" }).Total);
    }

    [Fact]
    public void The_library_of_the_system_is_used() => Assert.True(Version.Parse(SqliteLibrary.Use()) >= new Version(3, 35));

    public void Dispose() => test.Dispose();
}
