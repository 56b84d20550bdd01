using System.Text.Json.Nodes;
using Plans.Extraction;
using Plans.Extraction.Evaluation;
using Plans.Store.Corrections;
using Plans.Store.Export;
using Plans.Store.Search;

namespace Plans.Store.Tests;

public abstract class CorrectionTests : IDisposable
{
    private static readonly Signature Lan = new("Lan", "so với bản gốc");

    private readonly ManualClock clock = new();
    private readonly TestStore test;
    private readonly long id;

    protected CorrectionTests(Engine engine)
    {
        test = new TestStore(engine, clock);
        id = Load(Plan());
    }

    private static PlanBuilder Plan(string first = "tỷ lệ hộ nghèo", decimal value = 3.5m) => PlanBuilder.Of("Yên Bái", "47/KH-UBND", "Giảm nghèo", period: new(2025, 2025))
        .Section("I", "Mục tiêu", "Mở 12 lớp tập huấn cho cán bộ xã.", p => p
            .Target(first, value, "%", 2025)
            .Target("số hộ thoát nghèo", 9450, " hộ", 2025))
        .Section("II", "Phân công", "Báo cáo kết quả năm trước.", p => p
            .Task("Cho vay vốn sản xuất.", ["Sở Y tế"], ["các sở"], "trước ngày 30/6/2025", "2025-06-30")
            .Task("Kiểm tra, giám sát.", ["Sở Nội vụ"]));

    private StoredTarget[] Targets =>
        [.. test.Store.Plans.Get(id)!.Plan.Targets.Select(t => new StoredTarget(t.Id, t.Indicator, t.Value, t.Unit, t.Year))];

    private sealed record StoredTarget(string Id, string Indicator, decimal Value, string? Unit, int? Year);

    [Fact]
    public void A_corrected_value_is_read_everywhere_and_the_extraction_is_kept()
    {
        var done = test.Store.Corrections.Set(id, Target("t1"), Values(("value", "4,25"), ("year", "2030"), ("indicator", "tỷ lệ hộ cận nghèo")), Lan);

        Assert.Equal([("value", "3.5", "4,25"), ("year", "2025", "2030"), ("indicator", "tỷ lệ hộ nghèo", "tỷ lệ hộ cận nghèo")], done.Select(c => (c.Field!, c.Was!, c.Value!)));
        Assert.Equal(new StoredTarget("t1", "tỷ lệ hộ cận nghèo", 4.25m, "%", 2030), Targets[0]);
        Assert.Equal(1, Total("\"hộ cận nghèo\" năm:2030 giá-trị:4,25", HitKind.Target));
        Assert.Equal(0, Total("giá-trị:3,5", HitKind.Target));
        var row = Assert.Single(test.Store.Comparison.ByIndicator("cận nghèo"));
        Assert.Equal((4.25m, "3,5%", ReviewState.Corrected), (row.Value, row.Printed, row.Review));
        Assert.Contains("4.25", Exported());
        Assert.Contains("corrected", Exported());
        Assert.Equal("tỷ lệ hộ nghèo đạt 3,5%", test.Store.Plans.Get(id)!.Plan.Targets[0].Quote);
        Assert.Equal("corrected", JsonNode.Parse(test.Store.Plans.Json(id)!)!["review"]!["state"]!.GetValue<string>());
        Assert.DoesNotContain(test.Store.Check(), problem => !problem.StartsWith("The original", StringComparison.Ordinal));
    }

    [Fact]
    public void Who_leads_until_when_is_corrected_and_dated()
    {
        test.Store.Corrections.Set(id, new(FactKind.Task, "k1"), Values(("lead", "Ngân hàng Chính sách xã hội; Sở Nội vụ"), ("support", ""), ("deadline", "trước ngày 15/9")), Lan);
        var task = test.Store.Plans.Get(id)!.Plan.Tasks[0];
        Assert.Equal(["Ngân hàng Chính sách xã hội", "Sở Nội vụ"], task.Lead);
        Assert.Empty(task.Support);
        Assert.Equal("2025-09-15", task.DueDate!.Date);
        Assert.Equal(1, Total("chủ-trì:\"ngân hàng chính sách\" hạn:2025-09", HitKind.Task));
        Assert.Equal(0, Total("chủ-trì:\"sở y tế\"", HitKind.Task));
    }

