using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Plans.Extraction;
using Plans.Web.Accounts;

namespace Plans.Web.Tests.Browsers;

/// <summary>Looking at what was read, the most doubtful first, with one hand on the keyboard.</summary>
public sealed class ReviewTests(Browser browser) : IClassFixture<Browser>
{
    private const string Password = "mat khau dai cua toi";

    [Fact]
    public async Task The_most_doubtful_comes_first_and_keys_say_what_is_right()
    {
        await using var site = await DoubtfulSite.StartAsync();
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync(site.Url("/review"));
        Assert.Equal(["Chỉ tiêu chuyến bay: 3 chuyến", "Chỉ tiêu cầu: 12 cầu", "Chỉ tiêu đường: 40 km", "Nhiệm vụ Sở Xây dựng làm đường."],
            await tab.Get<string[]>("[...document.querySelectorAll('tbody td:first-child')].map(cell => cell.innerText.replace(/\\s+/g, ' ').trim())"));

        // What does not hold together is more doubtful than its confidence says.
        await tab.LeaveBy(() => tab.ClickLink("Bắt đầu soát"));
        Assert.Equal("3 chuyến bay", await tab.Text("#mark"));
        await tab.LeaveBy(() => tab.Press("x"));
        Assert.Equal("xây 12 cầu", await tab.Text("#mark"));
        await tab.Type("#f-value", "21");
        await tab.Press("Escape");
        await tab.LeaveBy(() => tab.Press("s"));
        Assert.Equal("làm 40 km đường", await tab.Text("#mark"));
        await tab.LeaveBy(() => tab.Press("n"));
        Assert.Equal("Sở Xây dựng làm đường.", await tab.Text("#mark"));
        await tab.LeaveBy(() => tab.Press("a"));

        Assert.Equal(["cầu|21", "đường|40"], site.Store.Plans.Get(site.Id)!.Plan.Targets.Select(target => FormattableString.Invariant($"{target.Indicator}|{target.Value}")));
        await tab.GoAsync(site.Url($"/plans/{site.Id}/targets"));
        Assert.Equal("✎", await tab.Text("tbody tr:first-child .review"));
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task Everything_is_in_the_history_and_can_be_undone_without_a_script()
    {
        await using var site = await DoubtfulSite.StartAsync();
        await using var tab = await browser.OpenAsync(scripts: false);
        await tab.GoAsync(site.Url($"/review/{site.Id}/t1"));
        await tab.LeaveBy(() => tab.Run("document.querySelector('button[value=reject]').click()"));
        Assert.Equal(2, site.Store.Plans.Get(site.Id)!.Plan.Targets.Count);
        await tab.GoAsync(site.Url("/review/history"));
        Assert.Contains("Bỏ", await tab.Text(".history li"));
        await tab.LeaveBy(() => tab.ClickLink("Hoàn tác"));
        Assert.Equal(3, site.Store.Plans.Get(site.Id)!.Plan.Targets.Count);
        Assert.Contains("đã hoàn tác (local", await tab.Text(".history li"));
    }

    [Fact]
    public async Task What_is_missing_is_added_by_its_words()
    {
        await using var site = await DoubtfulSite.StartAsync();
        await using var tab = await browser.OpenAsync(scripts: false);
        await tab.GoAsync(site.Url($"/review/{site.Id}"));
        await tab.Type("#Target-words", "trồng 500 cây");
        await tab.Type("#Target-indicator", "cây");
        await tab.Run("document.querySelector('#Target-comparator').value = '>='");
        await tab.Type("#Target-value", "500");
        await tab.Type("#Target-unit", "cây");
        await tab.LeaveBy(() => tab.Click("main section button"));
        Assert.Contains(site.Store.Plans.Get(site.Id)!.Plan.Targets, target => target is { Indicator: "cây", Comparator: ">=", Value: 500 });
    }

    [Fact]
    public async Task A_value_that_makes_no_sense_is_said_and_what_was_typed_stays()
    {
        await using var site = await DoubtfulSite.StartAsync();
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync(site.Url($"/review/{site.Id}/t1"));
        await tab.Type("#f-value", "nhiều");
        await tab.LeaveBy(() => tab.Run("document.querySelector('button[value=set]').click()"));
        Assert.Contains("nhiều", await tab.Text("[role=alert]"));
        Assert.Equal("nhiều", await tab.Get<string>("document.querySelector('#f-value').value"));
    }

    [Fact]
    public async Task A_reader_may_look_and_not_correct()
    {
        await using var site = await DoubtfulSite.StartAsync(new SiteOptions { RequireAccounts = true });
        var accounts = site.Services.GetRequiredService<AccountBook>();
        accounts.Add("lan", Password, Role.Reader);
        accounts.Add("hoa", Password, Role.Reviewer);
        using var reader = site.NewSession();
        await reader.SignIn("lan", Password);
        Assert.Equal(HttpStatusCode.OK, (await reader.Get($"/plans/{site.Id}/targets")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Get("/review")).StatusCode);
        var token = (await reader.Page("/account")).QuerySelector("input[name=token]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Post($"/review/{site.Id}/t1", ("token", token), ("action", "reject"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Post("/loads", ("token", token))).StatusCode);
        Assert.Equal(3, site.Store.Plans.Get(site.Id)!.Plan.Targets.Count);

        using var reviewer = site.NewSession();
        await reviewer.SignIn("hoa", Password);
        Assert.Equal(HttpStatusCode.Found, (await reviewer.Submit($"/review/{site.Id}/t1", $"/review/{site.Id}/t1", ("action", "reject"), ("why", "chép nhầm"))).StatusCode);
        Assert.Equal(["hoa: chép nhầm"], site.Store.Plans.Get(site.Id)!.Review.Corrections.Select(correction => $"{correction.Who}: {correction.Why}"));
    }

    private sealed class DoubtfulSite(SiteOptions options) : Site(options), IAsyncDisposable
    {
        public long Id { get; private set; }

        public static async Task<DoubtfulSite> StartAsync(SiteOptions? options = null)
        {
            var site = new DoubtfulSite(options ?? new SiteOptions());
            site.Id = site.Save("duong.txt", new SamplePlan(
                new DocumentFields { Type = "Kế hoạch", Number = "7/KH-UBND", Title = "Làm đường", Province = "Sơn La" },
                "I. MỤC TIÊU\nNăm 2025 làm 40 km đường, xây 12 cầu, mở 3 chuyến bay, trồng 500 cây.\nSở Xây dựng làm đường.")
                .Target("xây 12 cầu", "cầu", 12, "cầu", "12 cầu", 2025, confidence: 0.4)
                .Target("làm 40 km đường", "đường", 40, "km", "40 km", 2025, confidence: 0.6)
                .Target("3 chuyến bay", "chuyến bay", 3, "chuyến", "3 chuyến", 2025, confidence: 0.7)
                .Task("Sở Xây dựng làm đường.", ["Sở Xây dựng"])
                .Finding("target-without-year", "3 chuyến bay", "3 chuyến bay"));
            await site.InitializeAsync();
            return site;
        }

        async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();
    }
}
