using Dapper;
using Plans.Store.Search;
using Plans.Tests;

namespace Plans.Store.Tests;

public sealed class PostgresDatabaseTests : IDisposable
{
    private readonly TestStore test = new(Engine.Postgres);

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=plans;Username=plans;Timeout=2", "does not answer")]
    [InlineData("Host=127.0.0.1;Prt=5", "cannot be understood")]
    [InlineData("Database=plans", "has no host")]
    public void What_cannot_be_reached_is_a_clear_error(string database, string said)
    {
        var error = Assert.Throws<StoreException>(() => PlanStore.Open(new StoreOptions { DataFolder = test.Folder, Database = database }));
        Assert.Equal(StoreProblem.CannotOpen, error.Problem);
        Assert.Contains(said, error.Message);
    }

    [Fact]
    public void A_database_that_does_not_exist_is_a_clear_error()
    {
        var error = Assert.Throws<StoreException>(() => PlanStore.Open(new StoreOptions { DataFolder = test.Folder, Database = test.Database + "absent" }));
        Assert.Equal(StoreProblem.CannotOpen, error.Problem);
        Assert.Contains("does not exist", error.Message);
    }

    [Fact]
    public void Another_programs_database_is_refused()
    {
        var database = PostgresServer.NewDatabase();
        using (var connection = new Npgsql.NpgsqlConnection($"{database};Pooling=False"))
        {
            connection.Execute("create table notes (text text)");
        }

        Assert.Equal(
            StoreProblem.CannotOpen,
            Assert.Throws<StoreException>(() => PlanStore.Open(new StoreOptions { DataFolder = test.Folder, Database = database })).Problem);
        PostgresServer.Drop(database);
    }

    [Fact]
    public void A_password_stands_in_no_message()
    {
        var database = "Host=127.0.0.1;Port=1;Database=plans;Username=plans;Password=secret;Timeout=2";
        var error = Assert.Throws<StoreException>(() => PlanStore.Open(new StoreOptions { DataFolder = test.Folder, Database = database }));
        Assert.DoesNotContain("secret", error.ToString());
    }

    [Fact]
    public void A_lost_connection_is_made_anew_and_nothing_is_written_twice()
    {
        for (var i = 0; i < 20; i++)
        {
            test.Execute($"select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
            test.Save($"/{i}.txt", PlanBuilder.Of("Lào Cai", $"{i}/KH-UBND", $"Chè {i}").Line($"Trồng chè {i}"));
        }

        Assert.Equal(20, test.Store.Counts().Plans);
        Assert.Equal(20, test.Store.Ledger.Loads(100).Count);
        Assert.Equal(20, test.Store.Search.Find(new SearchRequest { Query = "che" }).Total);
    }

    [Fact]
    public async Task Connections_lost_in_the_middle_of_writes_lose_and_double_nothing()
    {
        using var stop = new CancellationTokenSource();
        var breaker = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                test.Execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'");
                Thread.Sleep(300);
            }
        });
        for (var i = 0; i < 60; i++)
        {
            var load = test.Store.Ledger.StartLoad([$"/{i}"]);
            test.Store.Ledger.Register(load, TestStore.Found($"/{i}", $"số {i}"), "1.0");
        }

        await stop.CancelAsync();
        await breaker;
        Assert.Equal(60, test.Store.Ledger.Loads(1000).Count);
        Assert.Equal(60, test.Store.Ledger.Due().Count);
    }

    /// <summary>A word that stands more often or further down than the server keeps places of.</summary>
    [Theory]
    [InlineData("\"hoa đào\"", 1)]
    [InlineData("\"hoa dao no\"", 1)]
    [InlineData("\"đào hoa\"", 0)]
    [InlineData("\"hoa đào nở\" -\"cuối cùng\"", 0)]
    [InlineData("dòng-cuối-cù*", 1)]
    public void Phrases_are_found_in_very_long_passages(string query, int found)
    {
        var filler = string.Join(' ', Enumerable.Repeat("và hoa khác; đào riêng.", 3500));
        test.Save("/a.txt", PlanBuilder.Of("Lào Cai", "1/KH-UBND", "Hoa").Section("I", "Hoa", $"{filler} Rồi hoa đào nở. Dòng cuối cùng."));
        Assert.Equal(found, test.Store.Search.Find(new SearchRequest { Query = query, Kinds = [HitKind.Section] }).Total);
    }

    public void Dispose() => test.Dispose();
}
