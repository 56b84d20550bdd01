namespace Plans.Extraction.Tests.Domain;

/// <summary>Amounts of money in đồng, with their sources and breakdowns.</summary>
public sealed class FundingTests
{
    private static string[] Funding(string lines, string heading = "KINH PHÍ THỰC HIỆN") => [.. PlanSketch.Plan().Lines($"I. {heading}").Lines(lines).Read().Funding
        .Select(f => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{f.SourceName}: {f.AmountVnd:0.##}{(f.Parent is null ? "" : " < " + f.Parent)}"))];

    [Theory]
    [InlineData("Tổng kinh phí: 500 triệu đồng.", "tổng: 500000000")]
    [InlineData("Tổng kinh phí thực hiện là 12,5 tỷ đồng.", "tổng: 12500000000")]
    [InlineData("Nhu cầu kinh phí: 176,017 tỷ đồng.", "tổng: 176017000000")]
    [InlineData("Tổng kinh phí: 4 tỷ 650 triệu đồng.", "tổng: 4650000000")]
    [InlineData("Tổng kinh phí: 1.250.000.000 đồng.", "tổng: 1250000000")]
    [InlineData("Tổng nhu cầu vốn 2.000 tỷ đồng.", "tổng: 2000000000000")]
    [InlineData("Tổng kinh phí: 850 ngàn đồng.", "tổng: 850000")]
    public void Amounts_are_read_in_dong(string line, string expected) => Assert.Equal([expected], Funding(line));

    [Fact]
    public void Sources_in_one_sentence_break_the_total_down() => Assert.Equal(
        ["tổng: 10000000000", "ngân sách trung ương: 6000000000 < Tổng kinh phí: 10 tỷ đồng", "ngân sách tỉnh: 4000000000 < Tổng kinh phí: 10 tỷ đồng"],
        Funding("Tổng kinh phí: 10 tỷ đồng, trong đó: ngân sách trung ương 6 tỷ đồng; ngân sách tỉnh 4 tỷ đồng."));

    [Fact]
    public void Sources_in_bullets_break_the_total_down() => Assert.Equal(
        ["tổng: 10000000000", "Ngân sách trung ương: 6000000000 < Tổng kinh phí: 10 tỷ đồng", "Ngân sách tỉnh: 4000000000 < Tổng kinh phí: 10 tỷ đồng"],
        Funding("Tổng kinh phí: 10 tỷ đồng, gồm:\n- Ngân sách trung ương: 6 tỷ đồng;\n- Ngân sách tỉnh: 4 tỷ đồng."));

    [Theory]
    [InlineData("NHIỆM VỤ", "- Hỗ trợ 5 triệu đồng/hộ nghèo.")]
    [InlineData("MỤC TIÊU", "- Thu nhập bình quân đầu người đạt 60 triệu đồng/người/năm.")]
    [InlineData("MỤC TIÊU", "- Kim ngạch xuất khẩu đạt 25 triệu USD.")]
    [InlineData("KINH PHÍ", "Thực hiện theo quy định của Luật Ngân sách nhà nước.")]
    public void Norms_incomes_and_outputs_are_no_funding(string heading, string line) => Assert.Empty(Funding(line, heading));
}
