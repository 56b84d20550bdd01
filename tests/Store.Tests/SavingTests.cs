using System.Text.Json.Nodes;
using Plans.Extraction;
using Plans.Ingest;
using Plans.Store.Ledger;
using Plans.Store.Search;

namespace Plans.Store.Tests;

public abstract class SavingTests(Engine engine) : IDisposable
{
    private readonly TestStore test = new(engine);

    /// <summary>One of everything, with every optional part given once and left out once.</summary>
    private static (Document Document, Plan Plan) Everything()
    {
        const string text = "KẾ HOẠCH\nI. Mục tiêu\nđạt 76% lao động\nPhụ lục";
        var head = new Span(0, 8, 1);
        var line = new Span(21, 37, 2, [new Box(70.5, 100.25, 500, 114), new Box(70.5, 114, 120, 128)]);
        var document = new Document
        {
            MediaType = "application/pdf",
            Text = text,
            Blocks = [],
            Pages = [new(1, PageSource.Text, 595.3, 841.9), new(2, PageSource.Failed, Reason: "damaged")],
            Warnings = [new("ocr-used", "Trang 2", 2)],
        };
        var target = new Target
        {
            Id = "t1",
            Indicator = "lao động",
            Comparator = "range",
            Value = 68.8m,
            ValueMax = 76m,
            Unit = "%",
            Printed = "68,8 - 76%",
            Year = 2030,
            Period = "year",
            Parent = "t0",
            Section = "I",
            Source = "text",
            Quote = "đạt 76% lao động",
            Confidence = 0.97,
            Span = line,
        };
        var task = new PlanTask { Id = "k1", Text = "Làm", Source = "reference", RefersTo = ["1.1", "4"], References = [new("1.1", "I", "k0"), new("4", null, null)], DueDate = new("2025-06", null, null), Confidence = 1, Span = head };
        return (document, new Plan
        {
            Document = new DocumentFields
            {
                Type = "Kế hoạch",
                Number = "190/KH-UBND",
                Date = "2023-03",
                Issuer = "UBND tỉnh",
                Province = "Lạng Sơn",
                Place = "Lạng Sơn",
                Title = "Đào tạo",
                Period = new Period(2021, 2025),
                Signer = "Nguyễn Văn A",
                SignerRole = "Phó Chủ tịch",
            },
            LegalBases = [new("Luật", "43/2019/QH14", "2019-06-14", "Quốc hội", "Giáo dục", "Căn cứ Luật", head), new("Quyết định", null, null, null, null, "q", head)],
            Sections = [new("I", "Mục tiêu", SectionKind.Objectives, text[9..37], new Span(9, 37, 1)), new("PL1", null, SectionKind.Appendix, "Phụ lục (đọc lại)", new Span(38, 45, 2))],
            Targets = [target, target with { Id = "t2", Baseline = new(62.5m, "%", 2020), ValueMax = null, Unit = null, Year = null, Period = null, Parent = null, Section = null, Value = 0.333m }],
            Funding = [new(176_017_000_000, "tổng", null, "176,017 tỷ", head), new(2_500.5m, null, "176,017 tỷ", "q", head)],
            Tasks = [task with { Id = "k0", Lead = ["Sở Y tế", "Sở Nội vụ"], Support = ["các sở"], Deadline = "hằng quý", DueDate = new(null, "quarter", null), Section = "I" }, task],
            Tables = [new(2, "Bảng", ["TT", "Tên"], [["1", "a"], ["2", ""]], "assignments", line)],
            Findings = [new("parts-do-not-sum", "Tổng không khớp", "76%", line)],
        });
    }

