namespace Plans.Extraction.Tests.Domain;

/// <summary>Where a number stands decides whether it is a target, and of which year (docs/grammar/chi-tieu.md has the sentences).</summary>
public sealed class TargetContextTests
{
    private const string Line = "- Tỷ lệ lao động qua đào tạo đạt 76%.";

    [Fact]
    public void The_plans_own_single_year_holds_where_nothing_else_is_said() =>
        Assert.Equal(2024, Assert.Single(PlanSketch.Plan("Việc làm năm 2024").Lines("I. MỤC TIÊU").Lines(Line).Read().Targets).Year);

    [Fact]
    public void A_plan_for_several_years_gives_no_year() =>
        Assert.Null(Assert.Single(PlanSketch.Plan("Việc làm giai đoạn 2021 - 2025").Lines("I. MỤC TIÊU").Lines(Line).Read().Targets).Year);

    [Fact]
    public void What_was_reached_in_the_past_is_no_target() =>
        Assert.Empty(PlanSketch.Plan().Lines("I. ĐÁNH GIÁ THỰC TRẠNG").Lines(Line).Lines("II. QUAN ĐIỂM\nLấy người dân làm trung tâm.").Read().Targets);

    [Fact]
    public void A_target_leads_back_to_its_place()
    {
        var sketch = PlanSketch.Plan().Lines("I. MỤC TIÊU\n1. Mục tiêu chung\nPhát triển.").NextPage().Lines("2. Mục tiêu cụ thể").Lines(Line);
        var target = Assert.Single(sketch.Read().Targets);

        Assert.Equal(("I.2", 2, "text", "76%"), (target.Section, target.Span.Page, target.Source, target.Printed));
        Assert.Equal("Tỷ lệ lao động qua đào tạo đạt 76%", sketch.Build().Text[target.Span.Start..target.Span.End].TrimEnd('.'));
    }
}
