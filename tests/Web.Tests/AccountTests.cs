using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Plans.Web.Accounts;

namespace Plans.Web.Tests;

/// <summary>A site that others can reach: nobody sees or does anything without an account that may.</summary>
public sealed class AccountTests(AccountTests.GuardedSite site) : IClassFixture<AccountTests.GuardedSite>
{
    private const string Password = "mat khau dai cua toi";

    [Theory]
    [InlineData("/")]
    [InlineData("/search?q=nghề")]
    [InlineData("/plans/1")]
    [InlineData("/plans/1/original")]
    [InlineData("/compare")]
    [InlineData("/audit")]
    [InlineData("/nowhere")]
    public async Task A_stranger_is_led_to_the_sign_in(string address)
    {
        var answer = await site.Get(address);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.StartsWith("/login?to=", answer.Headers.Location!.IsAbsoluteUri ? answer.Headers.Location.PathAndQuery : answer.Headers.Location.ToString());
    }

    [Theory]
    [InlineData("/api/plans")]
    [InlineData("/api/search?q=a")]
    [InlineData("/api/plans/1/text")]
    public async Task A_program_without_a_key_is_told_to_send_one(string address)
    {
        foreach (var headers in new (string, string)[][] { [], [("Authorization", "Bearer plans_wrong")], [("Authorization", "Basic bGFuOmxhbg==")] })
        {
            var answer = await site.Get(address, headers);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal("not-signed-in", JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("code").GetString());
        }
    }

    [Fact]
    public async Task An_account_leads_back_to_where_its_reader_wanted_to_go()
    {
        using var session = site.NewSession();
        var answer = await session.SignIn("lan", Password, "/plans/1?x=1");
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/plans/1?x=1", answer.Headers.Location!.ToString());
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("plans-session=", StringComparison.Ordinal)).ToLowerInvariant();
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=lax", cookie);
        Assert.Equal(HttpStatusCode.OK, (await session.Get("/search?q=nghề")).StatusCode);
        Assert.Equal("lan", (await session.Page("/")).One("a.reader").Seen());
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    public async Task Signing_in_never_leads_to_another_site(string to)
    {
        using var session = site.NewSession();
        Assert.Equal("/", (await session.SignIn("lan", Password, to)).Headers.Location!.ToString());
    }

