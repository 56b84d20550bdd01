using System.Net;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Plans.Web.Tests;

public sealed class BrokenStoreTests(BrokenStoreTests.BrokenSite site) : IClassFixture<BrokenStoreTests.BrokenSite>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/search?q=nghề")]
    [InlineData("/plans/1")]
    public async Task A_reader_is_told_to_come_back_and_nothing_of_the_inside(string address)
    {
        var page = await site.Page(address, HttpStatusCode.ServiceUnavailable);
        Assert.Equal("Cơ sở dữ liệu chưa trả lời", page.One("h1").Seen());
        Assert.DoesNotContain("plans.db", page.DocumentElement.TextContent);
    }

    [Fact]
    public async Task A_program_is_told_by_problem_details()
    {
        var answer = await site.Get("/api/plans");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        var problem = JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("store-unavailable", problem.GetProperty("code").GetString());
        Assert.DoesNotContain("plans.db", problem.ToString());
    }

    [Fact]
    public async Task Health_says_why_to_whoever_runs_the_site_and_to_no_stranger()
    {
        var answer = await site.Get("/health");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("down", JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("status").GetString());
        Assert.Contains("message", await answer.Content.ReadAsStringAsync());

        var guarded = new StrangersSite();
        await guarded.InitializeAsync();
        var told = await guarded.Get("/health");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, told.StatusCode);
        Assert.Equal(["status"], JsonElement.Parse(await told.Content.ReadAsStringAsync()).EnumerateObject().Select(property => property.Name));
        await guarded.DisposeAsync();
    }

    /// <summary>Broken in the same way, and open to others.</summary>
    private sealed class StrangersSite() : BrokenSite(new SiteOptions { RequireAccounts = true });

    /// <summary>Its database has lost what it needs.</summary>
    public class BrokenSite : Site
    {
        public BrokenSite()
        {
        }

        protected BrokenSite(SiteOptions options)
            : base(options)
        {
        }

        public override async Task InitializeAsync()
        {
            using (var connection = new SqliteConnection($"Data Source={Store.Options.DatabasePath};Pooling=False"))
            {
                connection.Open();
                var drop = connection.CreateCommand();
                drop.CommandText = "drop table passages; drop table plans;";
                drop.ExecuteNonQuery();
            }

            await base.InitializeAsync();
        }
    }
}
