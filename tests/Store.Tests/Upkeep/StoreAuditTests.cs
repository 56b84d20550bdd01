using System.Text;
using Plans.Extraction;
using Plans.Store.Ledger;

namespace Plans.Store.Tests.Upkeep;

/// <summary>Every way in which something can be lost is named.</summary>
public abstract class StoreAuditTests : IDisposable
{
    private readonly TestStore test;
    private readonly long load;

    protected StoreAuditTests(Engine engine)
    {
        test = new TestStore(engine);
        var plan = PlanBuilder.Of("Lào Cai", "1/KH-UBND", "Chè").Section("I", "Mục tiêu", "Trồng chè");
        var sha256 = Keep(plan.Document.Text);
        load = test.Store.Ledger.StartLoad(["/"]);
        foreach (var path in new[] { "/a.txt", "/copy.txt" })
        {
            test.Store.Ledger.Register(load, new FoundFile(path, sha256, 1), PlanExtractor.Version);
        }

        test.Store.Ledger.EndScan(load);
        test.Store.Save(test.Store.Ledger.Start(1, "worker")!, plan.Document, plan.Plan);
    }

    [Fact]
    public void A_load_that_left_nothing_behind_has_no_hole()
    {
        var report = test.Store.Audit(load);
        Assert.Empty(report.Holes);
        Assert.Equal((2, 2, 1, 1), (report.Files, report.Ended, report.Plans, report.Originals));
    }

    [Theory]
    [InlineData("update files set state = 'queued' where id = 1", "not-ended")]
    [InlineData("update files set state = 'failed', reason = null where id = 1", "no-reason")]
    [InlineData("update files set duplicate_of = null where id = 2", "duplicate-of-nothing")]
    [InlineData("update files set members = 3 where id = 1", "members-missing")]
    [InlineData("update files set sha256 = 'ab' || substr(sha256, 3) where id = 1", "no-plan")]
    [InlineData("delete from sections", "not-searchable")]
    [InlineData("update passages set body = 'những lời khác hẳn' where kind = 'section'", "not-searchable")]
    [InlineData("update loads set scanned_at = null", "scan-cut-off")]
    public void What_was_lost_is_named(string loss, string kind)
    {
        test.Execute(loss);
        Assert.Contains(test.Store.Audit().Holes, hole => hole.Kind == kind && hole.Name.Length > 0 && hole.Message.Contains(". ", StringComparison.Ordinal));
    }

    [Fact]
    public void An_original_that_is_gone_is_named_by_the_path_of_its_file()
    {
        test.Execute("update files set sha256 = replace(sha256, substr(sha256, 1, 1), 'f')");
        Assert.Contains(test.Store.Audit().Holes, hole => (hole.Kind, hole.Name) == ("original-lost", "/a.txt"));
    }

    public void Dispose() => test.Dispose();

    private string Keep(string text)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return test.Store.Originals.Keep(bytes).Sha256;
    }
}

public sealed class StoreAuditTestsOnSqlite() : StoreAuditTests(Engine.Sqlite);

public sealed class StoreAuditTestsOnPostgres() : StoreAuditTests(Engine.Postgres);