    [Fact]
    public async Task Signing_out_and_another_password_end_what_was_signed_in()
    {
        using var first = site.NewSession();
        using var second = site.NewSession();
        site.Accounts.Add("minh", Password, Role.Reader);
        await first.SignIn("minh", Password);
        await second.SignIn("minh", Password);
        Assert.Equal(HttpStatusCode.Found, (await first.Submit("/account", "/logout")).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await first.Get("/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await second.Get("/")).StatusCode);
        site.Accounts.SetPassword("minh", Password + "!");
        Assert.Equal(HttpStatusCode.Found, (await second.Get("/")).StatusCode);
    }

    [Fact]
    public async Task Another_readers_session_cannot_be_made_up_or_carried_into_a_form()
    {
        using var lan = site.NewSession();
        using var stranger = site.NewSession();
        await lan.SignIn("lan", Password);
        var token = (await lan.Page("/account")).QuerySelector("input[name=token]")!.GetAttribute("value")!;

        // The stranger has no cookie that belongs to the token, and an invented session is none.
        var forged = new HttpRequestMessage(HttpMethod.Post, "/account/keys") { Content = new FormUrlEncodedContent([new("token", token), new("name", "x")]) };
        forged.Headers.Add("Cookie", "plans-session=CfDJ8AAAA");
        Assert.NotEqual(HttpStatusCode.OK, (await stranger.Send(forged)).StatusCode);

        // Nor does one reader's token open another reader's forms.
        await stranger.SignIn("hoa", Password);
        Assert.Equal(HttpStatusCode.BadRequest, (await stranger.Post("/account/keys", ("token", token), ("name", "x"))).StatusCode);
        Assert.Empty(site.Accounts.Keys(site.Accounts.Find("hoa")!));
    }

    [Theory]
    [InlineData("/account/keys")]
    [InlineData("/logout")]
    [InlineData("/login")]
    public async Task A_form_without_its_token_is_refused(string address)
    {
        using var session = site.NewSession();
        await session.SignIn("lan", Password);
        Assert.Equal(HttpStatusCode.BadRequest, (await session.Post(address, ("name", "x"), ("password", "y"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await session.Post(address, ("name", "x"), ("token", "AAAA"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await session.Get("/")).StatusCode);
    }

    [Fact]
    public async Task Fifty_wrong_passwords_lock_the_name_also_for_the_right_one()
    {
        site.Accounts.Add("tuan", Password, Role.Reader);
        using var session = site.NewSession();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 50; i++)
        {
            answers.Add((await session.SignIn("tuan", $"wrong password {i}")).StatusCode);
        }

        Assert.All(answers.Take(SignInGuard.MostErrors), status => Assert.Equal(HttpStatusCode.Unauthorized, status));
        Assert.All(answers.Skip(SignInGuard.MostErrors), status => Assert.Equal(HttpStatusCode.TooManyRequests, status));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await session.SignIn("tuan", Password)).StatusCode);
        Assert.Equal(40 + 1, site.Audit.Read(500).Count(entry => entry is { Who: "tuan", What: "locked" }));
    }

    [Fact]
    public async Task A_reader_may_not_see_the_audit_log_and_an_administrator_may()
    {
        using var lan = site.NewSession();
        using var chief = site.NewSession();
        await lan.SignIn("lan", Password);
        await chief.SignIn("chief", Password);
        Assert.Equal(HttpStatusCode.Forbidden, (await lan.Get("/audit")).StatusCode);
        Assert.Contains((await chief.Page("/audit")).QuerySelectorAll("tbody tr"), row => row.Cells() is [_, "chief", "đăng nhập", ..]);
    }

    [Fact]
    public async Task A_key_made_on_the_page_opens_the_api_until_it_is_revoked()
    {
        using var session = site.NewSession();
        await session.SignIn("chief", Password);
        var made = await session.Submit("/account", "/account/keys", ("name", "báo cáo"));
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await made.Content.ReadAsStringAsync());
        var key = page.One("code.key").Seen();
        Assert.Equal(HttpStatusCode.OK, (await site.Get("/api/plans", ("Authorization", $"Bearer {key}"))).StatusCode);
        Assert.Empty((await session.Page("/account")).QuerySelectorAll("code.key"));
        await session.Submit("/account", "/account/keys/");
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.Get("/api/plans", ("Authorization", $"Bearer {key}"))).StatusCode);
    }

    [Fact]
    public async Task Searching_too_often_has_to_wait()
    {
        using var session = site.NewSession();
        site.Accounts.Add("nhanh", Password, Role.Reader);
        await session.SignIn("nhanh", Password);
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i <= GuardedSite.Searches; i++)
        {
            answers.Add(await session.Get("/search?q=nghề"));
        }

        Assert.Equal(HttpStatusCode.OK, answers[0].StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1].StatusCode);
        Assert.NotNull(answers[^1].Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await session.Get("/plans/1")).StatusCode);
    }

    [Theory]
    [InlineData("ngan", "short")]
    [InlineData("", Password)]
    [InlineData("<script>", Password)]
    [InlineData("lan", Password)]
    public void Unfit_accounts_are_not_made(string name, string password) =>
        Assert.Throws<ArgumentException>(() => site.Accounts.Add(name, password, Role.Reader));

    [Fact]
    public void No_password_or_key_is_kept()
    {
        var key = site.Accounts.AddKey(site.Accounts.Find("hoa")!, "x");
        site.Accounts.RemoveKey(site.Accounts.Find("hoa")!, site.Accounts.Keys(site.Accounts.Find("hoa")!)[^1].Id);
        using var connection = new SiteDatabase(site.Folder).Open();
        var kept = string.Concat(Directory.GetFiles(site.Folder, "site.db*").Select(file => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file))));
        Assert.DoesNotContain(Password, kept);
        Assert.DoesNotContain(key, kept);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(site.Folder, "site.db")));
        }
    }

    public sealed class GuardedSite() : Site(new SiteOptions { RequireAccounts = true, SearchesPerMinute = Searches })
    {
        public const int Searches = 6;

        public AccountBook Accounts => Services.GetRequiredService<AccountBook>();

        public AuditLog Audit => Services.GetRequiredService<AuditLog>();

        public override async Task InitializeAsync()
        {
            Save("bac-kan.txt", SampleSite.Whole);
            Accounts.Add("lan", Password, Role.Reader);
            Accounts.Add("hoa", Password, Role.Reviewer);
            Accounts.Add("chief", Password, Role.Administrator);
            await base.InitializeAsync();
        }
    }
}
