using Plans.Store.Reading;

namespace Plans.Store.Tests;

public abstract class PlanReaderTests : IDisposable
{
    private readonly TestStore test;
    private readonly long langSon;
    private readonly long haGiang;

    protected PlanReaderTests(Engine engine)
    {
        test = new TestStore(engine);
        langSon = test.Save("/x/lang-son.docx", PlanBuilder.Of("Lạng Sơn", "190/KH-UBND", "Nghề", "2025-07-15", new(2025, 2030)).Line("một"));
        haGiang = test.Save("/x/hà giang 2021.txt", PlanBuilder.Of("Hà Giang", "05/KH-UBND", "Rừng", "2021-01-04").Line("hai"));
        test.Save("/y/bắc giang.txt", PlanBuilder.Of("Bắc Giang", "05/KH-UBND", "Nước", "2022").Line("ba"));
        test.Save("/z/không số.md", new PlanBuilder(new()).Line("bốn"));
    }

    [Theory]
    [InlineData("190/KH-UBND", "lang-son.docx")]
    [InlineData("190/kh-ubnd ", "lang-son.docx")]
    [InlineData("190 KH UBND", "lang-son.docx")]
    [InlineData("5/KH-UBND", "hà giang 2021.txt, bắc giang.txt")] // ambiguous
    [InlineData("lang-son.docx", "lang-son.docx")]
    [InlineData("lang-son", "lang-son.docx")]
    [InlineData("Hà Giang 2021", "hà giang 2021.txt")]
    [InlineData("khong so.md", "không số.md")]
    [InlineData("lang", "")]
    [InlineData("", "")]
    [InlineData("***", "")]
    [InlineData("99999999999999999999", "")]
    public void Knows_which_plan_is_meant(string reference, string files) =>
        Assert.Equal(files, string.Join(", ", test.Store.Plans.Resolve(reference).Select(plan => plan.File)));

    [Fact]
    public void Knows_a_plan_by_its_id() =>
        Assert.Equal(langSon, Assert.Single(test.Store.Plans.Resolve($"{langSon}")).Id);

    [Fact]
    public void Knows_a_plan_by_the_beginning_of_its_hash()
    {
        var hash = test.Store.Plans.Summary(haGiang)!.Sha256;
        Assert.Equal(haGiang, Assert.Single(test.Store.Plans.Resolve(hash)).Id);
        Assert.Equal(haGiang, Assert.Single(test.Store.Plans.Resolve(hash[..8].ToUpperInvariant())).Id);
        Assert.Empty(test.Store.Plans.Resolve(hash[..5]));
    }

    [Theory]
    [InlineData(null, null, "Bắc Giang, Hà Giang, Lạng Sơn, ")] // those without a province last
    [InlineData("tỉnh hà giang", null, "Hà Giang")]
    [InlineData(null, 2028, "Lạng Sơn")]
    [InlineData(null, 2021, "Hà Giang")]
    [InlineData("Lạng Sơn", 2021, "")]
    public void Lists_by_province(string? province, int? year, string provinces) => Assert.Equal(
        provinces,
        string.Join(", ", test.Store.Plans.List(new PlanFilter { Province = province, Year = year }).Select(plan => plan.Document.Province)));

    [Fact]
    public void An_unknown_id_is_null()
    {
        Assert.Null(test.Store.Plans.Get(77));
        Assert.Null(test.Store.Plans.Text(77));
        Assert.Null(test.Store.Plans.Json(77));
    }

    public void Dispose() => test.Dispose();
}

public sealed class PlanReaderTestsOnSqlite() : PlanReaderTests(Engine.Sqlite);

public sealed class PlanReaderTestsOnPostgres() : PlanReaderTests(Engine.Postgres);
