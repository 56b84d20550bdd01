using Dapper;
using Plans.Store.Ledger;
using Plans.Store.Search;
using Plans.Tests;

namespace Plans.Store.Tests;

public abstract class DatabaseTests(Engine engine) : IDisposable
{
    private readonly TestStore test = new(engine);

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
    public void Many_open_a_new_store_at_once()
    {
        var database = engine == Engine.Postgres ? PostgresServer.NewDatabase() : null;
        var options = new StoreOptions { DataFolder = Path.Combine(test.Folder, "new"), Database = database };
        Parallel.For(0, 8, _ => PlanStore.Open(options).Dispose());
        using (var store = PlanStore.Open(options))
        {
            Assert.Equal(0, store.Counts().Plans);
        }

        if (database is not null)
        {
            PostgresServer.Drop(database);
        }
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
    public void What_no_database_can_hold_does_no_harm()
    {
        var id = test.Save("/a.txt", PlanBuilder.Of("Lào Cai", "1/KH-UBND", "Chè\0 \ud83d").Section("I", "A\0b", "c\ud83d d\\e\tf"));
        Assert.Contains("d\\e\tf", test.Store.Plans.Text(id));
        Assert.Equal(1, test.Store.Search.Find(new SearchRequest { Query = "b c", Kinds = [HitKind.Section] }).Total);
    }

    [Fact]
    public void A_database_that_another_process_holds_is_a_clear_error_for_writers_only()
    {
        using var store = test.Open(busyTimeout: TimeSpan.FromMilliseconds(100));
        using var other = test.Connect();
        other.Execute(engine == Engine.Sqlite ? "begin immediate" : "begin; lock table loads in exclusive mode");
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

    public void Dispose() => test.Dispose();
}

public sealed class DatabaseTestsOnSqlite() : DatabaseTests(Engine.Sqlite);

public sealed class DatabaseTestsOnPostgres() : DatabaseTests(Engine.Postgres);
