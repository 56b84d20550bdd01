using Plans.Extraction;
using Plans.Store.Comparison.Cascades;
using Plans.Store.Search;

namespace Plans.Store.Tests.Comparison;

public abstract class CascadeTests : IDisposable
{
    private readonly TestStore test;

    protected CascadeTests(Engine engine)
    {
        test = new TestStore(engine);
        Save("Lào Cai", "10/KH-UBND", "2025-09-01", "90/QĐ-TTg", "2022-01-18", p => p.Target("tỷ lệ hộ nghèo", 4, "%", 2025).Target("diện tích chè", 100, " ha"));
        Save("Yên Bái", "11/KH-UBND", "2022-03-01", "90/QĐ-TTg", "2022-01-18", p => p.Target("Tỷ lệ hộ nghèo", 5, "%", 2025));
        Save("Huế", "12/KH-UBND", "2025-03-01", "90/QĐ-TTg", "2022-01-18", p => p.Target("số lớp tập huấn", 7, " lớp"));
        Save("Sơn La", "13/KH-UBND", "2019-03-01", "90/QĐ-TTg", "2018-02-02", p => p.Target("tỷ lệ hộ nghèo", 9, "%", 2020));
        Save("Cà Mau", "14/KH-UBND", "2025-03-02", null, null, p => p.Line("Lồng ghép với Quyết định số 90/QĐ-TTg của Thủ tướng Chính phủ.").Target("hộ nghèo", 3, "%", 2025));
        Save("Điện Biên", "15/KH-UBND", "2025-03-02", "990/QĐ-TTg", "2025-01-01", p => p.Target("tỷ lệ hộ nghèo", 3, "%", 2025));
    }

    private Cascade Of(string number, int? year = null, string? province = null, string? indicator = null) =>
        test.Store.Cascades.Of(new CascadeRequest { Number = number, Year = year, Province = province, Indicator = indicator });

    [Fact]
    public void Plans_that_stand_on_a_document_or_name_it_are_found_by_province()
    {
        var cascade = Of("90/qđ-ttg", year: 2022);
        Assert.Equal(
            ["Cà Mau False", "Huế True", "Lào Cai True", "Lào Cai True"],
            cascade.Plans.Select(plan => $"{plan.ProvinceToday} {plan.IsBasis}"));
        Assert.Equal(["Yên Bái", "Lào Cai"], cascade.Plans.Skip(2).Select(plan => plan.Plan.Document.Province));
        var named = cascade.Plans[0];
        Assert.Contains("Quyết định số 90/QĐ-TTg của Thủ tướng", named.Quote);
        Assert.Equal("90/QĐ-TTg", test.Store.Plans.Text(named.Plan.Id)![named.Start..named.End]);
        Assert.Equal([("2022-01-18", 3), ("2018-02-02", 1)], cascade.Documents.Select(d => (d.Date!, d.Plans)));
        Assert.Equal(5, Of("90/QĐ-TTg").Plans.Count);
        Assert.Null(cascade.Source);
    }

    [Fact]
    public void Provinces_that_have_none_are_named()
    {
        var cascade = Of("90/QĐ-TTg", year: 2022);
        Assert.Equal(31, cascade.ProvincesWithout.Count);
        Assert.Contains("Sơn La", cascade.ProvincesWithout);
        Assert.DoesNotContain("Lào Cai", cascade.ProvincesWithout);
        Assert.DoesNotContain("Yên Bái", cascade.ProvincesWithout);
    }

    [Fact]
    public void Indicators_of_several_plans_stand_side_by_side()
    {
        var poverty = Assert.Single(Of("90/QĐ-TTg", year: 2022, indicator: "hộ nghèo").Indicators, row => row.Targets.Count > 1);
        Assert.Equal([3m, 5m, 4m], poverty.Targets.Select(cell => cell.Target.Value));
        Assert.Equal(["Huế"], poverty.ProvincesWithout);
    }

    [Fact]
    public void A_document_that_is_held_gives_the_indicators()
    {
        var central = new PlanBuilder(new DocumentFields { Type = "Quyết định", Number = "90/QĐ-TTg", Date = "2022-01-18", Issuer = "Thủ tướng Chính phủ", Title = "Giảm nghèo" })
            .Section("I", "Mục tiêu", "", p => p.Target("tỷ lệ hộ nghèo", 3, "%", 2025).Target("tỷ lệ xã có đường", 90, "%", 2025));
        var id = test.Save("/90.txt", central);
        var cascade = Of("90/QĐ-TTg", year: 2022);
        Assert.Equal(id, cascade.Source!.Id);
        Assert.Equal(
            [("tỷ lệ hộ nghèo", 3m, 3, "Huế"), ("tỷ lệ xã có đường", 90m, 0, "Cà Mau, Huế, Lào Cai")],
            cascade.Indicators.Select(row => (row.Indicator, Assert.Single(row.Asked).Value, row.Targets.Count, string.Join(", ", row.ProvincesWithout))));
    }

    [Fact]
    public void A_provinces_own_document_is_carried_out_in_the_province()
    {
        Save("Lào Cai", "55/KH-UBND", "2025-01-01", null, null, p => p.Target("số chợ", 3, " chợ"));
        Save("Lào Cai", "56/KH-SYT", "2025-02-01", "55/KH-UBND", "2025-01-01", p => p.Target("số chợ", 1, " chợ"));
        Save("Huế", "57/KH-SYT", "2025-02-01", "55/KH-UBND", "2025-01-09", p => p.Target("số chợ", 2, " chợ"));
        var cascade = Of("55/KH-UBND");
        Assert.Equal(["56/KH-SYT"], cascade.Plans.Select(plan => plan.Plan.Document.Number));
        Assert.Empty(cascade.ProvincesWithout);
        Assert.Equal(["57/KH-SYT"], Of("55/KH-UBND", province: "Thừa Thiên Huế").Plans.Select(plan => plan.Plan.Document.Number));
    }

    [Fact]
    public void What_nobody_cites_has_no_plans()
    {
        Assert.Empty(Of("1/NQ-CP").Plans);
        Assert.Equal(QueryProblem.Empty, Assert.Throws<QueryException>(() => Of(" / ")).Problem);
    }

    public void Dispose() => test.Dispose();

    private void Save(string province, string number, string date, string? cites, string? citedDate, Action<PlanBuilder> targets)
    {
        var builder = PlanBuilder.Of(province, number, $"Kế hoạch {number}", date).Section("I", "Mục tiêu", "", targets);
        var plan = cites is null
            ? builder.Plan
            : builder.Plan with { LegalBases = [new("Quyết định", cites, citedDate, "Thủ tướng Chính phủ", "về giảm nghèo", $"Căn cứ Quyết định {cites}", new Span(0, 5, 1))] };
        test.Save($"/{number}-{province}.txt", builder.Document, plan);
    }
}

public sealed class CascadeTestsOnSqlite() : CascadeTests(Engine.Sqlite);

public sealed class CascadeTestsOnPostgres() : CascadeTests(Engine.Postgres);
