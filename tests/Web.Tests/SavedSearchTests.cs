using System.Net;
using System.Xml.Linq;

namespace Plans.Web.Tests;

public sealed class SavedSearchTests : IAsyncLifetime
{
    private readonly Site site = new();

    [Fact]
    public async Task A_kept_search_tells_what_later_loads_bring_and_has_a_feed()
    {
        site.Save("bac-kan.txt", SampleSite.Whole);
        using var session = site.NewSession();
        await session.Submit("/search?q=lao+động&kind=target", "/saved", ("name", "Lao động <b>"));
        Assert.Equal(["Lao động <b>", "0", "Atom", "Đã xem Xóa"], (await session.Page("/saved")).One("tbody tr").Cells());

        site.Save("ca-mau.txt", new SamplePlan(new() { Type = "Kế hoạch", Number = "9/KH-UBND", Title = "Nuôi tôm", Province = "Cà Mau" }, "Đào tạo 500 lao động nuôi tôm.")
            .Target("Đào tạo 500 lao động nuôi tôm", "lao động nuôi tôm", 500, "lao động", "500 lao động", 2025));
        var page = await session.Page("/saved");
        Assert.Equal("1", page.All("tbody td")[1]);
        Assert.Single((await session.Page(page.Link("1"))).QuerySelectorAll(".hit"));

        // A feed reader has no session.
        var feed = XDocument.Parse(await (await site.Get(page.Link("Atom"))).Content.ReadAsStringAsync());
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var entry = Assert.Single(feed.Root!.Elements(atom + "entry"));
        Assert.Contains("9/KH-UBND", entry.Element(atom + "title")!.Value);
        Assert.Contains("500 lao động nuôi tôm", entry.Element(atom + "summary")!.Value);

        await session.Submit("/saved", "/saved/1/seen");
        Assert.Equal("0", (await session.Page("/saved")).All("tbody td")[1]);
        await session.Submit("/saved", "/saved/1/remove");
        Assert.Empty((await session.Page("/saved")).QuerySelectorAll("tbody tr"));
    }

    [Theory]
    [InlineData("/feeds/0123456789abcdef")]
    [InlineData("/saved/7")]
    public async Task What_is_nobodys_is_not_there(string address) => Assert.Equal(HttpStatusCode.NotFound, (await site.Get(address)).StatusCode);

    public Task InitializeAsync() => site.InitializeAsync();

    public Task DisposeAsync() => site.DisposeAsync();
}
