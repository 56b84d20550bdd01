using System.Net;
using System.Text.Json;
using Plans.Extraction;
using Plans.Ingest;

namespace Plans.Web.Tests.Browsers;

/// <summary>A box of a page, read anew as a table: drawn with the mouse, or typed where there is no script.</summary>
public sealed class PageBoxTests(PageBoxTests.TableSite site, Browser browser) : IClassFixture<PageBoxTests.TableSite>, IClassFixture<Browser>
{
    /// <summary>Around the table, in hundredths of A4.</summary>
    private const string Around = "left=10&top=10&right=80&bottom=30";

    [Fact]
    public async Task A_drawn_box_becomes_a_table_and_a_row_of_it_a_target()
    {
        await using var tab = await browser.OpenAsync();
        await tab.GoAsync(site.Url($"/plans/{site.RuledId}/pages/1"));
        await tab.Until("document.querySelector('svg.page.drawing image').getBoundingClientRect().height > 100");
        await tab.Drag("svg.page", 0.10, 0.10, 0.80, 0.30);
        Assert.Equal("10", (await tab.Get<string>("document.getElementById('box-left').value"))[..2]);
        await tab.LeaveBy(() => tab.Click("#box button"));
        Assert.Contains("3 dòng, 3 cột, chia theo nét kẻ.", await tab.Text(".summary"));
        Assert.Equal(["Chi tieu|2024|2025", "Ho co nuoc sach|80|90", "Ho co dien|95|99"], await Rows(tab));
        await AccessibilityTests.Check(tab, "A box of a page");
        await tab.LeaveBy(() => tab.Click(".box-table tr:nth-child(2) a"));
        Assert.Equal("Ho co nuoc sach 80 90", await tab.Get<string>("document.getElementById('Target-words').value"));
        Assert.Equal("80", await tab.Get<string>("document.getElementById('Target-value').value"));
        await tab.LeaveBy(() => tab.Click("main section button"));
        Assert.Contains(site.Store.Plans.Get(site.RuledId)!.Plan.Targets, target => target is { Indicator: "Ho co nuoc sach", Value: 80 });
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task Without_lines_the_gaps_tell_the_columns_and_without_a_script_the_edges_are_typed()
    {
        await using var tab = await browser.OpenAsync(scripts: false);
        await tab.GoAsync(site.Url($"/plans/{site.GapsId}/pages/1"));
        await tab.Type("#box-top", "10,5");
        await tab.Type("#box-bottom", "30");
        await tab.LeaveBy(() => tab.Click("#box button"));
        Assert.Contains("chia theo khoảng trống", await tab.Text(".summary"));
        Assert.Equal(["Chi tieu|2024|2025", "Ho co nuoc sach|80|90", "Ho co dien|95|99"], await Rows(tab));
    }

    [Fact]
    public async Task It_is_taken_away_and_answered_to_programs()
    {
        var file = await (await site.Get($"/plans/{site.RuledId}/pages/1/box/export?{Around}&format=csv")).Content.ReadAsStringAsync();
        Assert.Contains("Ho co dien,95,99", file);
        var table = JsonElement.Parse(await (await site.Get($"/api/plans/{site.RuledId}/pages/1/box?{Around}")).Content.ReadAsStringAsync());
        Assert.True(table.GetProperty("is_ruled").GetBoolean());
        Assert.Equal("90", table.GetProperty("rows")[1][2].GetString());
    }

    [Fact]
    public async Task An_empty_box_says_so() => Assert.Contains("Trong ô không có chữ nào.", (await site.Page($"/plans/{site.RuledId}/pages/1/box?left=1&top=80&right=90&bottom=90")).All(".notice"));

    [Theory]
    [InlineData("/api/plans/1/pages/1/box?left=1&top=1&right=1&bottom=9", HttpStatusCode.BadRequest)]
    [InlineData("/api/plans/1/pages/1/box?left=-1&top=1&right=9&bottom=9", HttpStatusCode.BadRequest)]
    [InlineData("/api/plans/1/pages/1/box?left=1&top=1&right=101&bottom=9", HttpStatusCode.BadRequest)]
    [InlineData("/api/plans/1/pages/2/box?left=1&top=1&right=9&bottom=9", HttpStatusCode.NotFound)]
    [InlineData("/api/plans/99/pages/1/box?left=1&top=1&right=9&bottom=9", HttpStatusCode.NotFound)]
    [InlineData("/plans/99/pages/1/box?left=1&top=1&right=9&bottom=9", HttpStatusCode.NotFound)]
    [InlineData("/plans/1/pages/1/box/export?left=x", HttpStatusCode.BadRequest)]
    public async Task What_is_no_box_is_refused(string address, HttpStatusCode status) => Assert.Equal(status, (await site.Get(address)).StatusCode);

    private static Task<string[]> Rows(Tab tab) =>
        tab.Get<string[]>("[...document.querySelectorAll('.box-table tr')].map(row => [...row.cells].filter(cell => !cell.querySelector('a')).map(cell => cell.innerText).join('|'))");

    public sealed class TableSite : Site
    {
        private static readonly string[][] Rows = [["Chi tieu", "2024", "2025"], ["Ho co nuoc sach", "80", "90"], ["Ho co dien", "95", "99"]];

        public long RuledId { get; private set; }

        public long GapsId { get; private set; }

        public override async Task InitializeAsync()
        {
            RuledId = Save("bang.pdf", Plan("1/KH-UBND"), SmallPdf.Table(true, Rows));
            GapsId = Save("khong-ke.pdf", Plan("2/KH-UBND"), SmallPdf.Table(false, Rows));
            await base.InitializeAsync();
        }

        private static SamplePlan Plan(string number) =>
            new(new DocumentFields { Type = "Kế hoạch", Number = number, Title = "Điện nước", Province = "Sơn La" }, "I. MUC TIEU\nHo co nuoc sach\t80\t90\nHo co dien\t95\t99")
            {
                MediaType = "application/pdf",
                Pages = [new PageRecord(1, PageSource.Text, 595, 842)],
            };
    }
}
