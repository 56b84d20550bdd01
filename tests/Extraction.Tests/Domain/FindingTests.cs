namespace Plans.Extraction.Tests.Domain;

/// <summary>What does not hold together in a document itself, and what only seems so.</summary>
public sealed class FindingTests
{
    private const string Signature = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn An\n";

    private static readonly string[] Contradictions = ["parts-do-not-sum", "text-and-table-differ", "leads-differ", "appendix-missing"];

    private static string[] Codes(PlanSketch sketch) => [.. sketch.Read().Findings.Select(f => f.Code).Where(Contradictions.Contains)];

    [Theory]
    [InlineData("- Đào tạo 300 cán bộ, trong đó: cấp tỉnh 100 cán bộ; cấp xã 250 cán bộ.", true)]
    [InlineData("- Đào tạo 300 cán bộ, trong đó: cấp tỉnh 100 cán bộ; cấp xã 200 cán bộ.", false)]
    [InlineData("- Đào tạo 300 cán bộ, trong đó có 40 cán bộ nữ.", false)]
    [InlineData("- Đào tạo 300 cán bộ, trong đó: cấp tỉnh khoảng 100 cán bộ; cấp xã khoảng 250 cán bộ.", false)]
    [InlineData("- Cơ cấu lao động: nông nghiệp 20%; công nghiệp 45%; dịch vụ 40%.", true)]
    [InlineData("- Cơ cấu lao động: nông nghiệp 20%; công nghiệp 45%; dịch vụ 35%.", false)]
    [InlineData("- Cơ cấu lao động: nông nghiệp 33,3%; công nghiệp 33,3%; dịch vụ 33,3%.", false)]
    public void Parts_that_do_not_sum(string line, bool expected) =>
        Assert.Equal(expected ? ["parts-do-not-sum"] : [], Codes(PlanSketch.Plan().Lines("I. MỤC TIÊU").Lines(line)));

    [Theory]
    [InlineData("Tổng kinh phí: 10 tỷ đồng, trong đó: ngân sách trung ương 6 tỷ đồng; ngân sách tỉnh 5 tỷ đồng.", true)]
    [InlineData("Tổng kinh phí: 10 tỷ đồng, trong đó: ngân sách trung ương 6 tỷ đồng; ngân sách tỉnh 4 tỷ đồng.", false)]
    [InlineData("Tổng kinh phí: 10 tỷ đồng.", false)]
    public void Sources_of_money_that_do_not_sum(string line, bool expected) =>
        Assert.Equal(expected ? ["parts-do-not-sum"] : [], Codes(PlanSketch.Plan().Lines("I. KINH PHÍ THỰC HIỆN").Lines(line)));

    [Fact]
    public void The_finding_says_the_sum_and_quotes_the_whole()
    {
        var finding = Assert.Single(PlanSketch.Plan().Lines("I. MỤC TIÊU\n- Đào tạo 300 cán bộ, trong đó: cấp tỉnh 100 cán bộ; cấp xã 1.250 cán bộ.").Read().Findings, f => f.Code == "parts-do-not-sum");

        Assert.Equal("100 + 1.250 = 1.350 ≠ 300 cán bộ", finding.Message);
        Assert.Contains("300 cán bộ", finding.Quote);
    }

    [Theory]
    [InlineData("75", true)]
    [InlineData("80", false)]
    public void A_table_that_says_another_value_than_the_text(string value, bool expected) => Assert.Equal(
        expected ? ["text-and-table-differ"] : [],
        Codes(PlanSketch.Plan("Chuyển đổi số năm 2024").Lines("I. MỤC TIÊU\n- Tỷ lệ hồ sơ trực tuyến năm 2024 đạt 80%.").Lines(Signature + "PHỤ LỤC\nCHỈ TIÊU NĂM 2024")
            .Table("TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2024", $"1 | Tỷ lệ hồ sơ trực tuyến | % | {value}")));

    [Fact]
    public void A_table_for_another_year_is_no_contradiction() => Assert.Empty(
        Codes(PlanSketch.Plan().Lines("I. MỤC TIÊU\n- Tỷ lệ hồ sơ trực tuyến năm 2024 đạt 80%.").Lines(Signature + "PHỤ LỤC\nCHỈ TIÊU NĂM 2025")
            .Table("TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2025", "1 | Tỷ lệ hồ sơ trực tuyến | % | 85")));

    [Theory]
    [InlineData("Sở Tài chính", true)]
    [InlineData("Sở Nội vụ", false)]
    public void A_table_that_names_another_lead_than_the_text(string lead, bool expected) => Assert.Equal(
        expected ? ["leads-differ"] : [],
        Codes(PlanSketch.Plan().Lines("I. NHIỆM VỤ\n- Xây dựng cơ sở dữ liệu cán bộ (Sở Nội vụ chủ trì).").Lines(Signature + "PHỤ LỤC\nDANH MỤC NHIỆM VỤ")
            .Table("TT | Nhiệm vụ | Đơn vị chủ trì", $"1 | Xây dựng cơ sở dữ liệu cán bộ | {lead}")));

    [Theory]
    [InlineData("- Thực hiện các nhiệm vụ (chi tiết tại Phụ lục I kèm theo).", false, true)]
    [InlineData("- Thực hiện các nhiệm vụ (chi tiết tại Phụ lục I kèm theo).", true, false)]
    [InlineData("- Thực hiện các nhiệm vụ theo chức năng.", false, false)]
    public void An_appendix_that_is_said_to_be_attached_and_is_not(string line, bool attached, bool expected)
    {
        var sketch = PlanSketch.Plan().Lines("I. NHIỆM VỤ").Lines(line).Lines(Signature);
        if (attached)
        {
            sketch.Lines("PHỤ LỤC I\nDANH MỤC NHIỆM VỤ").Table("TT | Nội dung | Ghi chú", "1 | Tuyên truyền | cả năm");
        }

        Assert.Equal(expected ? ["appendix-missing"] : [], Codes(sketch));
    }
}
