using System.Text.Json.Nodes;
using Plans.Extraction;
using Plans.Ingest;
using Plans.Store.Corrections;
using Plans.Worker.CommandLine;

namespace Plans.Worker.Tests;

public sealed class CorrectCommandTests : IDisposable
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
        1. Giảm tỷ lệ hộ nghèo xuống còn 5,5% vào cuối năm 2019.
        2. Tỷ lệ lao động qua đào tạo đạt 57,5%.

        II. TỔ CHỨC THỰC HIỆN
        1. Sở Y tế
        - Chủ trì, phối hợp với Sở Nội vụ khám sức khỏe cho người nghèo, hoàn thành trước ngày 30/6/2019.
        """;

    private readonly StoreFolder _folder = new();
    private readonly Plan _plan;
    private readonly string _data;

    public CorrectCommandTests()
    {
        var id = _folder.Register("giam-ngheo.txt", Text);
        var document = new DocumentReader().Read(new FileContent("giam-ngheo.txt", System.Text.Encoding.UTF8.GetBytes(Text)));
        _plan = PlanExtractor.Extract(document);
        _folder.Store.Save(_folder.Store.Ledger.Start(id, "worker")!, document, _plan);
        _data = _folder.Store.Options.DataFolder;
    }

    [Fact]
    public async Task A_value_is_corrected_shown_listed_and_undone()
    {
        var target = _plan.Targets.Single(t => t.Printed.StartsWith("57,5", StringComparison.Ordinal));
        var run = await Correct("47/KH-UBND", target.Id, "value=58,5", "year=2020", "--who", "Lan", "--why", "bản gốc", "--json");
        Assert.Equal((ExitCode.AllWell, ""), (run.ExitCode, run.Error));
        var done = JsonNode.Parse(run.Output)!.AsArray();
        Assert.Equal(["value 57.5 58,5 Lan", "year 2019 2020 Lan"], done.Select(c => $"{c!["field"]} {c["was"]} {c["value"]} {c["who"]}").Order());

        var shown = (await CommandLineRun.Of("show", "47/KH-UBND", "--data", _data)).Output;
        Assert.Contains(shown.Split('\n'), line => line.Contains("\t58.5\t%\t2020\t") && line.EndsWith("\tcorrected", StringComparison.Ordinal));
        var csv = (await Correct("47/KH-UBND", "--csv")).Output;
        Assert.StartsWith("\uFEFFnumber,plan,fact,action,field,was,is,who,when,why,state,words\r\n", csv);
        Assert.Contains($"47/KH-UBND,{target.Id},set,value,57.5,\"58,5\",Lan,", csv);

        var undone = await Correct("--undo", done[0]!["id"]!.ToString(), "--who", "Minh");
        Assert.Contains("undone by Minh", undone.Output);
    }

    [Fact]
    public async Task Rejecting_adding_and_confirming_make_a_gold_annotation()
    {
        var target = _plan.Targets[0].Id;
        Assert.Equal(ExitCode.AllWell, (await Correct("47/KH-UBND", target, "--reject")).ExitCode);
        Assert.Equal(ExitCode.AllWell, (await Correct("47/KH-UBND", "--add", "target", "indicator=số hộ nghèo được khám", "value=120", "unit=hộ", "--words", "khám sức khỏe cho người nghèo")).ExitCode);
        Assert.Equal(ExitCode.AllWell, (await Correct("47/KH-UBND", "--confirm")).ExitCode);
        var gold = JsonNode.Parse((await CommandLineRun.Of("export", "gold", "47/KH-UBND", "--data", _data)).Output)!;
        Assert.Contains("khám sức khỏe cho người nghèo", gold["targets"]!.AsArray().Select(t => (string)t!["anchor"]!));
        Assert.DoesNotContain(_plan.Targets[0].Indicator, gold["targets"]!.AsArray().Select(t => (string)t!["indicator"]!));
        Assert.Equal("giam-ngheo.txt", (string)gold["file"]!);
        Assert.Equal(ReviewState.Confirmed, _folder.Store.Plans.List()[0].Review);
    }

    [Theory]
    [InlineData("No plan is known as 99/KH", "99/KH", "t1", "value=1")]
    [InlineData("The plan has no t99.", "47/KH-UBND", "t99", "value=1")]
    [InlineData("There is no field lead here. It has: indicator, comparator, value,", "47/KH-UBND", "t1", "lead=x")]
    [InlineData("The value is a number, such as 68,8 or 20.000, not nhiều.", "47/KH-UBND", "t1", "value=nhiều")]
    [InlineData("Which fact?", "47/KH-UBND", "value=1")]
    [InlineData("One fact at a time, not t1 and y.", "47/KH-UBND", "t1", "unit=x", "y")]
    [InlineData("There is nothing to correct.", "47/KH-UBND", "t1")]
    [InlineData("Only one of --reject, --confirm and --add", "47/KH-UBND", "t1", "--reject", "--confirm")]
    [InlineData("The document does not have these words.", "47/KH-UBND", "--add", "task", "lead=Sở Y tế", "--words", "không có")]
    [InlineData("There is no correction 5.", "--undo", "5")]
    public async Task What_is_wrong_is_said(string message, params string[] arguments)
    {
        var run = await Correct(arguments);
        Assert.NotEqual(ExitCode.AllWell, run.ExitCode);
        Assert.StartsWith(message, run.Error);
        Assert.Empty(_folder.Store.Corrections.List(new CorrectionFilter()));
    }

    public void Dispose() => _folder.Dispose();

    private Task<CommandLineRun> Correct(params string[] arguments) => CommandLineRun.Of(["correct", .. arguments, "--data", _data]);
}
