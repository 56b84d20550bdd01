using System.Net;

namespace Plans.Web.Tests;

public sealed class SearchPageTests(SampleSite site) : IClassFixture<SampleSite>
{
    [Theory]
    [InlineData("lao động qua đào tạo")]
    [InlineData("lao dong qua dao tao")]
    [InlineData("\"lao động qua đào tạo\"")]
    public async Task Finds_with_and_without_diacritics_and_marks_the_words(string words)
    {
        var page = await site.Page($"/search?kind=target&q={Uri.EscapeDataString(words)}");
        Assert.Equal(2, page.QuerySelectorAll(".hit").Length);
        Assert.All(page.QuerySelectorAll(".hit .snippet"), snippet => Assert.Equal("lao động qua đào tạo", snippet.One("mark").Seen()));
    }

    [Fact]
    public async Task A_hit_tells_plan_province_section_and_page()
    {
        var page = await site.Page("/search?kind=target&q=trở+lên");
        var hit = page.One(".hit");
        Assert.Equal("Chỉ tiêu I.2. Chỉ tiêu", hit.One("h3").Seen());
        Assert.Equal("12/KH-UBND · 05/03/2021 · Bắc Kạn · mục I.2 · trang 2 · So sánh", hit.All(".place")[0]);
        Assert.Equal("Phát triển nghề dệt thổ cẩm giai đoạn 2021 - 2025", hit.All(".place")[1]);
    }

    [Fact]
    public async Task A_hit_leads_to_its_words_marked_in_the_text()
    {
        var page = await site.Page("/search?kind=target&q=trở+lên");
        var text = await site.Page(page.Link("I.2. Chỉ tiêu"));
        Assert.Equal("Tỷ lệ lao động qua đào tạo đạt từ 68,8% trở lên", text.One("#mark").Seen());
    }

    [Fact]
    public async Task Tabs_count_every_kind_whatever_kind_is_chosen()
    {
        var all = await site.Page("/search?q=làng+nghề");
        var tasks = await site.Page(all.Link("Nhiệm vụ"));
        Assert.Equal(["Tất cả 3", "Kế hoạch 0", "Mục 1", "Chỉ tiêu 0", "Nhiệm vụ 2"], all.All(".tabs a"));
        Assert.Equal(all.All(".tabs a"), tasks.All(".tabs a"));
        Assert.Equal(3, all.QuerySelectorAll(".hit").Length);
        Assert.Equal(2, tasks.QuerySelectorAll(".hit").Length);
        Assert.Equal("Nhiệm vụ 2", tasks.One(".tabs [aria-current]").Seen());
    }

    [Fact]
    public async Task Facets_lead_to_a_province_and_stay_countable()
    {
        var all = await site.Page("/search?q=lao+động&kind=target");
        Assert.Equal(["Bắc Kạn 3", "Cà Mau 1"], all.All(".facets ul.province li"));

        var one = await site.Page(all.QuerySelectorAll(".facets a").Single(link => link.Seen() == "Cà Mau").GetAttribute("href")!);
        Assert.Single(one.QuerySelectorAll(".hit"));
        Assert.Equal(["Bắc Kạn 3", "Cà Mau 1"], one.All(".facets ul.province li"));
        Assert.Equal(["Địa phương: Cà Mau ×Bỏ điều kiện này"], one.All(".chips li"));

        var again = await site.Page(one.Link("Địa phương: Cà Mau"));
        Assert.Equal(4, again.QuerySelectorAll(".hit").Length);
    }

    [Theory]
    [InlineData("year=2024", 1)]
    [InlineData("year=2025", 3)]
    [InlineData("province=ca+mau", 1)]
    [InlineData("province=tỉnh+Bắc+Kạn&year=2024", 0)]
    public async Task Filters_restrict_targets(string filter, int hits) =>
        Assert.Equal(hits, (await site.Page($"/search?kind=target&{filter}")).QuerySelectorAll(".hit").Length);

    [Theory]
    [InlineData("Sở Tài chính", 2)]
    [InlineData("công thương", 1)]
    [InlineData("Sở Y tế", 0)]
    public async Task Filters_tasks_by_agency(string agency, int hits) => Assert.Equal(
        hits, (await site.Page($"/search?kind=task&agency={Uri.EscapeDataString(agency)}")).QuerySelectorAll(".hit").Length);

    [Fact]
    public async Task Searching_again_keeps_the_filters()
    {
        var page = await site.Page("/search?q=nghề&kind=task&province=Bắc+Kạn&year=2021&agency=Sở+Tài+chính&page=3");
        var kept = page.QuerySelectorAll("form.search input").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value"));
        Assert.Equal(
            new Dictionary<string, string?>
            {
                ["q"] = "nghề",
                ["kind"] = "task",
                ["province"] = "Bắc Kạn",
                ["year"] = "2021",
                ["agency"] = "Sở Tài chính",
            },
            kept);
    }

    [Theory]
    [InlineData("-trực", "Câu tìm chỉ nói những gì phải vắng mặt")]
    [InlineData("???", "Chưa có từ nào để tìm")]
    [InlineData("a*", "Trước dấu * cần ít nhất 2 chữ cái")]
    public async Task An_odd_query_is_told_what_is_wrong_with_it(string query, string message)
    {
        var page = await site.Page($"/search?q={Uri.EscapeDataString(query)}", HttpStatusCode.BadRequest);
        Assert.StartsWith(message, page.One("[role=alert]").Seen());
        Assert.Equal("Cách tìm", page.One("main h2").Seen());
        Assert.Equal(query, page.One("#q").GetAttribute("value"));
    }

    [Fact]
    public async Task A_query_that_is_too_long_is_told_so()
    {
        var page = await site.Page($"/search?q={new string('a', 1001)}", HttpStatusCode.BadRequest);
        Assert.Equal("Câu tìm dài hơn 1.000 ký tự. Hãy rút gọn.", page.One("[role=alert]").Seen());
    }

    [Fact]
    public async Task Nothing_found_is_said_with_advice_and_a_way_out()
    {
        var page = await site.Page("/search?q=đào+tạo&province=Cà+Mau&year=1999");
        Assert.StartsWith("Không tìm thấy kết quả nào.", page.One(".notice").Seen());
        var wider = await site.Page(page.Link("Tìm lại không kèm điều kiện lọc"));
        Assert.NotEmpty(wider.QuerySelectorAll(".hit"));
    }

    [Fact]
    public async Task Asked_nothing_it_explains_how_to_search()
    {
        var page = await site.Page("/search");
        Assert.Equal("Cách tìm", page.One("main h2").Seen());
        Assert.Empty(page.QuerySelectorAll("[role=alert]"));
    }

    [Fact]
    public async Task A_page_past_the_last_leads_back()
    {
        var page = await site.Page("/search?q=nghề&page=99");
        Assert.NotEmpty((await site.Page(page.Link("Về trang đầu"))).QuerySelectorAll(".hit"));
    }
}
