using System.Text;
using System.Text.Json.Nodes;
using Plans.Extraction;
using Plans.Ingest;
using Plans.Worker.CommandLine;

namespace Plans.Worker.Tests;

/// <summary>compare, diff, cascade and agency over two yearly plans of one province and one of another.</summary>
public sealed class ComparisonCommandsTests : IDisposable
{
    private readonly StoreFolder _folder = new();
    private readonly TemporaryFolder _files = new();
    private readonly string _data;

    public ComparisonCommandsTests()
    {
        _data = _folder.Store.Options.DataFolder;
        Save("a.txt", "YÊN BÁI", "Yên Bái", "47", 2019, "57,5", "Sở Lao động - Thương binh và Xã hội");
        Save("b.txt", "YÊN BÁI", "Yên Bái", "31", 2020, "63", "Sở Tài chính");
        Save("c.txt", "SƠN LA", "Sơn La", "12", 2020, "60", "Sở Lao động - Thương binh và Xã hội");
    }

    private void Save(string name, string capitals, string province, string number, int year, string share, string lead)
    {
        var text =
            $"""
            ỦY BAN NHÂN DÂN
            TỈNH {capitals}
            Số: {number}/KH-UBND
            {province}, ngày 12 tháng 02 năm {year}

            KẾ HOẠCH
            Đào tạo nghề trên địa bàn tỉnh {province} năm {year}

            Căn cứ Quyết định số 1956/QĐ-TTg ngày 27 tháng 11 năm 2009 của Thủ tướng Chính phủ;

            I. MỤC TIÊU
            1. Tỷ lệ lao động qua đào tạo đạt {share}%.

            II. TỔ CHỨC THỰC HIỆN
            1. {lead}
            - Tổng hợp, báo cáo kết quả đào tạo nghề, hoàn thành trước ngày 30/6/{year}.
            """;
        var bytes = Encoding.UTF8.GetBytes(text);
        var id = _folder.Register(name, text);
        var document = new DocumentReader().Read(new FileContent(name, bytes));
        _folder.Store.Save(_folder.Store.Ledger.Start(id, "worker")!, document, PlanExtractor.Extract(document));
    }

    [Fact]
    public async Task Compare_shows_plans_and_years_with_gaps_and_ranks()
    {
        var run = await Run("compare", "--indicator", "lao dong qua dao tao");
        Assert.Equal(ExitCode.AllWell, run.ExitCode);
        var lines = run.Output.ReplaceLineEndings("\n").Split('\n');
        Assert.Equal("province\tplan\tdate\t2019\t2020\tlead", lines[2]);
        Assert.Equal("Sơn La\t12/KH-UBND\t2020-02-12\tkhông nêu\t60 #2 (60%, p. 1)\t", lines[3]);
        Assert.Equal("Yên Bái\t31/KH-UBND\t2020-02-12\tkhông nêu\t63 #1 (63%, p. 1)\t", lines[5]);
        Assert.Contains("2020\t2\t1\t60\t61.5\t61.5\t63\tdoes not add up", lines);
        Assert.Equal("3 plans compared in %.", run.Error.Trim());

        var today = JsonNode.Parse((await Run("compare", "--indicator", "lao dong qua dao tao", "--provinces", "today", "--json")).Output)!;
        Assert.Equal(["Lào Cai", "Sơn La"], today["lines"]!.AsArray().Select(line => (string)line!["province"]!));
        var csv = (await Run("compare", "--indicator", "lao dong qua dao tao", "--csv")).Output;
        Assert.Contains("yes,Yên Bái,47/KH-UBND,Tỷ lệ lao động qua đào tạo,\"57,5%\",57.5,%,2019,57.5,%,1,", csv);
    }

