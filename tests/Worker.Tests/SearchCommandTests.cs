using System.Text;
using System.Text.Json.Nodes;
using Plans.Extraction;
using Plans.Ingest;
using Plans.Worker.CommandLine;

namespace Plans.Worker.Tests;

public sealed class SearchCommandTests : IDisposable
{
    private const string Text =
        """
        ỦY BAN NHÂN DÂN
        TỈNH YÊN BÁI
        Số: 47/KH-UBND
        Yên Bái, ngày 12 tháng 02 năm 2019

        KẾ HOẠCH
        Giảm nghèo bền vững trên địa bàn tỉnh năm 2019

        I. MỤC TIÊU
        1. Tỷ lệ hộ nghèo giảm còn 5,5% vào cuối năm 2019.
        2. Tỷ lệ lao động qua đào tạo đạt 57,5%.
        """;

    private readonly StoreFolder _folder = new();
    private readonly TemporaryFolder _lists = new();
    private readonly string _data;

    public SearchCommandTests()
    {
        var id = _folder.Register("giam-ngheo.txt", Text);
        var document = new DocumentReader().Read(new FileContent("giam-ngheo.txt", Encoding.UTF8.GetBytes(Text)));
        _folder.Store.Save(_folder.Store.Ledger.Start(id, "worker")!, document, PlanExtractor.Extract(document));
        _data = _folder.Store.Options.DataFolder;
    }

    [Fact]
    public async Task Hits_come_by_value_counted_and_page_by_page()
    {
        var run = await Search("tỷ lệ", "--kind", "target", "--sort", "value", "--limit", "1", "--facets", "--json");
        var first = JsonNode.Parse(run.Output)!;
        Assert.Equal((2, "t2"), ((int)first["total"]!, (string)first["hits"]![0]!["item_id"]!));
        Assert.Equal(("Yên Bái", 2), ((string)first["facets"]!["provinces"]![0]!["value"]!, (int)first["facets"]!["provinces"]![0]!["count"]!));

        var next = await Search("tỷ lệ", "--kind", "target", "--sort", "value", "--limit", "1", "--after", (string)first["next"]!);
        Assert.Contains("hộ nghèo", next.Output);
        Assert.Equal("1 of 2 hits.\n", next.Error);
    }

    [Fact]
    public async Task A_mistyped_word_gets_a_suggestion() =>
        Assert.Equal("Nothing found. Did you mean: nghèo\n", (await Search("nghềoo")).Error);

    [Fact]
    public async Task A_list_of_queries_gives_a_line_for_each()
    {
        var list = _lists["queries.txt"];
        File.WriteAllText(list, "hộ nghèo\n\nrừng ngập mặn\n-\n");
        var run = await Search("--queries", list, "--kind", "target", "--csv");
        var lines = run.Output.TrimEnd().Split("\r\n");
        Assert.Equal("\uFEFFquery,hits,provinces,best hit,plan,province,page,problem", lines[0]);
        Assert.StartsWith("hộ nghèo,1,1,", lines[1]);
        Assert.Contains("47/KH-UBND,Yên Bái,1,", lines[1]);
        Assert.StartsWith("rừng ngập mặn,0,0,", lines[2]);
        Assert.Equal((4, ExitCode.AllWell), (lines.Length, run.ExitCode));
    }

    [Theory]
    [InlineData("--after", "x", "Begin at the first page")]
    [InlineData("--queries", "/no/such/list", "cannot be read")]
    public async Task Wrong_use_is_told(string option, string value, string said)
    {
        var run = await Search("nghèo", option, value);
        Assert.NotEqual(ExitCode.AllWell, run.ExitCode);
        Assert.Contains(said, run.Error);
    }

    [Fact]
    public async Task Few_plans_need_no_blocks() => Assert.Contains("too few plans", (await CommandLineRun.Of("db", "reindex", "--data", _data)).Output);

    public void Dispose()
    {
        _folder.Dispose();
        _lists.Dispose();
    }

    private Task<CommandLineRun> Search(params string[] arguments) => CommandLineRun.Of(["search", .. arguments, "--data", _data]);
}
