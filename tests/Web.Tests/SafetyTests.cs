using System.Net;
using Plans.Extraction;

namespace Plans.Web.Tests;

public sealed class SafetyTests(SafetyTests.HostileSite site) : IClassFixture<SafetyTests.HostileSite>
{
    private const string Script = "<script>alert(1)</script>";
    private const string Attribute = "\"><img src=x onerror=alert(1)>";

    public static TheoryData<string> Pages =>
    [
        "/", "/search", $"/search?q={Uri.EscapeDataString(Script)}", $"/search?q=nghề&province={Uri.EscapeDataString(Attribute)}&agency={Uri.EscapeDataString(Script)}",
        "/search?q=alert", "/search?kind=task&q=alert", "/plans/1", "/plans/1/text", "/plans/1/text?mark=0-20", "/compare?indicator=alert",
        "/plans/1/targets", "/plans/1/tasks", "/compare/plans?plan=1&find=alert", "/review", "/review/1/t1", "/review/1", "/review/history", "/loads", "/loads/1", "/loads/files",
        "/audit", "/saved", $"/login?to={Uri.EscapeDataString(Attribute)}", "/help",
        $"/compare?indicator={Uri.EscapeDataString(Attribute)}&province={Uri.EscapeDataString(Script)}", "/nowhere/" + Uri.EscapeDataString(Script),
        "/?lang=en&" + Uri.EscapeDataString(Attribute) + "=1",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_planted_becomes_part_of_a_page(string address)
    {
        var answer = await site.Get(address);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.All(page.QuerySelectorAll("script"), script =>
        {
            Assert.Matches("^/assets/[a-z]+\\.js\\?v=", script.GetAttribute("src"));
            Assert.Empty(script.TextContent);
        });
        Assert.Empty(page.QuerySelectorAll("img, style, iframe, object, [style]"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("a"), link => Assert.Matches("^(/|#)(?!/)", link.GetAttribute("href")));
    }

    [Fact]
    public async Task What_was_planted_is_shown_as_the_text_it_is()
    {
        var page = await site.Page("/plans/1");
        Assert.Equal($"Kế hoạch {Script}", page.One("h1").Seen());
        Assert.Equal($"I {Attribute}", page.One(".outline a").Seen());
        Assert.Contains(Script, (await site.Page("/plans/1/text")).One(".source").TextContent);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/search?q=-a")]
    [InlineData("/plans/1")]
    [InlineData("/plans/99")]
    [InlineData("/api/plans/1")]
    [InlineData("/api/nothing")]
    [InlineData("/health")]
    public async Task Every_answer_carries_the_safe_headers(string address)
    {
        var headers = (await site.Get(address)).Headers;
        var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; style-src 'self'; script-src 'self';", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(headers.GetValues("Referrer-Policy")));
        Assert.Equal("DENY", Assert.Single(headers.GetValues("X-Frame-Options")));
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:80")]
    [InlineData("127.0.0.1.evil.example")]
    public async Task A_name_that_is_not_this_machines_is_refused(string host) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Get("/api/plans", ("Host", host))).StatusCode);

    [Fact]
    public async Task Localhost_is_this_machine() => Assert.Equal(HttpStatusCode.OK, (await site.Get("/", ("Host", "localhost:5080"))).StatusCode);

    public sealed class HostileSite : Site
    {
        public override async Task InitializeAsync()
        {
            var text = $"I. {Attribute}\nSở {Script} alert mở lớp\nTỷ lệ alert {Script} đạt 5%\n<b>cell</b>\t{Script}";
            Save($"{Script}.txt", new SamplePlan(
                new DocumentFields
                {
                    Type = "Kế hoạch",
                    Number = Attribute,
                    Title = $"Kế hoạch {Script}",
                    Province = $"{Script}{Attribute}",
                    Date = Script,
                    Issuer = Attribute,
                },
                text)
                .Section("I", Attribute, "I. ", null)
                .Task($"Sở {Script} alert mở lớp", [Attribute, Script], [Script], Script, "I")
                .Target($"Tỷ lệ alert {Script} đạt 5%", $"Tỷ lệ alert {Script}", 5, Attribute, $"5% {Script}", 2025)
                .Basis(Script, Attribute, Script, "mở lớp")
                .Money(1, Script, "đạt 5%")
                .Finding(Attribute, Script, "<b>cell</b>"));
            await base.InitializeAsync();
        }
    }
}
