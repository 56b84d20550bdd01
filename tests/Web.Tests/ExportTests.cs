using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Plans.Web.Tests;

/// <summary>A list taken away is the list that was shown, and a formula in it is text.</summary>
public sealed class ExportTests(ExportTests.FormulaSite site) : IClassFixture<ExportTests.FormulaSite>
{
    [Fact]
    public async Task A_search_is_taken_away_with_all_its_filters()
    {
        var page = await site.Page("/search?q=lao+động&kind=target&province=Bắc+Kạn");
        Assert.Equal(["CSV", "XLSX", "JSON"], page.All(".exports a"));
        var lines = await Lines(page.Link("CSV"));
        Assert.StartsWith("target,indicator,", lines[0]);
        Assert.EndsWith(",source", lines[0]);
        Assert.Equal(page.QuerySelectorAll(".hit").Length, lines.Count - 1);
        Assert.Contains("/plans/1/text?mark=", lines[1]);
    }

    [Theory]
    [InlineData("/plans/1/targets", 3)]
    [InlineData("/plans/1/tasks", 2)]
    [InlineData("/compare?indicator=lao+động+qua+đào+tạo", 1)]
    [InlineData("/compare?indicator=lao+động+qua+đào+tạo&view=years", 1)]
    [InlineData("/compare/plans?plan=1&plan=2", 8)]
    [InlineData("/cascade?number=45/QĐ-TTg", 1)]
    [InlineData("/agencies", 2)]
    [InlineData("/agencies?name=Sở+Tài+chính", 2)]
    [InlineData("/review", 6)]
    [InlineData("/review/history", 0)]
    [InlineData("/loads", 2)]
    [InlineData("/loads/files", 2)]
    public async Task Every_list_has_its_file_in_each_format(string address, int rows)
    {
        var page = await site.Page(address);
        Assert.Equal(rows + 1, (await Lines(page.Link("CSV"))).Count);
        Assert.Equal(rows, (await Lines(page.Link("JSON"))).Select(line => JsonElement.Parse(line)).Count(row => row.TryGetProperty("source", out _)));
        using var sheet = new ZipArchive(await (await site.Get(page.Link("XLSX"))).Content.ReadAsStreamAsync());
        Assert.NotNull(sheet.GetEntry("xl/worksheets/sheet1.xml"));
    }

    [Theory]
    [InlineData("findings", 1, "parts-do-not-sum")]
    [InlineData("outline", 5, "MỤC TIÊU")]
    [InlineData("funding", 1, "3500000000")]
    [InlineData("bases", 1, "45/QĐ-TTg")]
    public async Task The_lists_of_a_plan_are_taken_away_each(string list, int rows, string holds)
    {
        Assert.Contains($"/plans/1/{list}/export?format=csv", (await site.Page("/plans/1")).QuerySelectorAll(".exports a").Select(link => link.GetAttribute("href")));
        var lines = await Lines($"/plans/1/{list}/export?format=csv");
        Assert.Equal(rows + 1, lines.Count);
        Assert.Contains(lines, line => line.Contains(holds, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_changed_is_taken_away_part_by_part()
    {
        var page = await site.Page("/compare/changes?before=1&after=2");
        var lines = await Lines(page.Link("CSV"));
        Assert.Contains(lines, line => line.StartsWith("head,changed,number,12/KH-UBND", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("target,gone,Tỷ lệ lao động qua đào tạo,", StringComparison.Ordinal) && line.Contains("/plans/1/text?mark=", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("section,gone,KINH PHÍ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_audit_log_is_taken_away()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Send(HttpMethod.Post, "/review/undo/1")).StatusCode);
        Assert.Contains(await Lines("/audit/export?format=csv"), line => line.Contains("POST /review/undo/1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_formula_in_a_document_is_no_formula_in_the_file()
    {
        var lines = await Lines("/search/export?q=cmd&kind=target&format=csv");
        Assert.Contains("'=cmd|' /C calc'!A0", lines[1]);
        Assert.DoesNotContain(",=cmd", lines[1]);
        Assert.DoesNotContain("\"=cmd", lines[1]);
        using var sheet = new ZipArchive(await (await site.Get("/search/export?q=cmd&kind=target&format=xlsx")).Content.ReadAsStreamAsync());
        using var reader = new StreamReader(sheet.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.DoesNotMatch("<f>(?!HYPERLINK)", await reader.ReadToEndAsync());
    }

    [Theory]
    [InlineData("/search/export?q=a&kind=target&format=pdf")]
    [InlineData("/search/export?q=a")]
    [InlineData("/search/export?q=-a&kind=target")]
    [InlineData("/compare/export")]
    public async Task What_makes_no_sense_is_refused(string address) => Assert.Equal(HttpStatusCode.BadRequest, (await site.Get(address)).StatusCode);

    private async Task<List<string>> Lines(string address)
    {
        var answer = await site.Get(address);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        return [.. Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimStart('\uFEFF').TrimEnd('\r'))];
    }

    public sealed class FormulaSite : Site
    {
        public override async Task InitializeAsync()
        {
            Save("bac-kan.txt", SampleSite.Whole);
            Save("cong-thuc.txt", new SamplePlan(new() { Type = "Kế hoạch", Title = "=1+1", Province = "Sơn La" }, "Chỉ số =cmd|' /C calc'!A0 đạt 5%")
                .Target("Chỉ số =cmd|' /C calc'!A0 đạt 5%", "=cmd|' /C calc'!A0", 5, "%", "5%", 2025));
            await base.InitializeAsync();
        }
    }
}
