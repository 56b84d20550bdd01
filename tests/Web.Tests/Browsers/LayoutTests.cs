namespace Plans.Web.Tests.Browsers;

[Collection(BrowserCollection.Name)]
public sealed class LayoutTests(Browser browser, SampleSite site)
{
    public static TheoryData<string> Pages =>
    [
        "/", "/search", "/search?q=lao động", "/search?q=nghề&kind=task&province=Bắc Kạn", "/compare", "/compare?indicator=lao động qua đào tạo", "/compare?indicator=lao động qua đào tạo&view=years", "/help",
        "/plans/1", "/plans/1/targets", "/plans/1/tasks", "/plans/1/text", "/plans/1/text?mark=0-20", "/nowhere",
        "/compare/plans?plan=1&plan=2", "/review", "/review/1/t1", "/review/1", "/review/history", "/loads", "/loads/1", "/loads/files", "/account", "/audit", "/login", "/saved", "/api/docs", "/agencies", "/agencies?name=Sở Tài chính", "/cascade?number=45/QĐ-TTg", "/compare/changes?before=1&after=2",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_is_wider_than_a_phone(string address)
    {
        var tab = await browser.AgainAsync(width: 390, height: 800);
        await tab.GoAsync(site.Url(address));
        Assert.InRange(await tab.Get<int>("document.documentElement.scrollWidth"), 1, 390);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_small_and_asks_for_nothing_that_is_refused(string address)
    {
        var tab = await browser.AgainAsync();
        await tab.GoAsync(site.Url(address));
        Assert.InRange(await tab.Get<int>("document.documentElement.outerHTML.length"), 1, 100_000);
        Assert.DoesNotContain(tab.Complaints, complaint => !complaint.Contains("404", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Facets_chips_and_tabs_work_without_a_script()
    {
        await using var tab = await browser.OpenAsync(scripts: false);
        await tab.GoAsync(site.Url("/search?q=lao+động"));
        await tab.LeaveBy(() => tab.ClickLink("Chỉ tiêu"));
        await tab.LeaveBy(() => tab.ClickLink("Bắc Kạn"));
        Assert.Equal("/search?q=lao động&kind=target&province=Bắc Kạn", await tab.Address());
        await tab.LeaveBy(() => tab.ClickLink("%"));
        Assert.EndsWith("&unit=%", await tab.Address());
        Assert.Equal(1, await tab.Count(".hit"));
        await tab.LeaveBy(() => tab.ClickLink("Đơn vị: %"));
        Assert.Equal(3, await tab.Count(".hit"));
    }

    [Fact]
    public async Task Paper_shows_the_hits_and_nothing_to_click()
    {
        await using var tab = await browser.OpenAsync(print: true);
        await tab.GoAsync(site.Url("/search?q=lao động"));
        Assert.Equal("none", await tab.Get<string>("getComputedStyle(document.querySelector('.facets')).display"));
        Assert.Equal("none", await tab.Get<string>("getComputedStyle(document.querySelector('header.site')).display"));
        Assert.NotEqual("none", await tab.Get<string>("getComputedStyle(document.querySelector('.hit')).display"));
    }
}
