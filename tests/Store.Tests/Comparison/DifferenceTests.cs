using Plans.Extraction;
using Plans.Store.Comparison;
using Plans.Store.Comparison.Difference;

namespace Plans.Store.Tests.Comparison;

public abstract class DifferenceTests(Engine engine) : IDisposable
{
    private readonly TestStore test = new(engine);

    private PlanDifference Between(Action<PlanBuilder> before, Action<PlanBuilder> after)
    {
        var (a, b) = (PlanBuilder.Of("Yên Bái", "1/KH-UBND", "Việc làm năm 2024", "2024-01-10"), PlanBuilder.Of("Yên Bái", "9/KH-UBND", "Việc làm năm 2025", "2025-01-12"));
        before(a);
        after(b);
        return test.Store.Difference(test.Save("/a.txt", a), test.Save("/b.txt", b))!;
    }

    [Fact]
    public void Targets_are_the_same_stronger_weaker_later_gone_or_new()
    {
        var difference = Between(
            p => p.Section("I", "Mục tiêu", "", q => q
                .Target("tỷ lệ lao động qua đào tạo", 65, "%", 2025)
                .Target("tỷ lệ hộ nghèo", 5, "%", 2025)
                .Target("số lớp tập huấn", 12, " lớp", 2024)
                .Target("diện tích rừng trồng mới", 500, " ha", 2024)
                .Target("tỷ lệ che phủ rừng", 60, "%", 2025)
                .Target("số chợ được nâng cấp", 3, " chợ", 2024)),
            p => p.Section("I", "Mục tiêu", "", q => q
                .Target("tỷ lệ lao động đã qua đào tạo", 68, "%", 2025)
                .Target("tỷ lệ hộ nghèo", 6, "%", 2025)
                .Target("số lớp tập huấn", 12, " lớp", 2025)
                .Target("tỷ lệ che phủ rừng", 60, "%", 2025)
                .Target("diện tích rừng trồng mới", 0.5m, " nghìn ha", 2024)
                .Target("số xã có bác sĩ", 100, " xã", 2025)));
        Assert.Equal(
            [
                "Stronger tỷ lệ lao động đã qua đào tạo", "Weaker tỷ lệ hộ nghèo", "OtherDeadline số lớp tập huấn", "Gone số chợ được nâng cấp",
                "New số xã có bác sĩ", "Same tỷ lệ che phủ rừng", "Same diện tích rừng trồng mới",
            ],
            difference.Targets.OrderBy(t => Array.IndexOf([TargetChange.Stronger, TargetChange.Weaker, TargetChange.OtherDeadline, TargetChange.Gone, TargetChange.New, TargetChange.Same], t.Change))
                .Select(t => $"{t.Change} {(t.After ?? t.Before)!.Indicator}"));
        Assert.Equal([("number", "1/KH-UBND", "9/KH-UBND"), ("date", "2024-01-10", "2025-01-12"), ("title", "Việc làm năm 2024", "Việc làm năm 2025")], difference.Head.Select(f => (f.Field, f.Before!, f.After!)));
    }

