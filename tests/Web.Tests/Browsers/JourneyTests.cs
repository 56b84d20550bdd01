using Plans.Extraction;

namespace Plans.Web.Tests.Browsers;

/// <summary>What somebody who was never taught does: begins at the start page and only clicks.</summary>
[Collection(BrowserCollection.Name)]
public sealed class JourneyTests(Browser browser)
{
    [Fact]
    public async Task Four_clicks_lead_to_the_province_that_promises_most_and_to_the_page_that_says_so()
    {
        await using var site = new WorkersSite();
        await site.InitializeAsync();
        await using var tab = await browser.OpenAsync(scripts: false);
        await tab.GoAsync(site.Url("/"));
        var clicks = 0;
        await Click("so sánh tỷ lệ lao động qua đào tạo");
        await Click("2030");
        Assert.Equal("Cao nhất: Lạng Sơn, 82 % (2030): 5/KH-UBND, mục I, trang 2", await tab.Text(".best"));
        await Click("5/KH-UBND, mục I, trang 2");
        Assert.Equal("Tỷ lệ lao động qua đào tạo đạt 82%", await tab.Text("#mark"));
        Assert.Contains("trang 2", await tab.Text("main"));
        Assert.InRange(clicks, 1, 4);

        async Task Click(string words)
        {
            clicks++;
            await tab.LeaveBy(() => tab.ClickLink(words));
        }
    }

    [Fact]
    public async Task Plans_stand_against_years_with_ranks_and_with_what_is_not_said()
    {
        await using var site = new WorkersSite();
        await site.InitializeAsync();
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync(site.Url("/compare?indicator=tỷ lệ lao động qua đào tạo"));
        await tab.LeaveBy(() => tab.ClickLink("kế hoạch và năm"));
        Assert.Equal(["Địa phương", "Kế hoạch", "2025", "2030"], await tab.Get<string[]>("[...document.querySelectorAll('table.years thead th')].map(cell => cell.innerText)"));
        Assert.Equal(
            ["80 #2", "82 #1", "không nêu", "không nêu"],
            await tab.Get<string[]>("[...document.querySelectorAll('table.years tbody tr td:last-child')].map(cell => cell.innerText)"));
        await tab.LeaveBy(() => tab.Click("table.years tbody tr:nth-child(2) td:last-child a"));
        Assert.Equal("Tỷ lệ lao động qua đào tạo đạt 82%", await tab.Text("#mark"));
    }

    [Fact]
    public async Task Former_provinces_that_are_one_today_share_its_tile()
    {
        await using var site = new WorkersSite();
        await site.InitializeAsync();
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync(site.Url("/compare?indicator=tỷ lệ lao động qua đào tạo&year=2025"));
        var titles = await tab.Get<string[]>("[...document.querySelectorAll('.tiles a title')].map(title => title.textContent)");
        Assert.Contains(titles, title => title.StartsWith("Tây Ninh (Long An): 61", StringComparison.Ordinal));
        Assert.Contains(titles, title => title.StartsWith("Tây Ninh: 70", StringComparison.Ordinal));
    }

    private sealed class WorkersSite : Site, IAsyncDisposable
    {
        public override async Task InitializeAsync()
        {
            Save("dong-thap.txt", Plan("7/KH-UBND", "2025-03-01", "Đồng Tháp", (2030, 80)));
            Save("lang-son.txt", Plan("5/KH-UBND", "2025-02-01", "Lạng Sơn", (2030, 82)));
            Save("tay-ninh.txt", Plan("6/KH-UBND", "2024-02-01", "Tây Ninh", (2025, 70)));
            Save("long-an.txt", Plan("8/KH-UBND", "2024-02-01", "Long An", (2025, 61)));
            await base.InitializeAsync();
        }

        async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

        private static SamplePlan Plan(string number, string date, string province, params (int Year, int Value)[] targets) => targets.Aggregate(
            new SamplePlan(
                new DocumentFields { Type = "Kế hoạch", Number = number, Date = date, Province = province, Issuer = $"Ủy ban nhân dân tỉnh {province}", Title = $"Việc làm tỉnh {province}" },
                "I. CHỈ TIÊU\n" + string.Join('\n', targets.Select(target => $"Tỷ lệ lao động qua đào tạo đạt {target.Value}%")))
                .Section("I", "CHỈ TIÊU", "I. CHỈ TIÊU", null, SectionKind.Objectives),
            (plan, target) => plan.Target(
                $"Tỷ lệ lao động qua đào tạo đạt {target.Value}%", "Tỷ lệ lao động qua đào tạo", target.Value, "%", $"{target.Value}%", target.Year, section: "I", page: 2));
    }
}
