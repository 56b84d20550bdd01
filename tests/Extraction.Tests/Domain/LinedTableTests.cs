namespace Plans.Extraction.Tests.Domain;

/// <summary>Tables that a text keeps as lines, the years above and the values below.</summary>
public sealed class LinedTableTests
{
    [Fact]
    public void Years_above_lines_of_values_make_columns()
    {
        var targets = PlanSketch.Plan().Lines("""
            I. MỤC TIÊU
            1. Phân bổ số xã đạt chuẩn (ĐVT: xã)
            TT Huyện Đến năm Đến năm
            cuối 2027 2030
            1 Huyện Đông Sơn 11 14
            2 Huyện Tây Hòa 7 9
            3 Thị xã Phú An 5 5
            II. NHIỆM VỤ
            Nâng cao nhận thức.
            """).Read().Targets;

        Assert.Equal(
            [("Huyện Đông Sơn", 11m, "xã", 2027), ("Huyện Đông Sơn", 14m, "xã", 2030), ("Huyện Tây Hòa", 7m, "xã", 2027), ("Huyện Tây Hòa", 9m, "xã", 2030), ("Thị xã Phú An", 5m, "xã", 2027), ("Thị xã Phú An", 5m, "xã", 2030)],
            targets.Select(t => (t.Indicator, t.Value, t.Unit!, t.Year!.Value)));
        Assert.All(targets, t => Assert.Equal("table", t.Source));
    }

    [Fact]
    public void Lines_without_years_above_stay_lines() =>
        Assert.DoesNotContain(PlanSketch.Plan().Lines("I. NHIỆM VỤ\nĐịa phương thực hiện\nTiểu khu Đông 11 14\nTiểu khu Tây 7 9\nTiểu khu Nam 5 5").Read().Tables, _ => true);
}
