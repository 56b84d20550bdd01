using Plans.Extraction;

namespace Plans.Web.Tests;

public sealed class PagingTests(PagingTests.ManyTasks site) : IClassFixture<PagingTests.ManyTasks>
{
    private const int Count = 45;

    [Fact]
    public async Task Pages_of_results_lead_through_every_hit_once()
    {
        var seen = new List<string>();
        for (var address = "/search?kind=task&q=thôn"; address is not null;)
        {
            var page = await site.Page(address);
            seen.AddRange(page.QuerySelectorAll(".hit h3 a").Select(link => link.GetAttribute("href")!));
            address = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(Count, seen.Count);
        Assert.Equal(Count, seen.Distinct().Count());
    }

    [Fact]
    public async Task A_page_says_where_it_is()
    {
        var page = await site.Page("/search?kind=task&q=thôn&page=2");
        Assert.StartsWith("45 kết quả, đang xem 21–40", page.One(".summary").Seen());
        Assert.Equal("2", page.One(".pager [aria-current]").Seen());
        Assert.Equal(["← Trước", "1", "3", "Sau →"], page.All(".pager a"));
    }

    public sealed class ManyTasks : Site
    {
        public override async Task InitializeAsync()
        {
            var lines = Enumerable.Range(1, Count).Select(i => $"Sở Y tế khám bệnh tại thôn số {i}.").ToList();
            var sample = new SamplePlan(new DocumentFields { Type = "Kế hoạch", Title = "Khám bệnh", Province = "Sơn La" }, string.Join('\n', lines));
            lines.ForEach(line => sample.Task(line, ["Sở Y tế"]));
            Save("kham-benh.txt", sample);
            await base.InitializeAsync();
        }
    }
}