    [Fact]
    public void Tasks_have_other_leads_and_deadlines_or_are_gone_or_new()
    {
        var difference = Between(
            p => p.Section("I", "Phân công", "", q => q
                .Task("Tổ chức hội chợ việc làm tại các huyện.", ["Sở Lao động"], ["Sở Y tế"], "trước ngày 30/6/2024")
                .Task("Tổng hợp, báo cáo kết quả thực hiện.", ["Sở Nội vụ"])
                .Task("Cho vay vốn ưu đãi người lao động.", ["Ngân hàng"])),
            p => p.Section("I", "Phân công", "", q => q
                .Task("Cho vay vốn ưu đãi người lao động.", ["Ngân hàng"])
                .Task("Tổ chức hội chợ việc làm tại các xã.", ["Sở Nội vụ"], ["Sở Y tế"], "trước ngày 30/6/2025")
                .Task("Khám sức khỏe công nhân khu công nghiệp.", ["Sở Y tế"])));
        Assert.Equal(
            ["Gone Tổng hợp, báo cáo kết quả thực hiện.", "New Khám sức khỏe công nhân khu công nghiệp.", "OtherLead OtherDeadline OtherWords Tổ chức hội chợ việc làm tại các xã.", "Same Cho vay vốn ưu đãi người lao động."],
            difference.Tasks.Select(k => $"{string.Join(' ', k.Changes)} {(k.After ?? k.Before)!.Text}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Sections_are_aligned_by_heading_and_words()
    {
        var difference = Between(
            p => p.Section("I", "Quan điểm", "Việc làm là gốc.").Section("II", "Mục tiêu", "Tạo việc làm cho 5.000 người.", q => q.Section("II.1", "Cụ thể", "Mở sàn giao dịch.")).Section("III", "Kinh phí", "Ngân sách tỉnh cấp."),
            p => p.Section("I", "Mục tiêu", "Tạo việc làm cho 6.000 người.", q => q.Section("I.1", "Cụ thể", "Mở sàn giao dịch.")).Section("II", "Kinh phí", "Ngân sách tỉnh cấp.").Section("III", "Phần mới", "Chuyển đổi nghề cho ngư dân."));
        Assert.Equal(
            ["Gone I ", "Changed II I", "Moved II.1 I.1", "Moved III II", "New  III"],
            difference.Sections.Select(s => $"{s.Change} {s.Before?.Path} {s.After?.Path}"));
    }

    [Fact]
    public void A_plan_and_itself_differ_in_nothing()
    {
        static void Fill(PlanBuilder p) => p.Section("I", "Mục tiêu", "Trồng chè.", q => q.Target("diện tích chè", 5, " ha", 2025).Task("Trồng chè.", ["Sở Y tế"], deadline: "2025"));
        var difference = Between(Fill, p => Fill(p.Line("Bản sao.")));
        Assert.All(difference.Sections, s => Assert.Equal(SectionChange.Same, s.Change));
        Assert.All(difference.Targets, t => Assert.Equal(TargetChange.Same, t.Change));
        Assert.All(difference.Tasks, k => Assert.Equal([TaskChange.Same], k.Changes));
        Assert.Null(test.Store.Difference(1, 99));
    }

    public void Dispose() => test.Dispose();
}

public sealed class DifferenceTestsOnSqlite() : DifferenceTests(Engine.Sqlite);

public sealed class DifferenceTestsOnPostgres() : DifferenceTests(Engine.Postgres);

public sealed class TargetDirectionTests
{
    private static Target Target(string indicator, string comparator, decimal value, string? unit = "%", decimal? max = null, Baseline? baseline = null) => new()
    {
        Id = "t1",
        Indicator = indicator,
        Comparator = comparator,
        Value = value,
        ValueMax = max,
        Unit = unit,
        Printed = "",
        Baseline = baseline,
        Source = "text",
        Quote = "",
        Confidence = 1,
        Span = new Span(0, 0, 1),
    };

    [Theory]
    [InlineData("tỷ lệ hộ nghèo", "=", 5, "=", 4, 1)]
    [InlineData("tỷ lệ hộ thoát nghèo", "=", 5, "=", 4, -1)]
    [InlineData("tỷ lệ lao động qua đào tạo", "=", 65, ">=", 70, 1)]
    [InlineData("số vụ tai nạn giao thông", "<=", 50, "<=", 40, 1)]
    [InlineData("tỷ lệ hộ nghèo", "-", 2, "-", 3, 1)] // a decrease by more
    [InlineData("tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng", "<", 10, "<", 10, 0)]
    [InlineData("số lớp", "=", 10, "~", 10, -1)] // about ten binds less than ten
    public void Which_of_two_promises_more(string indicator, string comparator, double value, string laterComparator, double later, int expected) => Assert.Equal(
        expected, Math.Sign(TargetDirection.Compare(Target(indicator, comparator, (decimal)value), Target(indicator, laterComparator, (decimal)later))!.Value));

    [Fact]
    public void What_is_measured_in_another_way_is_not_compared()
    {
        Assert.Null(TargetDirection.Compare(Target("hộ nghèo", "=", 5), Target("hộ nghèo", "=", 500, "hộ")));
        Assert.Null(TargetDirection.Compare(Target("hộ nghèo", "=", 5), Target("hộ nghèo", "-", 1)));
        Assert.Equal(0, TargetDirection.Compare(Target("rừng", "=", 1500, "ha"), Target("rừng", "=", 1.5m, "nghìn ha")));
        Assert.True(TargetDirection.IsLessBetter(Target("chỉ số X", "=", 3, baseline: new Baseline(5, "%", 2020))));
    }
}
