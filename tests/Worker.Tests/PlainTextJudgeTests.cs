using Microsoft.Extensions.Logging.Abstractions;
using Plans.Ingest;
using Plans.Store.Ledger;
using Plans.Worker.Jobs;

namespace Plans.Worker.Tests;

/// <summary>What lies beside plans in a folder as plain text, and what is typed so sloppily that it only looks like it.</summary>
public sealed class PlainTextJudgeTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    [Theory]
    [InlineData("so-lieu.json", "{ \"indicator\": \"tỷ lệ hộ nghèo\", \"value\": 3.5 }", "data (JSON)")]
    [InlineData("so-lieu.jsonl", "{\"chỉ tiêu\":1}\n{\"chỉ tiêu\":2}\n", "data (JSON)")]
    [InlineData("cap.tsv", "tỷ lệ hộ nghèo\thộ nghèo\t1\nsố trường\tsố lớp\t0\nsố xã\tsố xã\t1\n", "a table of data")]
    [InlineData("cap.csv", "a,b,c\n1,2,3\n4,5,6\n", "a table of data")]
    [InlineData("Dem.cs", "using System;\n\npublic class Dem\n{\n    // đạt 76% lao động\n    int So(int n)\n    {\n        return n;\n    }\n}\n", "source code")]
    [InlineData("dem.py", "import os\n\ndef dem(n):\n    return n\n\nfor x in y:\n    print(dem(x))\n", "source code")]
    [InlineData("a.props", "<?xml version=\"1.0\"?>\n<Project>\n  <Name>Sở Y tế</Name>\n</Project>\n", "data (XML")]
    [InlineData("a.ini", "ten = Sở Y tế\nnam = 2025\ntinh = Huế\n", "data (XML")]
    [InlineData("README.md", "# Notes\n\nThe files of this folder are for the training of models; each is described in the table that follows.\n", "an English text")]
    public async Task What_is_no_plan_is_left_out_with_its_reason(string name, string text, string kind)
    {
        var file = await Loaded(name, text);

        Assert.Equal((FileState.Skipped, LedgerReasons.NotADocument, (long?)null), (file.State, file.Failure?.Reason, file.PlanId));
        Assert.Contains(kind, file.Failure!.Message);
        var counts = _folder.Store.Ledger.Counts(file.LoadId);
        Assert.Equal((1, 0, 0), (counts.LeftOut, counts.Skipped, counts.Failed));
    }

    [Theory]
    [InlineData("KẾ HOẠCH\nPhòng, chống thiên tai năm 2024\n\nI. MỤC ĐÍCH\nGiảm thiệt hại;\nbảo vệ dân;\n")]
    [InlineData("KE HOACH\nPhong, chong thien tai nam 2024\n\nI. MUC DICH\nGiam thiet hai;\nbao ve dan;\n")] // without marks
    [InlineData("KẾ HOẠCH\nGiảm nghèo năm 2025\nChỉ tiêu\tĐơn vị\t2025\nTỷ lệ hộ nghèo\t%\t3,5\nTỷ lệ lao động qua đào tạo\t%\t70\n")] // little more than a table
    [InlineData("Giảm thiệt hại do thiên tai gây ra.\n")] // a sentence
    [InlineData("{ghi chú} Phấn đấu đến năm 2025 có 100% xã đạt chuẩn.\n")]
    public async Task What_may_be_a_plan_is_loaded(string text) => Assert.Equal(FileState.Done, (await Loaded("a.txt", text)).State);

    [Fact]
    public async Task A_file_that_was_taken_for_a_plan_once_gives_it_up()
    {
        var file = _folder.Register("so-lieu.json", "{}");
        var run = _folder.Store.Ledger.Start(file, "cũ")!;
        _folder.Store.Save(run, new Document { MediaType = "text/plain", Text = "{}", Blocks = [], Pages = [] }, new() { Document = new() });
        Assert.Equal(1, _folder.Store.Counts().Plans);

        var kept = _folder.File(file).Sha256!;
        var load = _folder.Store.Ledger.StartLoad(["so-lieu.json"], reprocess: true);
        _folder.Store.Ledger.Register(load, new FoundFile("/so-lieu.json", kept, 2), "0", reprocess: true);
        await Pipeline().RunAsync(file, CancellationToken.None);

        Assert.Equal(FileState.Skipped, _folder.File(file).State);
        Assert.Equal(0, _folder.Store.Counts().Plans);
        Assert.Empty(_folder.Store.Check());
    }

    public void Dispose() => _folder.Dispose();

    private async Task<FileRecord> Loaded(string name, string text)
    {
        var file = _folder.Register(name, text);
        await Pipeline().RunAsync(file, CancellationToken.None);
        return _folder.File(file);
    }

    private FilePipeline Pipeline() => new(_folder.Store, JobSettings.Default, "worker", NullLogger.Instance);
}
