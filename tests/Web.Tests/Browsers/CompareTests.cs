namespace Plans.Web.Tests.Browsers;

[Collection(BrowserCollection.Name)]
public sealed class CompareTests(Browser browser, SampleSite site)
{
    [Fact]
    public async Task From_the_start_page_to_who_promises_most_and_on_which_page_in_three_clicks()
    {
        await using var tab = await browser.OpenAsync(scripts: false);
        await tab.GoAsync(site.Url("/"));
        await tab.LeaveBy(() => tab.ClickLink("so sánh tỷ lệ lao động qua đào tạo"));
        await tab.LeaveBy(() => tab.ClickLink("2025"));
        Assert.Equal("Bắc Kạn", await tab.Text(".tall tbody th"));
        await tab.LeaveBy(() => tab.ClickLink("mục I.2, trang 2"));
        Assert.Equal("Tỷ lệ lao động qua đào tạo đạt từ 68,8% trở lên", await tab.Text("#mark"));
    }

    [Fact]
    public async Task Indicators_are_suggested_while_one_types()
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync(site.Url("/compare"));
        await tab.Type("#q", "lao dong qua da");
        await tab.Until("document.querySelectorAll('#suggestions option').length === 1");
        Assert.Equal("Tỷ lệ lao động qua đào tạo", await tab.Get<string>("document.querySelector('#suggestions option').value"));
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task Heads_stay_in_sight_and_a_bar_leads_to_its_words()
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync(site.Url("/compare?indicator=lao động qua đào tạo"));
        Assert.Equal("sticky", await tab.Get<string>("getComputedStyle(document.querySelector('.tall thead th')).position"));
        Assert.True(await tab.Get<bool>("document.querySelector('.bar').getBoundingClientRect().width > 100"));
        await tab.LeaveBy(() => tab.Run("document.querySelector('.chart a').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, view: window }))"));
        Assert.StartsWith("Tỷ lệ lao động qua đào tạo đạt từ 68,8%", await tab.Text("#mark"));
    }

    [Fact]
    public async Task Two_plans_are_put_side_by_side_without_a_script()
    {
        await using var tab = await browser.OpenAsync(scripts: false);
        await tab.GoAsync(site.Url($"/plans/{site.ShortId}"));
        await tab.LeaveBy(() => tab.ClickLink("So với kế hoạch khác"));
        await tab.Type("#q", "12/KH-UBND");
        await tab.LeaveBy(() => tab.Press("Enter"));
        await tab.LeaveBy(() => tab.ClickLink("Kế hoạch 12/KH-UBND"));
        Assert.Equal(2, await tab.Count("thead th a:first-child"));
        Assert.Equal(4, await tab.Count("tbody tr"));
        Assert.Equal($"/compare/plans?plan={site.ShortId}&plan={site.WholeId}", await tab.Address());
    }
}
