using Dapper;
using Plans.Extraction;
using Plans.Store.Ledger;
using Plans.Store.Search;
using Plans.Store.Upkeep;

namespace Plans.Store.Tests.Upkeep;

public class StoreMoveTests
{
    [Theory]
    [InlineData(Engine.Sqlite, Engine.Postgres)]
    [InlineData(Engine.Postgres, Engine.Sqlite)]
    [InlineData(Engine.Sqlite, Engine.Sqlite)]
    [InlineData(Engine.Postgres, Engine.Postgres)]
    public void Everything_is_carried_over(Engine source, Engine target)
    {
        using var from = Filled(source);
        using var to = new TestStore(target);
        var report = StoreMove.Move(from.Store, to.Store);

        Assert.Equal(3, report.Originals);
        Assert.Equal(
            ["loads=4", "files=4", "plans=2", "documents=2", "passages=6"],
            report.Tables.Where(table => table.Table is "loads" or "files" or "plans" or "documents" or "passages").Select(table => $"{table.Table}={table.Rows}"));
        Assert.Equal(from.Store.Counts().Files, to.Store.Counts().Files);
        Assert.Equal(from.Store.Ledger.Files(FileFilter.All), to.Store.Ledger.Files(FileFilter.All));
        foreach (var plan in from.Store.Plans.List())
        {
            Assert.Equal(from.Store.Plans.Json(plan.Id), to.Store.Plans.Json(plan.Id));
            Assert.Equal(from.Store.Plans.Text(plan.Id), to.Store.Plans.Text(plan.Id));
        }

        foreach (var query in new[] { "chè", "che", "\"trồng chè\"", "chè -trồng" })
        {
            Assert.Equal(Total(from, query), Total(to, query));
        }

        Assert.True(Total(to, "che") > 0);
        Assert.Empty(to.Store.Check());

        // New rows get ids after those that came.
        to.Save("/new.txt", PlanBuilder.Of("Huế", "9/KH-UBND", "Mới").Line("mới"));
        Assert.Equal(3, to.Store.Counts().Plans);
    }

    [Fact]
    public void No_table_is_forgotten()
    {
        using var test = new TestStore(Engine.Sqlite);
        using var connection = test.Connect();
        var tables = connection.Query<string>(
            """
            select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'passage%' and name not like 'block%' and name <> 'schema_version'
            """);
        Assert.Equal(tables.Order(), MovedTable.All.Select(table => table.Name).Order());
    }

    [Fact]
    public void A_store_that_holds_something_is_not_written_over()
    {
        using var from = Filled(Engine.Sqlite);
        using var to = Filled(Engine.Postgres);
        var error = Assert.Throws<StoreException>(() => StoreMove.Move(from.Store, to.Store));
        Assert.Contains("empty", error.Message);
        Assert.Equal(2, to.Store.Counts().Plans);
    }

    [Fact]
    public void A_damaged_original_stops_the_move()
    {
        using var from = Filled(Engine.Sqlite);
        using var to = new TestStore(Engine.Postgres);
        File.WriteAllText(Directory.GetFiles(from.Store.Options.OriginalsFolder, "*", SearchOption.AllDirectories)[0], "khác");
        Assert.Equal(StoreProblem.OriginalDamaged, Assert.Throws<StoreException>(() => StoreMove.Move(from.Store, to.Store)).Problem);
        Assert.Equal(0, to.Store.Counts().Plans);
    }

    private static int Total(TestStore test, string query) => test.Store.Search.Find(new SearchRequest { Query = query }).Total;

    private static TestStore Filled(Engine engine)
    {
        var test = new TestStore(engine);
        var tea = PlanBuilder.Of("Lào Cai", "1/KH-UBND", "Chè\\ \"x\"", period: new(2025, 2030)).Line("Căn cứ\tLuật;").Section(
            "I", "Mục tiêu", "Trồng chè", p => p.Target("diện tích chè", 0.1m, " ha", 2030).Task("Trồng chè.", ["Sở Nông nghiệp"], ["Sở Y tế"], "2026"));
        foreach (var (path, plan) in new[] { ("/a.txt", tea), ("/b.txt", PlanBuilder.Of("Huế", "2/KH-UBND", "Nước").Section("I", "A", "chè")) })
        {
            Keep(test, plan.Document.Text);
            test.Save(path, plan);
        }

        // A copy, which refers to a file, and a failure.
        Keep(test, "hỏng");
        test.Store.Ledger.Register(test.Store.Ledger.StartLoad(["/c.txt"]), TestStore.Found("/c.txt", tea.Document.Text), PlanExtractor.Version);
        test.Store.Ledger.Fail(test.Run("/d.txt", "hỏng"), new FileFailure("damaged", "Hỏng.", "Gửi lại."));
        return test;
    }

    private static void Keep(TestStore test, string content)
    {
        using var bytes = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content));
        test.Store.Originals.Keep(bytes);
    }
}