    [Fact]
    public void Head_and_kinds_of_sections_are_corrected()
    {
        test.Store.Corrections.Set(id, FactAddress.Head, Values(("province", "Lào Cai"), ("date", "1/2/2024"), ("period", "2024-2026"), ("number", "48 /KH-UBND")), Lan);
        test.Store.Corrections.Set(id, new(FactKind.Section, "II"), Values(("kind", "implementation")), Lan);
        var summary = Assert.Single(test.Store.Plans.Resolve("48/KH-UBND"));
        Assert.Equal(("Lào Cai", "2024-02-01", new Period(2024, 2026)), (summary.Document.Province, summary.Document.Date, summary.Document.Period));
        Assert.Equal(SectionKind.Implementation, test.Store.Plans.Get(id)!.Plan.Sections[1].Kind);
        Assert.Equal(2, Total("tỉnh:\"Lào Cai\" mục:implementation", HitKind.Task));
        var review = test.Store.Plans.Get(id)!.Review;
        Assert.Equal((ReviewState.Corrected, ReviewState.Corrected, ReviewState.Corrected, ReviewState.Unseen), (review.State, review.StateOf(FactKind.Head), review.StateOf(FactKind.Section, "II"), review.StateOf(FactKind.Section, "I")));
    }

    [Fact]
    public void What_is_rejected_is_gone_and_its_plan_can_be_found()
    {
        test.Store.Corrections.Reject(id, Target("t1"), Lan);
        test.Store.Corrections.Reject(id, new(FactKind.Task, "k2"), Lan);
        Assert.Equal(["t2"], Targets.Select(t => t.Id));
        Assert.Equal(["k1"], test.Store.Plans.Get(id)!.Plan.Tasks.Select(k => k.Id));
        Assert.Empty(test.Store.Comparison.ByIndicator("\"hộ nghèo\""));
        Assert.Equal(1, Total("duyệt:bác-bỏ", HitKind.Plan));
        Assert.Throws<CorrectionException>(() => test.Store.Corrections.Reject(id, Target("t1"), Lan));
        Assert.DoesNotContain(test.Store.Check(), problem => !problem.StartsWith("The original", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_missed_is_added_by_its_words()
    {
        var added = test.Store.Corrections.Add(id, FactKind.Target, "Mở 12 lớp\ntập huấn", Values(("indicator", "số lớp tập huấn"), ("value", "12"), ("unit", "lớp")), Lan);
        Assert.Equal($"c{added.Id}", added.Attached);
        var target = Assert.Single(test.Store.Plans.Get(id)!.Plan.Targets, t => t.Id == added.Attached);
        Assert.Equal(("Mở 12 lớp tập huấn", "I", 12m, "12 lớp"), (target.Quote, target.Section, target.Value, target.Printed));
        Assert.Equal("Mở 12 lớp tập huấn", test.Store.Plans.Text(id)![target.Span.Start..target.Span.End]);
        Assert.Equal(added.Attached, Targets[0].Id);
        Assert.Equal(1, Total("lop tap huan duyệt:bổ-sung", HitKind.Target));

        var task = test.Store.Corrections.Add(id, FactKind.Task, "Báo cáo kết quả năm trước", Values(("lead", "Sở Tài chính")), Lan);
        test.Store.Corrections.Set(id, new(FactKind.Task, task.Attached), Values(("deadline", "2025")), Lan);
        Assert.Equal(1, Total("chủ-trì:\"sở tài chính\" hạn:2025", HitKind.Task));
        test.Store.Corrections.Undo(task.Id, Lan);
        Assert.Equal(0, Total("chủ-trì:\"sở tài chính\"", HitKind.Task));
        Assert.Equal("deadline", Assert.Single(test.Store.Corrections.List(new() { OnlyLost = true })).Field);
    }

    [Fact]
    public void Undoing_brings_back_what_was_extracted_and_keeps_the_history()
    {
        var before = test.Store.Plans.Json(id);
        var first = test.Store.Corrections.Set(id, Target("t1"), Values(("value", "4")), Lan)[0];
        clock.Move(TimeSpan.FromHours(1));
        var second = test.Store.Corrections.Set(id, Target("t1"), Values(("value", "5")), new("Minh"))[0];
        Assert.Equal("4", second.Was);
        Assert.Equal(5, Targets[0].Value);
        test.Store.Corrections.Undo(second.Id, new("Lan", "nhầm"));
        Assert.Equal(4, Targets[0].Value);
        test.Store.Corrections.Undo(first.Id, Lan);

        var now = JsonNode.Parse(test.Store.Plans.Json(id)!)!;
        now.AsObject().Remove("review");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(before!), now));
        Assert.Equal(
            [("Minh", ManualClock.Start.AddHours(1), "Lan", "nhầm"), ("Lan", ManualClock.Start, "Lan", "so với bản gốc")],
            test.Store.Corrections.List(new() { PlanId = id }).Select(c => (c.Who, c.At, c.UndoneBy!, c.UndoneWhy!)));
        Assert.Equal(CorrectionProblem.AlreadyUndone, Assert.Throws<CorrectionException>(() => test.Store.Corrections.Undo(first.Id, Lan)).Problem);
        Assert.Equal(1, Total("duyệt:chưa-xem", HitKind.Plan));
    }

    [Fact]
    public void What_is_confirmed_is_so_until_it_is_read_in_another_way()
    {
        test.Store.Corrections.Confirm(id, Target("t2"), Lan);
        Assert.Equal(1, Total("duyệt:xác-nhận", HitKind.Target));
        test.Store.Corrections.Confirm(id, FactAddress.Plan, Lan);
        Assert.Equal(2, Total("duyệt:xác-nhận", HitKind.Target));
        Assert.Equal(ReviewState.Confirmed, test.Store.Plans.Summary(id)!.Review);
        var facets = test.Store.Search.Find(new SearchRequest { Query = "", Kinds = [HitKind.Target], Year = 2025, WithFacets = true }).Facets!;
        Assert.Equal([new FacetCount("confirmed", 2)], facets.Reviews);

        Load(Plan(value: 3.6m));
        Assert.Equal(ReviewState.Corrected, test.Store.Plans.Summary(id)!.Review);
        Assert.Equal(["t2"], test.Store.Plans.Get(id)!.Review.States.Where(s => s.Value == ReviewState.Confirmed).Select(s => s.Key.Item));
        Assert.Equal([FactKind.Plan], test.Store.Corrections.List(new() { OnlyLost = true }).Select(c => c.Kind));
    }

    [Fact]
    public void Corrections_survive_a_new_extraction_by_place_and_words()
    {
        test.Store.Corrections.Set(id, Target("t2"), Values(("value", "9.500"), ("unit", "hộ dân")), Lan);
        test.Store.Corrections.Set(id, new(FactKind.Task, "k1"), Values(("lead", "Sở Tài chính")), Lan);
        test.Store.Corrections.Reject(id, Target("t1"), Lan);
        test.Store.Corrections.Add(id, FactKind.Target, "Mở 12 lớp tập huấn", Values(("indicator", "số lớp"), ("value", "12")), Lan);

        // A later program finds one more target before them, so that all have other numbers, and reads two blanks more.
        var better = PlanBuilder.Of("Yên Bái", "47/KH-UBND", "Giảm nghèo", period: new(2025, 2025))
            .Line("  ").Section("I", "Mục tiêu", "Mở 12 lớp tập huấn cho cán bộ xã.", p => p
                .Target("số xã về đích", 7, " xã", 2025).Target("tỷ lệ hộ nghèo", 3.5m, "%", 2025).Target("số hộ thoát nghèo", 9450, " hộ", 2025))
            .Section("II", "Phân công", "Báo cáo kết quả năm trước.", p => p
                .Task("Cho vay vốn sản xuất.", ["Sở Y tế"], ["các sở"]).Task("Kiểm tra, giám sát.", ["Sở Nội vụ"]));
        Load(better);

        Assert.Equal(["số lớp 12", "số xã về đích 7", "số hộ thoát nghèo 9500"], Targets.Select(t => $"{t.Indicator} {t.Value:0}"));
        Assert.Equal("hộ dân", Targets[2].Unit);
        Assert.Equal(["Sở Tài chính"], test.Store.Plans.Get(id)!.Plan.Tasks[0].Lead);
        Assert.Empty(test.Store.Corrections.List(new() { OnlyLost = true }));
        Assert.Equal(["t3"], test.Store.Plans.Get(id)!.Review.Of(FactKind.Target, "t3").Select(c => c.Attached).Distinct());

        // And back: they follow their facts, and a further correction still means the same one.
        test.Store.Corrections.Set(id, Target("t3"), Values(("year", "2026")), Lan);
        Load(Plan());
        Assert.Equal(new StoredTarget("t2", "số hộ thoát nghèo", 9500, "hộ dân", 2026), Targets[1]);
    }

    [Fact]
    public void What_finds_no_place_is_listed_and_comes_back_with_its_words()
    {
        test.Store.Corrections.Set(id, Target("t1"), Values(("value", "4")), Lan);
        Load(Plan(first: "độ che phủ rừng", value: 60));
        Assert.Equal(60, Targets[0].Value);
        var lost = Assert.Single(test.Store.Corrections.List(new() { OnlyLost = true }));
        Assert.Equal(("tỷ lệ hộ nghèo đạt 3,5%", "4"), (lost.Words, lost.Value));
        Assert.Equal(lost.Id, Assert.Single(test.Store.Plans.Get(id)!.Review.Corrections, c => c.IsLost).Id);
        Load(Plan());
        Assert.Equal(4, Targets[0].Value);
    }

    [Fact]
    public void What_was_added_is_not_doubled_when_the_extraction_finds_it_too()
    {
        var added = test.Store.Corrections.Add(id, FactKind.Target, "tỷ lệ hộ nghèo", Values(("indicator", "số xã nghèo"), ("value", "7"), ("unit", "xã")), Lan);
        Assert.Equal(3, Targets.Length);
        test.Store.Corrections.Set(id, Target(added.Attached!), Values(("year", "2027")), Lan);
        Load(Plan(first: "tỷ lệ hộ nghèo, số xã nghèo", value: 7));
        Assert.Equal(new StoredTarget("t1", "tỷ lệ hộ nghèo, số xã nghèo", 7, "%", 2027), Targets[0]);
        Assert.Equal(2, Targets.Length);
    }

    [Theory]
    [InlineData("value", "nhiều", CorrectionProblem.BadValue)]
    [InlineData("value", "", CorrectionProblem.BadValue)]
    [InlineData("value", "99999999999999999999999999999999999999", CorrectionProblem.BadValue)]
    [InlineData("year", "30", CorrectionProblem.BadValue)]
    [InlineData("comparator", "≥", CorrectionProblem.BadValue)]
    [InlineData("lead", "Sở Y tế", CorrectionProblem.NoSuchField)]
    public void What_makes_no_sense_is_refused_and_changes_nothing(string field, string value, CorrectionProblem problem)
    {
        var before = test.Store.Plans.Json(id);
        Assert.Equal(problem, Assert.Throws<CorrectionException>(() => test.Store.Corrections.Set(id, Target("t1"), Values(("unit", "hộ"), (field, value)), Lan)).Problem);
        Assert.Equal(before, test.Store.Plans.Json(id));
        Assert.Empty(test.Store.Corrections.List(new()));
    }

    [Fact]
    public void Who_is_named_nobody_knows_what_is_meant()
    {
        var corrections = test.Store.Corrections;
        Assert.Equal(CorrectionProblem.NoName, Problem(() => corrections.Confirm(id, Target("t1"), new(" "))));
        Assert.Equal(CorrectionProblem.NoSuchPlan, Problem(() => corrections.Confirm(id + 1, Target("t1"), Lan)));
        Assert.Equal(CorrectionProblem.NoSuchFact, Problem(() => corrections.Confirm(id, Target("t9"), Lan)));
        Assert.Equal(CorrectionProblem.NoSuchFact, Problem(() => corrections.Address(id, "t9")));
        Assert.Equal(CorrectionProblem.NoSuchFact, Problem(() => corrections.Reject(id, FactAddress.Head, Lan)));
        Assert.Equal(CorrectionProblem.WordsNotFound, Problem(() => corrections.Add(id, FactKind.Target, "không có", Values(("indicator", "x"), ("value", "1")), Lan)));
        Assert.Equal(CorrectionProblem.BadValue, Problem(() => corrections.Add(id, FactKind.Target, "Mở 12 lớp", Values(("value", "1")), Lan)));
        Assert.Equal(CorrectionProblem.BadValue, Problem(() => corrections.Add(id, FactKind.Task, "Mở 12 lớp", Values(), Lan)));
        Assert.Equal(CorrectionProblem.NothingToDo, Problem(() => corrections.Set(id, Target("t1"), Values(), Lan)));
        Assert.Equal(CorrectionProblem.NoSuchCorrection, Problem(() => corrections.Undo(77, Lan)));
        Assert.Equal(new FactAddress(FactKind.Section, "II"), corrections.Address(id, "II"));

        static CorrectionProblem Problem(Action action) => Assert.Throws<CorrectionException>(action).Problem;
    }

    [Fact]
    public void A_corrected_plan_is_exported_as_gold()
    {
        test.Store.Corrections.Set(id, Target("t1"), Values(("value", "4")), Lan);
        test.Store.Corrections.Reject(id, new(FactKind.Task, "k2"), Lan);
        var stored = test.Store.Plans.Get(id)!;
        var text = GoldExport.Write(stored, test.Store.Plans.Text(id)!);
        var gold = GoldPlan.Parse(text);
        Assert.Equal([("tỷ lệ hộ nghèo", 4m, "tỷ lệ hộ nghèo đạt 3,5%"), ("số hộ thoát nghèo", 9450m, "số hộ thoát nghèo đạt 9450 hộ")], gold.Targets.Select(t => (t.Indicator!, t.Value!.Value, t.Anchor)));
        Assert.Equal(["Cho vay vốn sản xuất."], gold.Tasks.Select(k => k.Anchor));
        Assert.Equal(("47/KH-UBND", "Yên Bái", 2025), (gold.Document.Number, gold.Document.Province, gold.Document.Period!.To));
        Assert.Equal("a.txt", JsonNode.Parse(text)!["file"]!.GetValue<string>());
        Assert.All(GoldScore.Of(gold, stored.Plan).Measures, part => Assert.True(part.Value.F1 is null or 1));
    }

    [Fact]
    public void Many_correct_at_once_and_nothing_is_lost()
    {
        using var other = test.Open();
        Parallel.For(0, 16, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i =>
            (i % 2 == 0 ? test.Store : other).Corrections.Set(id, Target(i % 4 < 2 ? "t1" : "t2"), Values(("year", $"{2030 + i}")), new($"người {i}")));
        Assert.Equal(16, test.Store.Corrections.List(new() { PlanId = id }).Count);
        Assert.DoesNotContain(test.Store.Check(), problem => !problem.StartsWith("The original", StringComparison.Ordinal));
    }

    public void Dispose() => test.Dispose();

    private static FactAddress Target(string item) => new(FactKind.Target, item);

    private static Dictionary<string, string?> Values(params (string Field, string? Value)[] values) => values.ToDictionary(v => v.Field, v => v.Value);

    /// <summary>The same file, whatever was extracted from it.</summary>
    private long Load(PlanBuilder plan) => test.Store.Save(test.Run("/a.txt", "tệp"), plan.Document, plan.Plan)!.Value;

    private int Total(string query, HitKind kind) => test.Store.Search.Find(new SearchRequest { Query = query, Kinds = [kind] }).Total;

    private string Exported()
    {
        using var stream = new MemoryStream();
        test.Store.Export.Write(HitKind.Target, new SearchRequest { Query = "", Year = 2030 }, ExportFormat.Csv, stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}

public sealed class CorrectionTestsOnSqlite() : CorrectionTests(Engine.Sqlite);

public sealed class CorrectionTestsOnPostgres() : CorrectionTests(Engine.Postgres);
