using System.Text;

namespace Plans.Store.Tests.Upkeep;

public abstract class StoreCheckTests : IDisposable
{
    private readonly TestStore test;
    private readonly Engine engine;

    protected StoreCheckTests(Engine engine)
    {
        this.engine = engine;
        test = new TestStore(engine);
        var plan = PlanBuilder.Of("Lào Cai", "1/KH-UBND", "Chè").Section("I", "Mục tiêu", "Trồng chè");
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(plan.Document.Text));
        test.Store.Originals.Keep(bytes);
        test.Save("/a.txt", plan);
    }

    [Fact]
    public void A_sound_store_has_nothing_wrong() => Assert.Empty(test.Store.Check());

    [Theory]
    [InlineData("delete from documents", "1 plans have no text.")]
    [InlineData("delete from sections", "1 plans have parts that the search does not know.")]
    [InlineData("update passages set body = 'khác' where kind = 'section'", "agree with")]
    [InlineData("update files set sha256 = 'ab' || substr(sha256, 3)", "1 files are done but have no plan.")]
    public void What_does_not_fit_is_named(string damage, string said)
    {
        test.Execute(damage);
        Assert.Contains(test.Store.Check(), problem => problem.Contains(said));
    }

    [Fact]
    public void A_missing_original_is_named()
    {
        if (engine == Engine.Sqlite)
        {
            Directory.Delete(test.Store.Options.OriginalsFolder, recursive: true);
        }
        else
        {
            test.Execute("delete from originals");
        }

        Assert.Contains("is missing", Assert.Single(test.Store.Check()));
    }

    public void Dispose() => test.Dispose();
}

public sealed class StoreCheckTestsOnSqlite() : StoreCheckTests(Engine.Sqlite);

public sealed class StoreCheckTestsOnPostgres() : StoreCheckTests(Engine.Postgres);
