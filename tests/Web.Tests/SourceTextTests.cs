using AngleSharp.Dom;
using Plans.Extraction;
using Plans.Ingest;
using Plans.Web.Reading;

namespace Plans.Web.Tests;

public sealed class SourceTextTests(SampleSite site) : IClassFixture<SampleSite>
{
    [Fact]
    public void No_letter_is_lost_or_doubled_by_the_cutting()
    {
        var plan = SampleSite.Whole;
        Assert.Equal(plan.Text.Split('\n'), Lines(SourceText.Of(plan.Text, plan.Plan, plan.SpanRange("12.000 lao động"), 1)));
    }

    [Fact]
    public void Each_piece_knows_the_facts_that_cover_it()
    {
        var plan = SampleSite.Whole;
        var line = SourceText.Of(plan.Text, plan.Plan, null, 1).Lines.Single(line => line.Cells[0][0].Text.StartsWith("Đến năm", StringComparison.Ordinal));
        Assert.Equal(
            [
                "Đến năm 2025 đào tạo nghề dệt cho 20.000 lao động|Target|t1",
                ", ||",
                "trong đó |Finding|",
                "12.000 lao động nữ|Target Finding|t2 n1",
                ".||",
            ],
            line.Cells[0].Select(run => $"{run.Text}|{string.Join(' ', run.Kinds)}|{string.Join(' ', run.Ending.Select(fact => fact.Anchor))}"));
    }

    [Fact]
    public void A_mark_within_a_line_marks_its_words_only()
    {
        var plan = SampleSite.Whole;
        var text = SourceText.Of(plan.Text, plan.Plan, plan.SpanRange("2025 đào tạo nghề"), 1);
        Assert.Equal("2025 đào tạo nghề", string.Concat(text.Lines.SelectMany(line => line.Cells).SelectMany(cell => cell).Where(run => run.Marked).Select(run => run.Text)));
        Assert.DoesNotContain(text.Lines, line => line.InMark);
    }

    [Fact]
    public void A_mark_over_several_lines_marks_lines()
    {
        var plan = SampleSite.Whole;
        var section = plan.Plan.Sections.Single(section => section.Path == "I.1").Span;
        var text = SourceText.Of(plan.Text, plan.Plan, new TextRange(section.Start, section.End), 1);
        Assert.Equal(["1. Mục tiêu chung", "Giữ nghề dệt thổ cẩm của đồng bào."], Lines(text with { Lines = [.. text.Lines.Where(line => line.InMark)] }));
        Assert.Equal("s-I.1", Assert.Single(Assert.Single(text.Lines, line => line.BeginsMark).Anchors));
    }

    [Fact]
    public void A_long_text_is_cut_into_parts_and_a_mark_opens_its_own()
    {
        var text = string.Join('\n', Enumerable.Range(1, 900).Select(i => $"Dòng số {i:000} " + new string('x', 90)));
        var plan = new Plan { Document = new DocumentFields() };
        var parts = Enumerable.Range(1, 4).Select(part => SourceText.Of(text, plan, null, part)).ToList();
        Assert.All(parts, part => Assert.Equal(4, part.Parts));
        Assert.Equal(text.Split('\n'), parts.SelectMany(Lines));
        Assert.All(parts, part => Assert.True(Lines(part).Sum(line => line.Length + 1) <= SourceText.PartLength + 1));

        var place = text.IndexOf("số 600", StringComparison.Ordinal);
        Assert.Equal(3, SourceText.Of(text, plan, new TextRange(place, place + 6), 1).Part);
        Assert.Equal(4, SourceText.Of(text, plan, null, 99).Part);
    }

    [Fact]
    public void An_empty_text_is_one_empty_line() =>
        Assert.Equal([""], Lines(SourceText.Of("", new Plan { Document = new DocumentFields() }, null, 1)));

    [Fact]
    public async Task Rows_of_a_table_are_shown_as_one()
    {
        var page = await Text();
        Assert.Equal(
            [["Nội dung", "Năm 2021", "Năm 2022"], ["Lớp dệt", "10", "15"]],
            page.One(".source table").QuerySelectorAll("tr").Select(row => row.Cells()));
    }

    [Fact]
    public async Task Sections_have_anchors_and_facts_lead_to_the_plans_page()
    {
        var page = await Text();
        Assert.NotNull(page.GetElementById("s-I.2"));
        Assert.Equal(
            ["b1", "t1", "t2", "n1", "t3", "k1", "k2", "f1"],
            page.QuerySelectorAll(".source .label").Select(label => label.GetAttribute("href")!.Split('#')[1]));
    }

    [Theory]
    [InlineData("5-2")]
    [InlineData("0-99999999")]
    [InlineData("a-b")]
    [InlineData("7")]
    [InlineData("<script>")]
    public async Task A_mark_that_means_nothing_marks_nothing(string mark)
    {
        var page = await site.Page($"/plans/{site.WholeId}/text?mark={Uri.EscapeDataString(mark)}");
        Assert.Empty(page.QuerySelectorAll("mark, .in-mark"));
    }

    private static IEnumerable<string> Lines(SourceText text) =>
        text.Lines.Select(line => string.Join('\t', line.Cells.Select(cell => string.Concat(cell.Select(run => run.Text)))));

    private Task<IDocument> Text() => site.Page($"/plans/{site.WholeId}/text");
}

internal static class SamplePlanRanges
{
    public static TextRange SpanRange(this SamplePlan plan, string words)
    {
        var span = plan.SpanOf(words);
        return new TextRange(span.Start, span.End);
    }
}
