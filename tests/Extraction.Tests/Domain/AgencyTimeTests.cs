namespace Plans.Extraction.Tests.Domain;

/// <summary>A plan that gives a part to an agency which did not exist at its date.</summary>
public sealed class AgencyTimeTests
{
    private static Finding[] Findings(string date, string line) =>
        [.. PlanSketch.Plan(date: date).Lines("I. TỔ CHỨC THỰC HIỆN").Lines(line).Read().Findings.Where(f => f.Code == "agency-not-existing")];

    [Theory]
    [InlineData("ngày 15 tháng 1 năm 2026", "1. Sở Kế hoạch và Đầu tư: Chủ trì, tổng hợp kết quả thực hiện.", true)]
    [InlineData("ngày 15 tháng 1 năm 2026", "1. Sở Tài chính chủ trì, phối hợp với Sở KH&ĐT tổng hợp.", true)]
    [InlineData("ngày 15 tháng 1 năm 2025", "1. Sở Kế hoạch và Đầu tư: Chủ trì, tổng hợp kết quả thực hiện.", false)]
    [InlineData("ngày 20 tháng 6 năm 2025", "1. Sở Kế hoạch và Đầu tư: Chủ trì, tổng hợp kết quả thực hiện.", false)]
    [InlineData("ngày 20 tháng 6 năm 2025", "1. Đề nghị Bộ Kế hoạch và Đầu tư xem xét bố trí vốn.", true)]
    [InlineData("ngày 02 tháng 7 năm 2025", "1. UBND các huyện, thị xã, thành phố: Tổ chức thực hiện.", true)]
    [InlineData("ngày 02 tháng 7 năm 2025", "1. UBND các xã, phường: Tổ chức thực hiện.", false)]
    [InlineData("ngày 30 tháng 6 năm 2025", "1. UBND các huyện, thị xã, thành phố: Tổ chức thực hiện.", false)]
    [InlineData("ngày 15 tháng 1 năm 2026", "1. Sở Tài chính: Tiếp nhận nhiệm vụ từ Sở Kế hoạch và Đầu tư (trước sáp nhập).", false)]
    [InlineData("ngày 15 tháng 1 năm 2026", "1. Sở Tài chính: Thực hiện Thông tư số 05/2023/TT-BKHĐT ngày 10/5/2023 của Bộ Kế hoạch và Đầu tư.", false)]
    [InlineData("ngày 15 tháng 1 năm 2026", "1. Sở Tài chính: Thực hiện Đề án “Nâng cao năng lực của Sở Kế hoạch và Đầu tư”.", false)]
    [InlineData("ngày 15 tháng 1 năm 2026", "1. Ban Dân tộc HĐND tỉnh: Giám sát việc thực hiện.", false)]
    [InlineData("ngày 15 tháng 3 năm 2019", "1. Sở Nông nghiệp và Môi trường: Chủ trì thực hiện.", true)]
    [InlineData("ngày 15 tháng 3 năm 2010", "1. Sở Thủy sản: Chủ trì thực hiện.", true)]
    [InlineData("ngày 15 tháng 3 năm 2006", "1. Sở Thủy sản: Chủ trì thực hiện.", false)]
    public void An_agency_out_of_its_time(string date, string line, bool expected) => Assert.Equal(expected ? 1 : 0, Findings(date, line).Length);

    [Fact]
    public void The_finding_names_the_words_the_date_and_the_instrument()
    {
        var finding = Assert.Single(Findings("ngày 15 tháng 1 năm 2026", "1. Sở Tài chính chủ trì, phối hợp với Sở KH&ĐT tổng hợp."));

        Assert.Equal(
            "Sở Kế hoạch và Đầu tư không còn từ ngày 01/3/2025, nhiệm vụ do Sở Tài chính tiếp nhận (Nghị định 45/2025/NĐ-CP); văn bản ban hành ngày 15/1/2026.",
            finding.Message);
        Assert.Contains("Sở KH&ĐT", finding.Quote);
    }

    [Fact]
    public void One_agency_is_reported_once() => Assert.Single(
        Findings("ngày 15 tháng 1 năm 2026", "1. Sở Kế hoạch và Đầu tư: Chủ trì tổng hợp.\n2. Sở KH&ĐT: Theo dõi, báo cáo."));
}
