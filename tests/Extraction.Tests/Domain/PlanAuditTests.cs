namespace Plans.Extraction.Tests.Domain;

/// <summary>What an analyst would ask about before signing, beside contradictions: dates, years, leads, citations, numbers of sections, references.</summary>
public sealed class PlanAuditTests
{
    private static IEnumerable<Finding> Found(PlanSketch sketch, string code) => sketch.Read().Findings.Where(f => f.Code == code);

    [Theory]
    [InlineData("trước ngày 01/02/2024", true)]
    [InlineData("trước ngày 01/12/2024", false)]
    [InlineData("trước ngày 05/02 hằng năm", false)]
    [InlineData("trong tháng 3/2024", false)]
    public void A_deadline_that_had_passed_when_the_plan_was_issued(string deadline, bool expected) => Assert.Equal(
        expected, Found(PlanSketch.Plan().Lines($"I. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n- Hoàn thành việc rà soát, báo cáo {deadline}."), "deadline-before-plan").Any());

    [Theory]
    [InlineData("Phát triển y tế", "- Tỷ lệ bao phủ bảo hiểm y tế đạt 95%.", true)]
    [InlineData("Phát triển y tế", "- Đến năm 2025, tỷ lệ bao phủ bảo hiểm y tế đạt 95%.", false)]
    [InlineData("Phát triển y tế", "- Mỗi năm khám cho 500 người cao tuổi.", false)]
    [InlineData("Phát triển y tế năm 2024", "- Tỷ lệ bao phủ bảo hiểm y tế đạt 95%.", false)]
    public void A_target_without_a_year(string title, string line, bool expected) =>
        Assert.Equal(expected, Found(PlanSketch.Plan(title).Lines("I. MỤC TIÊU\n" + line), "target-without-year").Any());

    [Theory]
    [InlineData("Nghị quyết số 05/NQ-CP ngày 20/4/2024 của Chính phủ", true)]
    [InlineData("Nghị quyết số 05/NQ-CP ngày 20/01/2024 của Chính phủ", false)]
    public void A_citation_later_than_the_plan(string citation, bool expected) => Assert.Equal(expected, Found(
        new PlanSketch().Lines($"UBND TỈNH HÀ GIANG\nSố: 12/KH-UBND\nHà Giang, ngày 15 tháng 3 năm 2024\nKẾ HOẠCH\nPhát triển y tế\nCăn cứ {citation};\nI. MỤC TIÊU\n- Nâng cao chất lượng khám chữa bệnh."),
        "citation-later-than-plan").Any());

    [Theory]
    [InlineData("1. Mở lớp\n- Tổ chức tập huấn.\n3. In tờ rơi\n- Phát cho người dân.", "Sau mục I.1 là mục I.3.")]
    [InlineData("1. Mở lớp\n- Tổ chức tập huấn.\n2. In tờ rơi\n- Phát cho người dân.", null)]
    public void A_gap_in_the_numbering(string lines, string? message) =>
        Assert.Equal(message, Found(PlanSketch.Plan().Lines("I. NHIỆM VỤ\n" + lines), "numbering-gap").SingleOrDefault()?.Message);

    [Fact]
    public void A_row_that_names_nobody_to_lead_it() => Assert.Equal(
        "Chỉ nêu cơ quan phối hợp (Sở Tài chính), không nêu cơ quan chủ trì.",
        Assert.Single(Found(PlanSketch.Plan().Lines("I. NHIỆM VỤ").Table("TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp", "1 | Lập dự toán kinh phí |  | Sở Tài chính"), "task-without-lead")).Message);

    [Theory]
    [InlineData("1.2", "II.1.2")]
    [InlineData("4.1", null)]
    public void Numbers_of_tasks_are_resolved_in_the_plan(string number, string? section)
    {
        var plan = PlanSketch.Plan().Lines($"I. MỤC TIÊU\n- Nâng cao chất lượng.\nII. NHIỆM VỤ\n1. Đào tạo\n1.1. Mở lớp tập huấn.\n1.2. Biên soạn tài liệu.\nIII. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n- Chủ trì thực hiện các nhiệm vụ {number} của Kế hoạch này.").Read();

        Assert.Equal(section, Assert.Single(Assert.Single(plan.Tasks, t => t.References.Count > 0).References).Section);
        Assert.Equal(section is null, plan.Findings.Any(f => f.Code == "reference-unresolved"));
    }

    [Theory]
    [InlineData("Tổng cộng | 900 | 500 | 400", false)]
    [InlineData("Tổng cộng | 950 | 500 | 400", true)]
    public void Rows_and_columns_of_a_cost_table(string total, bool expected)
    {
        var plan = PlanSketch.Plan().Lines("I. KINH PHÍ THỰC HIỆN\nNhu cầu kinh phí như sau:")
            .Table(1, "Nội dung | Tổng số (triệu đồng) | Trong đó: Ngân sách tỉnh | Trong đó: Ngân sách huyện", "Tuyên truyền | 400 | 300 | 100", "Tập huấn | 500 | 200 | 300", total).Read();

        Assert.Equal(expected, plan.Findings.Any(f => f.Code == "parts-do-not-sum"));
        Assert.Contains(plan.Funding, f => f is { AmountVnd: 400_000_000, SourceName: "Tuyên truyền" });
    }

    [Fact]
    public void Extraction_can_be_cancelled() =>
        Assert.Throws<OperationCanceledException>(() => PlanExtractor.Extract(PlanSketch.Plan().Lines("I. MỤC TIÊU").Build(), new CancellationToken(canceled: true)));
}
