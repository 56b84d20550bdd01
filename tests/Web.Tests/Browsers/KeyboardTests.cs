namespace Plans.Web.Tests.Browsers;

[Collection(BrowserCollection.Name)]
public sealed class KeyboardTests(Browser browser, SampleSite site)
{
    [Fact]
    public async Task A_search_is_made_and_a_hit_opened_without_a_mouse()
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync(site.Url("/"));
        await tab.Press("/");
        await tab.Type("#q", "lao dong qua dao tao");
        await tab.LeaveBy(() => tab.Press("Enter"));
        Assert.StartsWith("/search?q=lao", await tab.Address());

        await tab.Press("j");
        await tab.Press("j");
        await tab.Press("k");
        Assert.Equal(await tab.Get<string>("document.querySelector('.hit a').href"), await tab.Get<string>("document.activeElement.href"));
        await tab.LeaveBy(() => tab.Press("Enter"));
        Assert.Contains("/text?mark=", await tab.Address());
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task A_question_mark_lists_the_keys_and_escape_leaves_them()
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync(site.Url("/search?q=nghề"));
        await tab.Press("?");
        Assert.True(await tab.Get<bool>("document.getElementById('keys').open"));
        Assert.Equal(10, await tab.Count("#keys dt"));
        await tab.Press("Escape");
        Assert.False(await tab.Get<bool>("document.getElementById('keys').open"));
    }

    [Fact]
    public async Task C_compares_the_chosen_target()
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync(site.Url($"/plans/{site.ShortId}/targets"));
        await tab.Press("j");
        await tab.LeaveBy(() => tab.Press("c"));
        Assert.StartsWith("/compare?indicator=Tỷ", await tab.Address());
    }

    [Fact]
    public async Task N_and_p_go_through_the_marked_places_of_a_text()
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync(site.Url($"/plans/{site.WholeId}/text"));
        await tab.Press("n");
        await tab.Press("n");
        Assert.Equal("t1", await tab.Get<string>("document.activeElement.innerText"));
        await tab.Press("p");
        Assert.Equal("b1", await tab.Get<string>("document.activeElement.innerText"));
    }

    [Fact]
    public async Task Typing_into_a_box_is_only_typing()
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync(site.Url("/search?q=nghề"));
        await tab.Run("const q = document.getElementById('q'); q.focus(); q.setSelectionRange(5, 5)");
        await tab.Press("j");
        await tab.Press("?");
        Assert.Equal("nghềj?", await tab.Get<string>("document.getElementById('q').value"));
        Assert.False(await tab.Get<bool>("document.getElementById('keys').open"));
    }
}
