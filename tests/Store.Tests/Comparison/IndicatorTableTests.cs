using Plans.Store.Comparison;

namespace Plans.Store.Tests.Comparison;

public abstract class IndicatorTableTests(Engine engine) : IDisposable
{
    private readonly TestStore test = new(engine);
    private int number;

    /// <summary>Lines as "province: cell | cell", a cell as value, rank and former provinces without one.</summary>
    private string[] Lines(string words, ProvincesAsOf asOf = ProvincesAsOf.Then, string? province = null) =>
    [
        .. test.Store.Comparison.Table(new IndicatorRequest { Words = words, Provinces = asOf, Province = province }).Lines.Select(line =>
            $"{line.Province}: {string.Join(" | ", line.Cells.Select(cell => cell is null ? "không nêu" : FormattableString.Invariant($"{cell.Comparator}{cell.Value:0.##} #{cell.Rank} {string.Join(",", cell.Missing)}").Trim()))}"),
    ];

    [Fact]
    public void Plans_and_years_with_gaps_ranks_and_spread()
    {
        Save("Sơn La", "2024-01-01", p => p.Target("tỷ lệ lao động qua đào tạo", 60, "%", 2025).Target("tỷ lệ lao động qua đào tạo", 70, "%", 2030));
        Save("Cao Bằng", "2024-01-01", p => p.Target("Tỷ lệ lao động qua đào tạo", 62.5m, "%", 2025));
        Save("Huế", "2024-01-01", p => p.Target("tỷ lệ lao động qua đào tạo", 62.5m, "%", 2025));
        Assert.Equal(["Cao Bằng: =62.5 #1 | không nêu", "Huế: =62.5 #1 | không nêu", "Sơn La: =60 #3 | =70 #1"], Lines("tỷ lệ lao động qua đào tạo"));
        var table = test.Store.Comparison.Table(new IndicatorRequest { Words = "ty le lao dong qua dao tao" });
        Assert.Equal(("%", false, false, false), (table.Unit, table.AddsUp, table.IsLessBetter, table.IsChange));
        Assert.Equal(new IndicatorSpread(2025, 3, 0, 60, 62.5m, 61.6667m, 62.5m, null), table.Spreads[0]);
        Assert.Equal((1, 2), (table.Spreads[1].Count, table.Spreads[1].Missing));
        var source = table.Lines[2].Cells[0]!.Sources[0];
        Assert.Equal(("60%", 1, "tỷ lệ lao động qua đào tạo đạt 60%"), (source.Printed, source.Page, source.Quote));
        Assert.Equal(source.Quote, test.Store.Plans.Text(source.PlanId)![source.Start..source.End]);
    }

    [Fact]
    public void Values_are_brought_to_the_unit_that_most_have()
    {
        Save("Sơn La", "2024-01-01", p => p.Target("diện tích rừng trồng mới", 1500, " ha", 2025));
        Save("Huế", "2024-01-01", p => p.Target("diện tích rừng trồng mới", 2.5m, " nghìn ha", 2025));
        Save("Cao Bằng", "2024-01-01", p => p.Target("diện tích rừng trồng mới", 900, " ha", 2025));
        Save("Lai Châu", "2024-01-01", p => p.Target("diện tích rừng trồng mới", 12, "%", 2025));
        Assert.Equal(["Cao Bằng: =900 #3", "Huế: =2500 #1", "Sơn La: =1500 #2"], Lines("diện tích rừng trồng mới"));
        var table = test.Store.Comparison.Table(new IndicatorRequest { Words = "diện tích rừng trồng mới" });
        Assert.Equal(("ha", 4900m), (table.Unit, table.Spreads[0].Sum));
        Assert.Equal(["12%"], table.Others.Select(row => row.Printed));
        Assert.Equal("2,5 nghìn ha", table.Lines[1].Cells[0]!.Sources[0].Printed);
    }

    [Fact]
    public void The_lowest_is_best_of_what_there_should_be_less_of()
    {
        Save("Sơn La", "2024-01-01", p => p.Target("tỷ lệ hộ nghèo", 9, "%", 2025));
        Save("Huế", "2024-01-01", p => p.Target("tỷ lệ hộ nghèo", 2, "%", 2025));
        Assert.Equal(["Huế: =2 #1", "Sơn La: =9 #2"], Lines("tỷ lệ hộ nghèo"));
    }

    [Fact]
    public void Counts_of_merged_provinces_are_added_and_shares_are_not()
    {
        foreach (var (province, jobs, share) in new[] { ("Lào Cai", 15000, 70), ("Yên Bái", 19000, 65) })
        {
            Save(province, "2024-02-01", p => p.Target("số lao động được tạo việc làm", jobs, " lao động", 2025).Target("tỷ lệ lao động qua đào tạo", share, "%", 2025));
        }

        Save("Sơn La", "2024-02-01", p => p.Target("số lao động được tạo việc làm", 20000, " lao động", 2025).Target("tỷ lệ lao động qua đào tạo", 60, "%", 2025));
        Save("Hà Giang", "2024-02-01", p => p.Target("số lao động được tạo việc làm", 8000, " lao động", 2025));
        Assert.Equal(["Lào Cai: sum34000 #1", "Sơn La: =20000 #2", "Tuyên Quang: =8000 # Tuyên Quang"], Lines("số lao động được tạo việc làm", ProvincesAsOf.Today));
        Assert.Equal(["Lào Cai: #", "Sơn La: =60 #1"], Lines("tỷ lệ lao động qua đào tạo", ProvincesAsOf.Today));
        Assert.Equal(["Lào Cai: =15000 #1", "Yên Bái: =19000 #1"], [.. Lines("số lao động được tạo việc làm", province: "Lào Cai").Select(line => line.Replace("#2", "#1"))]);
    }

    [Fact]
    public void A_plan_made_since_the_merger_speaks_for_the_whole_and_of_several_the_latest()
    {
        Save("Lào Cai", "2024-02-01", p => p.Target("số lao động được tạo việc làm", 15000, " lao động", 2026));
        Save("Yên Bái", "2023-02-01", p => p.Target("số lao động được tạo việc làm", 18000, " lao động", 2026));
        Save("Yên Bái", "2024-02-01", p => p.Target("số lao động được tạo việc làm", 19000, " lao động", 2026));
        Assert.Equal(["Lào Cai: sum34000 #1"], Lines("số lao động được tạo việc làm", ProvincesAsOf.Today));
        Save("Lào Cai", "2025-12-01", p => p.Target("số lao động được tạo việc làm", 40000, " lao động", 2026));
        Assert.Equal(["Lào Cai: =40000 #1"], Lines("số lao động được tạo việc làm", ProvincesAsOf.Today));
    }

    [Fact]
    public void Plans_of_districts_stand_beside_and_are_not_ranked()
    {
        Save("Sơn La", "2024-01-01", p => p.Target("tỷ lệ hộ nghèo", 9, "%", 2025));
        Save("Sơn La", "2024-01-01", p => p.Target("tỷ lệ hộ nghèo", 4, "%", 2025), issuer: "Ủy ban nhân dân huyện Mường La");
        Assert.Equal(["Sơn La: =9 #1", "Sơn La: =4 #"], Lines("tỷ lệ hộ nghèo", ProvincesAsOf.Today));
    }

    [Fact]
    public void Who_leads_is_told_by_the_task_around_it_or_of_the_same_words()
    {
        Save("Sơn La", "2024-01-01", p => p.Target("số lớp tập huấn khuyến nông", 12, " lớp", 2025)
            .Task("Tổ chức các lớp tập huấn khuyến nông tại xã.", ["Sở Nông nghiệp"], ["Sở Y tế"]).Task("Tổng hợp, báo cáo.", ["Sở Tài chính"]));
        Save("Huế", "2024-01-01", p => p.Target("số lớp tập huấn khuyến nông", 7, " lớp", 2025).Task("Tổng hợp, báo cáo.", ["Sở Tài chính"]));
        var table = test.Store.Comparison.Table(new IndicatorRequest { Words = "số lớp tập huấn khuyến nông" });
        Assert.Equal(["Huế ", "Sơn La Sở Nông nghiệp"], table.Lines.Select(line => $"{line.Province} {string.Join("; ", line.Cells[0]!.Sources[0].Lead)}"));
    }

    [Fact]
    public void Nothing_found_is_an_empty_table() => Assert.Empty(test.Store.Comparison.Table(new IndicatorRequest { Words = "tàu vũ trụ" }).Lines);

    public void Dispose() => test.Dispose();

    private void Save(string province, string date, Action<PlanBuilder> targets, string? issuer = null)
    {
        var plan = PlanBuilder.Of(province, $"{++number}/KH-UBND", $"Việc làm {number}", date).Section("I", "Mục tiêu", $"Kế hoạch thứ {number}.", targets);
        test.Save($"/{number}.txt", plan.Document, issuer is null ? plan.Plan : plan.Plan with { Document = plan.Plan.Document with { Issuer = issuer } });
    }
}

public sealed class IndicatorTableTestsOnSqlite() : IndicatorTableTests(Engine.Sqlite);

public sealed class IndicatorTableTestsOnPostgres() : IndicatorTableTests(Engine.Postgres);
