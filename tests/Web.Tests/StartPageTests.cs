namespace Plans.Web.Tests;

public sealed class StartPageTests(SampleSite site) : IClassFixture<SampleSite>
{
    [Fact]
    public async Task Counts_what_is_held()
    {
        var page = await site.Page("/");
        Assert.Equal(["2 kế hoạch", "2 tỉnh, thành phố", "6 mục", "4 chỉ tiêu", "2 nhiệm vụ", "2 cơ quan"], page.All(".counts li"));
    }

    [Fact]
    public async Task Counts_files_by_state_and_says_where_failures_are_explained()
    {
        var page = await site.Page("/");
        Assert.Equal(["đang chờ 0", "đang đọc 0", "đã đọc 1", "đọc được một phần 1", "lỗi 1", "quá giới hạn 0", "trùng 0"], page.All(".states li"));
        Assert.Equal("/loads/files?state=failed", page.Link("từng tệp lỗi"));
    }

    [Fact]
    public async Task Lists_the_latest_plans_first()
    {
        var page = await site.Page("/");
        var rows = page.QuerySelectorAll("tbody tr").Select(row => row.Cells()).ToList();
        Assert.Equal(["không số", "Dạy nghề nuôi tôm năm 2024", "Cà Mau", "2024", "1", "0"], rows[0]);
        Assert.Equal(["12/KH-UBND", "Phát triển nghề dệt thổ cẩm giai đoạn 2021 - 2025", "Bắc Kạn", "05/03/2021", "3", "2"], rows[1]);
        Assert.Equal($"/plans/{site.WholeId}", page.Link("dệt thổ cẩm"));
    }

    [Fact]
    public async Task Leads_to_the_plans_of_a_province()
    {
        var plans = await site.Page((await site.Page("/")).Link("Cà Mau"));
        Assert.Equal(["Kế hoạch Dạy nghề nuôi tôm năm 2024"], plans.All(".hit h3"));
    }
}

public sealed class EmptySiteTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Says_how_to_load_plans()
    {
        var page = await site.Page("/");
        Assert.Equal("Chưa có kế hoạch nào. Hãy nạp bằng lệnh ./plans load THƯ-MỤC, hoặc gửi tệp tại đây", page.One(".notice").Seen());
        Assert.Empty(page.QuerySelectorAll("table"));
    }
}