    [Fact]
    public async Task Diff_says_what_changed()
    {
        var run = await Run("diff", "47/KH-UBND", "31/KH-UBND");
        Assert.Contains("Targets   1 stronger", run.Output);
        Assert.Contains("target\tstronger\tI.1\t57.5 % (2019)\t63 % (2020)\tTỷ lệ lao động qua đào tạo", run.Output);
        Assert.Contains(run.Output.Split('\n'), line => line.StartsWith("task\tother lead, other deadline", StringComparison.Ordinal));
        var json = JsonNode.Parse((await Run("diff", "47/KH-UBND", "31/KH-UBND", "--json", "--all")).Output)!;
        Assert.Equal("stronger", (string)json["targets"]![0]!["change"]!);
        Assert.StartsWith("\uFEFFpart,change,section,before,after,what\r\n", (await Run("diff", "47/KH-UBND", "31/KH-UBND", "--csv")).Output);
        Assert.Equal((ExitCode.WrongUse, ExitCode.Failed), ((await Run("diff", "47/KH-UBND", "47/KH-UBND")).ExitCode, (await Run("diff", "47/KH-UBND", "9/X")).ExitCode));
    }

    [Fact]
    public async Task Cascade_lists_who_carries_a_document_out()
    {
        var run = await Run("cascade", "1956/QĐ-TTg");
        Assert.Equal(ExitCode.AllWell, run.ExitCode);
        Assert.Contains("Plans that cite it (3)", run.Output);
        Assert.Contains("Tỷ lệ lao động qua đào tạo\tSơn La\t12/KH-UBND\t60\t%\t2020", run.Output);
        Assert.Contains("Provinces of today without a plan here that cites it (32): An Giang,", run.Output);
        Assert.Equal(3, JsonNode.Parse((await Run("cascade", "1956/QĐ-TTg", "--json")).Output)!["plans"]!.AsArray().Count);
        Assert.StartsWith("\uFEFFindicator,province,plan,", (await Run("cascade", "1956/QĐ-TTg", "--csv")).Output);
        var none = await Run("cascade", "1/NQ-CP");
        Assert.Equal((ExitCode.Failed, "No plan that is held cites 1/NQ-CP. Check the number; plans search finds documents by their words."), (none.ExitCode, none.Error.Trim()));
    }

    [Fact]
    public async Task Agency_lists_duties_by_deadline_and_as_a_calendar()
    {
        var run = await Run("agency", "Sở Nội vụ");
        Assert.Contains("Sở Lao động - Thương binh và Xã hội, … – 2025-02-28, Nghị định 45/2025/NĐ-CP", run.Output);
        Assert.Equal(["2019-06-30", "2020-06-30"], run.Output.Split('\n').Where(line => line.Contains("\tlead\tTổng hợp")).Select(line => line.Split('\t')[0]));
        Assert.Contains("2 tasks in 2 plans: 2 as lead, 0 as support.", run.Error);
        Assert.Equal(2, JsonNode.Parse((await Run("agency", "Sở Nội vụ", "--json")).Output)!["duties"]!.AsArray().Count);
        Assert.StartsWith("\uFEFFdue,deadline,role,task,", (await Run("agency", "Sở Nội vụ", "--csv")).Output);

        var calendar = await Run("agency", "Sở Nội vụ", "--ics", _files["so.ics"]);
        Assert.Equal($"2 deadlines of 2 tasks written to {_files["so.ics"]}; the others name no date.", calendar.Error.Trim());
        Assert.Contains("DTSTART;VALUE=DATE:20190630\r\n", File.ReadAllText(_files["so.ics"]));
        Assert.Equal(ExitCode.WrongUse, (await Run("agency", "Sở Nội vụ", "--ics", _files["absent/so.ics"])).ExitCode);
        Assert.Equal(ExitCode.WrongUse, (await Run("agency", "Sở Nội vụ", "--role", "chief")).ExitCode);
        Assert.Equal(ExitCode.Failed, (await Run("agency", "Sở Vũ trụ")).ExitCode);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _files.Dispose();
    }

    private Task<CommandLineRun> Run(params string[] arguments) => CommandLineRun.Of([.. arguments, "--data", _data]);
}
