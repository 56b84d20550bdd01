using Dapper;
using Npgsql;
using Plans.Store.Corrections;
using Plans.Store.Search;

namespace Plans.Store.Tests;

/// <summary>What fails under the store's feet: a clear error, and nothing half written.</summary>
public sealed class FailureTests
{
    private static PlanBuilder Plan(string name) => PlanBuilder.Of("Lào Cai", $"{name}/KH-UBND", $"Chè {name}")
        .Section("I", "Mục tiêu", $"Trồng chè {name}.", p => p.Target("diện tích chè", 500, " ha", 2030).Task("Trồng chè.", ["Sở Y tế"]));

    [Fact]
    public void A_full_disk_is_said_and_nothing_is_half_written()
    {
        using var test = new TestStore(Engine.Sqlite);
        var id = test.Save("/a.txt", Plan("1"));
        var limit = new FileInfo(test.Store.Options.DatabasePath).Length + 100_000;
        using (var full = PlanStore.Open(test.Store.Options with { MaxDatabaseBytes = limit }))
        {
            var large = Plan("2").Section("II", "Dài", string.Concat(Enumerable.Repeat("Thực hiện nhiệm vụ được giao. ", 20_000)));
            var run = test.Run("/b.txt", "tệp lớn");
            var error = Assert.Throws<StoreException>(() => full.Save(run, large.Document, large.Plan));
            Assert.Equal(StoreProblem.DiskFull, error.Problem);
            Assert.Contains("the disk is full", error.Message);
            Assert.Equal(1, full.Counts().Plans);
            Assert.Equal(1, full.Search.Find(new SearchRequest { Query = "che", Kinds = [HitKind.Target] }).Total);
            Assert.NotNull(test.Store.Save(run, large.Document, large.Plan));
        }

        Assert.Equal(2, test.Store.Counts().Plans);
        Assert.NotNull(test.Store.Plans.Get(id));
        Assert.DoesNotContain(test.Store.Check(), problem => !problem.StartsWith("The original", StringComparison.Ordinal));
    }

    /// <summary>The server reports it while the rows of a plan are written.</summary>
    [Theory]
    [InlineData("53100", StoreProblem.DiskFull, "the server's disk is full")]
    [InlineData("XX001", StoreProblem.Damaged, "is damaged")]
    [InlineData("25006", StoreProblem.ReadOnly, "cannot be written")]
    public void What_the_server_refuses_is_said_and_nothing_is_half_written(string code, StoreProblem problem, string said)
    {
        using var test = new TestStore(Engine.Postgres);
        test.Execute($"""
            create function refuse() returns trigger language plpgsql as $$ begin raise exception using errcode = '{code}', message = 'thử'; end $$;
            create trigger refuse before insert on tasks for each row execute function refuse()
            """);
        var run = test.Run("/a.txt", "tệp");
        var error = Assert.Throws<StoreException>(() => test.Store.Save(run, Plan("1").Document, Plan("1").Plan));
        Assert.Equal(problem, error.Problem);
        Assert.Contains(said, error.Message);
        Assert.Equal((0, 0, 0), (test.Store.Counts().Plans, test.Store.Counts().Targets, test.Store.Search.Find(new SearchRequest { Query = "che" }).Total));
        test.Execute("drop trigger refuse on tasks");
        Assert.NotNull(test.Store.Save(run, Plan("1").Document, Plan("1").Plan));
    }

    [Fact]
    public void A_server_that_takes_no_writes_is_said_and_can_be_read()
    {
        using var test = new TestStore(Engine.Postgres);
        test.Save("/a.txt", Plan("1"));
        test.Execute($"alter database {new NpgsqlConnectionStringBuilder(test.Database).Database} set default_transaction_read_only = on");
        test.Store.Dispose();
        NpgsqlConnection.ClearAllPools();
        using var standby = test.Open();
        Assert.Equal(1, standby.Search.Find(new SearchRequest { Query = "che", Kinds = [HitKind.Target] }).Total);
        Assert.Equal(StoreProblem.ReadOnly, Assert.Throws<StoreException>(() => standby.Ledger.StartLoad([])).Problem);
    }

    /// <summary>The connection is lost while rows go in, once, and once more while they are committed.</summary>
    [Theory]
    [InlineData("before insert on tasks for each row", "targets")]
    [InlineData("before insert on passages for each row", "targets")]
    [InlineData("after insert on plan_signatures deferrable initially deferred for each row", "plan_signatures")]
    public void A_connection_lost_in_mid_write_is_made_anew_and_nothing_is_written_twice(string when, string table)
    {
        using var test = new TestStore(Engine.Postgres);
        Lose(test, when);
        var id = test.Save("/a.txt", Plan("1"));
        using var connection = test.Connect();
        Assert.True(connection.ExecuteScalar<long>("select last_value from losses") >= 2);
        Assert.Equal(1, connection.ExecuteScalar<int>($"select count(*) from {table}"));
        Assert.Equal((1, 1, 1, 1), (test.Store.Counts().Plans, test.Store.Counts().Sections, test.Store.Counts().Targets, test.Store.Counts().Tasks));
        Assert.Equal(1, test.Store.Search.Find(new SearchRequest { Query = "che", Kinds = [HitKind.Target] }).Total);
        Assert.Equal("diện tích chè", Assert.Single(test.Store.Plans.Get(id)!.Plan.Targets).Indicator);
    }

    [Fact]
    public void A_correction_whose_connection_is_lost_is_made_once()
    {
        using var test = new TestStore(Engine.Postgres);
        var id = test.Save("/a.txt", Plan("1"));
        Lose(test, "before insert on extractions for each row");
        test.Store.Corrections.Set(id, new FactAddress(FactKind.Target, "t1"), new Dictionary<string, string?> { ["value"] = "600" }, new Signature("Lan"));
        Assert.Single(test.Store.Corrections.List(new CorrectionFilter()));
        Assert.Equal(600, test.Store.Plans.Get(id)!.Plan.Targets[0].Value);
    }

    /// <summary>The first time, the server ends its own connection; a sequence remembers it, for it is not rolled back.</summary>
    private static void Lose(TestStore test, string when) => test.Execute($"""
        create sequence losses;
        create function lose() returns trigger language plpgsql as $$
        begin
          if nextval('losses') = 1 then
            perform pg_terminate_backend(pg_backend_pid());
            perform pg_sleep(5);
          end if;
          return new;
        end $$;
        create {(when.Contains("deferrable") ? "constraint " : "")}trigger lose {when} execute function lose()
        """);
}
