using System.Net;

namespace Plans.Web.Tests;

public sealed class ComparePageTests(SampleSite site) : IClassFixture<SampleSite>
{
    [Fact]
    public async Task Puts_the_provinces_side_by_side()
    {
        var page = await site.Page("/compare?indicator=ty+le+lao+dong+qua+dao+tao");
        Assert.Equal("2 chỉ tiêu trong 2 kế hoạch của 2 tỉnh, thành phố.", page.One(".summary").Seen());
        Assert.Equal(
            [
                ["Bắc Kạn", "Tỷ lệ lao động qua đào tạo", "≥ 68,8", "%", "2025", "68,8%", "12/KH-UBND, 05/03/2021", "mục I.2, trang 2"],
                ["Cà Mau", "Tỷ lệ lao động qua đào tạo", "55", "%", "2024", "55%", "không số, 2024", "mục I, trang 1"],
            ],
            page.QuerySelectorAll("tbody tr").Select(row => row.Cells()));
    }

    [Fact]
    public async Task A_figure_leads_to_its_words()
    {
        var page = await site.Page("/compare?indicator=lao+động+qua+đào+tạo");
        var text = await site.Page(page.Link("mục I, trang 1"));
        Assert.Equal("Tỷ lệ lao động qua đào tạo đạt 55%", text.One("#mark").Seen());
    }

    [Theory]
    [InlineData("province=Cà+Mau", "Cà Mau")]
    [InlineData("year=2025", "Bắc Kạn")]
    public async Task Filters_restrict_it(string filter, string province) => Assert.Equal(
        [province], (await site.Page($"/compare?indicator=lao+động+qua+đào+tạo&{filter}")).All("tbody th"));

    [Fact]
    public async Task An_indicator_of_a_plan_leads_to_its_comparison()
    {
        var plan = await site.Page($"/plans/{site.ShortId}/targets");
        var page = await site.Page(plan.Link("Tỷ lệ lao động qua đào tạo"));
        Assert.Equal(["Bắc Kạn", "Cà Mau"], page.All("tbody th"));
    }

    [Fact]
    public async Task An_unknown_indicator_is_said_with_a_way_on()
    {
        var page = await site.Page("/compare?indicator=tàu+vũ+trụ");
        Assert.StartsWith("Không có kế hoạch nào nêu chỉ tiêu với các từ này.", page.One(".notice").Seen());
        Assert.Equal("/search?q=tàu%20vũ%20trụ", page.Link("toàn văn"));
    }

    [Fact]
    public async Task Odd_words_are_told_what_is_wrong_with_them() => Assert.StartsWith(
        "Câu tìm chỉ nói", (await site.Page("/compare?indicator=-a", HttpStatusCode.BadRequest)).One("[role=alert]").Seen());

    [Fact]
    public async Task Asked_nothing_it_says_what_to_type() =>
        Assert.StartsWith("Gõ vài từ của chỉ tiêu", (await site.Page("/compare")).One(".hint").Seen());
}
