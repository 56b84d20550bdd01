using Plans.Extraction.Learning.Alignment;

namespace Plans.Extraction.Tests.Learning;

/// <summary>Which wordings are one indicator, and which only look so.</summary>
public sealed class AlignmentTests
{
    [Theory]
    [InlineData("tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ", "lao động có chứng chỉ (%)")]
    [InlineData("tỷ lệ lao động qua đào tạo", "lao động qua đào tạo (%)")]
    [InlineData("Tỷ lệ hộ nghèo", "tỉ lệ hộ nghèo toàn tỉnh")]
    [InlineData("tỷ lệ người dân tham gia bảo hiểm y tế", "tỷ lệ dân số tham gia BHYT")]
    [InlineData("tỷ lệ xã đạt chuẩn nông thôn mới", "xã đạt chuẩn NTM (%)")]
    [InlineData("tỷ lệ hồ sơ thủ tục hành chính giải quyết đúng hạn", "hồ sơ TTHC được giải quyết đúng hạn")]
    public void One_indicator_in_two_wordings(string a, string b) => Assert.InRange(Score(a, b), IndicatorAlignment.Same, 1);

    [Theory]
    [InlineData("tỷ lệ lao động qua đào tạo", "tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ")]
    [InlineData("tỷ lệ lao động qua đào tạo", "tỷ lệ lao động nữ qua đào tạo")]
    [InlineData("tỷ lệ lao động qua đào tạo", "tỷ lệ lao động nông thôn qua đào tạo")]
    [InlineData("tỷ lệ hộ nghèo", "tỷ lệ hộ cận nghèo")]
    [InlineData("tỷ lệ hộ nghèo", "tỷ lệ hộ nghèo dân tộc thiểu số")]
    [InlineData("tỷ lệ dân số tham gia bảo hiểm y tế", "tỷ lệ người dân tộc thiểu số tham gia bảo hiểm y tế")]
    [InlineData("tỷ lệ rác thải sinh hoạt đô thị được thu gom", "tỷ lệ rác thải sinh hoạt nông thôn được thu gom")]
    [InlineData("tỷ lệ dân số được phủ sóng 4G", "tỷ lệ dân số được phủ sóng 5G")]
    [InlineData("diện tích lúa cả năm", "sản lượng lúa cả năm")]
    [InlineData("tỷ lệ trường mầm non đạt chuẩn quốc gia", "tỷ lệ trường tiểu học đạt chuẩn quốc gia")]
    public void Two_indicators_in_like_words(string a, string b) => Assert.InRange(Score(a, b), 0, IndicatorAlignment.Same);

    [Fact]
    public void A_share_is_not_a_count() => Assert.InRange(IndicatorAlignment.Score(("hộ nghèo", "%"), ("hộ nghèo", "hộ")), 0, IndicatorAlignment.Same);

    [Fact]
    public void The_order_makes_no_difference() => Assert.Equal(
        IndicatorAlignment.Score(("tỷ lệ hộ nghèo", "%"), ("hộ nghèo (%)", "%")), IndicatorAlignment.Score(("hộ nghèo (%)", "%"), ("tỷ lệ hộ nghèo", "%")), 9);

    [Fact]
    public void Indicators_fall_into_groups_by_what_they_mean() => Assert.Equal(
        [0, 1, 0, 2, 1],
        IndicatorAlignment.Groups(
        [
            ("tỷ lệ lao động qua đào tạo", "%"), ("tỷ lệ lao động nữ qua đào tạo", "%"), ("lao động qua đào tạo", "%"), ("tỷ lệ hộ nghèo", "%"), ("lao động nữ qua đào tạo (%)", "%"),
        ]));

    private static double Score(string a, string b) => IndicatorAlignment.Score((a, Unit(a)), (b, Unit(b)));

    private static string? Unit(string indicator) => indicator.Contains("tỷ lệ", StringComparison.Ordinal) || indicator.Contains('%') ? "%" : null;
}
