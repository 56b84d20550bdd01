using Plans.Store.Search;

namespace Plans.Store.Tests;

public abstract class ComparisonTests : IDisposable
{
    private readonly TestStore test;

    protected ComparisonTests(Engine engine)
    {
        test = new TestStore(engine);
        Save("Yên Bái", "1/KH-UBND", p => p.Target("tỷ lệ lao động qua đào tạo", 70, "%", 2030).Target("tỷ lệ hộ nghèo", 3.5m, "%", 2030));
        Save("Bắc Kạn", "2/KH-UBND", p => p
            .Target("tỷ lệ lao động qua đào tạo", 65.25m, "%", 2030)
            .Target("Tỷ lệ lao động nông thôn đã qua đào tạo", 55, "%", 2025)
            .Target("số lớp", 3, " lớp"));
        Save("Đắk Nông", "3/KH-UBND", p => p.Target("lao động được đào tạo", 4000, " người", 2027));
    }

    /// <summary>Rows are shown as province year value.</summary>
    [Theory]
    [InlineData("lao động đào tạo", "Bắc Kạn 2025 55%; Bắc Kạn 2030 65,25%; Đắk Nông 2027 4000 người; Yên Bái 2030 70%")]
    [InlineData("ty le lao dong dao tao", "Bắc Kạn 2025 55%; Bắc Kạn 2030 65,25%; Yên Bái 2030 70%")]
    [InlineData("\"lao động qua\"", "Bắc Kạn 2030 65,25%; Yên Bái 2030 70%")]
    [InlineData("lao động -tỷ", "Đắk Nông 2027 4000 người")]
    [InlineData("đạt", "")] // in the quote, not in the indicator
    [InlineData("rừng", "")]
    public void Puts_an_indicator_side_by_side(string words, string rows) => Assert.Equal(
        rows,
        string.Join("; ", test.Store.Comparison.ByIndicator(words).Select(row => $"{row.Province} {row.Year} {row.Printed}")));

    [Fact]
    public void Filters_by_province_and_year() => Assert.Equal(
        [55m], test.Store.Comparison.ByIndicator("lao động", "tỉnh Bắc Kạn", 2025).Select(row => row.Value));

    [Fact]
    public void A_row_tells_value_and_place()
    {
        var row = Assert.Single(test.Store.Comparison.ByIndicator("hộ nghèo"));
        Assert.Equal(("tỷ lệ hộ nghèo", "=", 3.5m, null, "3,5%", "%"), (row.Indicator, row.Comparator, row.Value, row.ValueMax, row.Printed, row.Unit));
        Assert.Equal(("1/KH-UBND", "2025-07-15", "I", "t2", 1), (row.PlanNumber, row.PlanDate, row.Section, row.TargetId, row.Page));
        Assert.Equal("tỷ lệ hộ nghèo đạt 3,5%", test.Store.Plans.Text(row.PlanId)![row.Start..row.End]);
    }

    [Theory]
    [InlineData("tỷ lệ lao động qua đào tạo", "Bắc Kạn 1; Bắc Kạn 0; Yên Bái 0")]
    [InlineData("ty le lao dong qua dao tao", "Bắc Kạn 1; Bắc Kạn 0; Yên Bái 0")]
    public void Rows_of_the_indicator_that_was_asked_for_are_told_from_others(string words, string groups) => Assert.Equal(
        groups,
        string.Join("; ", test.Store.Comparison.ByIndicator(words).Select(row => $"{row.Province} {row.Group}")));

    [Fact]
    public void No_words_are_an_error() => Assert.Throws<QueryException>(() => test.Store.Comparison.ByIndicator(" % "));

    public void Dispose() => test.Dispose();

    private void Save(string province, string number, Action<PlanBuilder> targets) => test.Save(
        $"/{province}.txt", PlanBuilder.Of(province, number, $"Việc làm {province}").Section("I", "Mục tiêu", "", targets));
}

public sealed class ComparisonTestsOnSqlite() : ComparisonTests(Engine.Sqlite);

public sealed class ComparisonTestsOnPostgres() : ComparisonTests(Engine.Postgres);