    [Fact]
    public void What_is_saved_is_read_back_the_same()
    {
        var (document, plan) = Everything();
        var id = test.Save("/plans/a.pdf", document, plan);
        var stored = test.Store.Plans.Get(id)!;

        var source = new PlanSource("a.pdf", TestStore.Found("/plans/a.pdf", document.Text).Sha256);
        Assert.Equal(PlanJson.Write(source, document, plan), PlanJson.Write(source, document with { Warnings = stored.Warnings, Pages = stored.PageLedger }, stored.Plan));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(PlanJson.Write(source, document, plan)), JsonNode.Parse(test.Store.Plans.Json(id)!)));
        Assert.Equal(document.Text, test.Store.Plans.Text(id));
        Assert.Equal("/plans/a.pdf", stored.FilePath);
        Assert.Equal((2, 2, 2, 2, 1), (stored.Summary.Pages, stored.Summary.Sections, stored.Summary.Targets, stored.Summary.Tasks, stored.Summary.Findings));
    }

    [Fact]
    public void A_page_that_failed_makes_the_file_partial()
    {
        var (document, plan) = Everything();
        test.Save("/a.pdf", document, plan);
        test.Save("/b.pdf", document with { Text = "KẾ HOẠCH khác", Pages = [new(1, PageSource.Ocr)] }, new Plan { Document = new() });
        var files = test.Store.Ledger.Files(FileFilter.All);
        Assert.Equal([FileState.Partial, FileState.Done], files.Select(file => file.State));
        Assert.Equal([LedgerReasons.PagesFailed, null], files.Select(file => file.Failure?.Reason));
        Assert.Contains("1 of 2 pages could not be read (page 2): damaged", files[0].Failure!.Message);
    }

    [Fact]
    public void Saving_a_content_again_replaces_its_plan_and_keeps_its_id()
    {
        var (document, plan) = Everything();
        var first = test.Save("/a.pdf", document, plan);
        var second = test.Save("/a.pdf", document, plan with { Targets = [], Tasks = [], Sections = [], Document = new DocumentFields { Title = "Sửa lại" } });
        Assert.Equal(first, second);
        Assert.Equal((1, 0, 0, 0, 0), Counts());
        Assert.Null(test.Store.Plans.Get(first)!.Summary.Document.Number);
        Assert.Equal(0, Total("Đào"));
        Assert.Equal(1, Total("sửa lại"));
        Assert.Equal([HitKind.Plan], test.Store.Search.Find(new SearchRequest { Query = "lao động" }).Hits.Select(hit => hit.Kind));
    }

    [Fact]
    public void A_save_that_breaks_off_leaves_nothing()
    {
        var (document, plan) = Everything();
        var run = test.Run("/a.pdf", document.Text);
        Assert.Throws<NullReferenceException>(() => test.Store.Save(run, document, plan with { Findings = [plan.Findings[0], null!] }));

        Assert.Equal((0, 0, 0, 0, 0), Counts());
        Assert.Equal(0, Total("lao động"));
        var file = test.Store.Ledger.Find(run.FileId)!;
        Assert.Equal((FileState.Running, LedgerReasons.Interrupted), (file.State, file.Failure?.Reason));
        Assert.NotNull(test.Store.Save(run, document, plan));
    }

    [Fact]
    public void A_save_that_breaks_off_leaves_the_earlier_plan()
    {
        var (document, plan) = Everything();
        var id = test.Save("/a.pdf", document, plan);
        var before = test.Store.Plans.Json(id);
        var run = test.Run("/a.pdf", document.Text);
        Assert.Throws<NullReferenceException>(() => test.Store.Save(run, document, plan with { Findings = [null!] }));
        Assert.Equal(before, test.Store.Plans.Json(id));
        Assert.Equal(3, Total("lao động"));
    }

    [Fact]
    public void A_run_that_lost_its_file_saves_nothing()
    {
        var (document, plan) = Everything();
        var slow = test.Run("/a.pdf", document.Text);
        test.Store.Ledger.Release("worker");
        var other = test.Store.Ledger.Start(slow.FileId, "other")!;
        Assert.Null(test.Store.Save(slow, document, plan));
        Assert.Equal((0, 0, 0, 0, 0), Counts());
        Assert.NotNull(test.Store.Save(other, document, plan));
        Assert.Null(test.Store.Save(other, document, plan));
    }

    [Fact]
    public void Spans_beyond_the_text_do_no_harm()
    {
        var (document, plan) = Everything();
        var id = test.Save("/a.pdf", document, plan with { Sections = [new("I", "A", SectionKind.Other, "A b c", new Span(40, 4000, 1)), new("II", "B", SectionKind.Other, "B", new Span(-1, -1, 1))] });
        Assert.Equal(["A b c", "B"], test.Store.Plans.Get(id)!.Plan.Sections.Select(section => section.Text));
    }

    public void Dispose() => test.Dispose();

    private (int Plans, int Sections, int Targets, int Tasks, int Agencies) Counts()
    {
        var counts = test.Store.Counts();
        return (counts.Plans, counts.Sections, counts.Targets, counts.Tasks, counts.Agencies);
    }

    private int Total(string query) => test.Store.Search.Find(new SearchRequest { Query = query }).Total;
}

public sealed class SavingTestsOnSqlite() : SavingTests(Engine.Sqlite);

public sealed class SavingTestsOnPostgres() : SavingTests(Engine.Postgres);
