using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Plans.Store.Export;
using Plans.Store.Search;
using Plans.Store.Tests.Search;

namespace Plans.Store.Tests.Export;

public abstract class PlanExportTests(SearchFixture plans)
{
    private static readonly SearchRequest Everything = new() { Query = "" };

    [Fact]
    public void Csv_has_a_byte_order_mark_and_quotes_where_needed()
    {
        var bytes = Write(HitKind.Task, Everything, ExportFormat.Csv);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.StartsWith("task,text,lead,support,deadline,due_date,section,confidence,plan_id,number,", lines[0]);
        Assert.StartsWith($"k1,Chủ trì tuyển sinh và đào tạo lại.,Sở Nội vụ,\"Sở Y tế; các sở, ngành\",trong quý III/2026,2026-09-30,II.1,0.8,{plans.LangSon},190/KH-UBND,2025-07-15,Lạng Sơn,", lines[1]);
        Assert.Equal(("", 4), (lines[^1], lines.Length));
    }

    [Fact]
    public void Json_lines_are_objects_with_numbers()
    {
        var lines = Encoding.UTF8.GetString(Write(HitKind.Target, Everything with { Query = "đào tạo" }, ExportFormat.Jsonl)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var target = JsonDocument.Parse(Assert.Single(lines)).RootElement;
        Assert.Equal(68.8m, target.GetProperty("value").GetDecimal());
        Assert.Equal("%", target.GetProperty("unit").GetString());
        Assert.Equal(2030, target.GetProperty("year").GetInt32());
        Assert.Equal(JsonValueKind.Null, target.GetProperty("value_max").ValueKind);
        Assert.StartsWith($"/plan/{plans.LangSon}#", target.GetProperty("source").GetString());
    }

    [Fact]
    public void A_workbook_has_numbers_as_numbers_and_links()
    {
        using var book = new ZipArchive(new MemoryStream(Write(HitKind.Target, Everything, ExportFormat.Xlsx)));
        Assert.All(book.Entries, entry => XDocument.Load(entry.Open()));
        var sheet = XDocument.Load(book.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var space = sheet.Root!.Name.Namespace;
        var rows = sheet.Descendants(space + "row").Select(row => row.Elements().ToList()).ToList();
        Assert.Equal(4, rows.Count);
        var value = rows[0].FindIndex(cell => cell.Value == "value");
        Assert.Equal((null, "68.8"), (rows[1][value].Attribute("t")?.Value, rows[1][value].Element(space + "v")!.Value));
        Assert.Equal("tỷ lệ lao động qua đào tạo", rows[1][1].Value);
        Assert.StartsWith($"HYPERLINK(\"/plan/{plans.LangSon}#", rows[1][^1].Element(space + "f")!.Value);
    }

    /// <summary>What is exported is what a search with the same filter counts.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("dao")]
    [InlineData("đào -tạo")]
    [InlineData("năm:2025")]
    [InlineData("giá-trị:>=60")]
    [InlineData("tỉnh:\"Lạng Sơn\" (mục OR sở)")]
    public void Exports_what_the_search_finds(string query)
    {
        foreach (var kind in Enum.GetValues<HitKind>())
        {
            using var target = new MemoryStream();
            var rows = plans.Store.Export.Write(kind, Everything with { Query = query }, ExportFormat.Csv, target);
            Assert.Equal(plans.Store.Search.Find(Everything with { Query = query, Kinds = [kind] }).Total, rows);
        }
    }

    [Fact]
    public void What_a_spreadsheet_would_calculate_is_text()
    {
        using var test = new TestStore(plans.Engine);
        test.Save("/a.txt", PlanBuilder.Of("Huế", "1/KH-UBND", "=HYPERLINK(\"http://x\")\u0001").Line("a"));
        using var csv = new MemoryStream();
        test.Store.Export.Write(HitKind.Plan, Everything, ExportFormat.Csv, csv);
        Assert.Contains(",\"'=HYPERLINK(\"\"http://x\"\")", Encoding.UTF8.GetString(csv.ToArray()));
        using var xlsx = new MemoryStream();
        test.Store.Export.Write(HitKind.Plan, Everything, ExportFormat.Xlsx, xlsx);
        using var book = new ZipArchive(xlsx);
        XDocument.Load(book.GetEntry("xl/worksheets/sheet1.xml")!.Open());
    }

    private byte[] Write(HitKind kind, SearchRequest request, ExportFormat format)
    {
        using var target = new MemoryStream();
        plans.Store.Export.Write(kind, request, format, target, (plan, span) => $"/plan/{plan}#{span?.Start}");
        return target.ToArray();
    }
}

public sealed class PlanExportTestsOnSqlite(SqliteSearchFixture plans) : PlanExportTests(plans), IClassFixture<SqliteSearchFixture>;

public sealed class PlanExportTestsOnPostgres(PostgresSearchFixture plans) : PlanExportTests(plans), IClassFixture<PostgresSearchFixture>;
