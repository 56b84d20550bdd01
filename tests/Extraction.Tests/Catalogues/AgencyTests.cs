using Plans.Extraction.Catalogues;

namespace Plans.Extraction.Tests.Catalogues;

/// <summary>Who an agency was at a plan's date, under any of its spellings.</summary>
public sealed class AgencyTests
{
    [Theory]
    [InlineData("Sở Kế hoạch và Đầu tư", "2019-05-20", "so-khdt", true, "so-tai-chinh")]
    [InlineData("Sở KH&ĐT", "2019-05-20", "so-khdt", true, "so-tai-chinh")]
    [InlineData("Sở Kế hoạch - Đầu tư tỉnh", "2026-01-15", "so-khdt", false, "so-tai-chinh")]
    [InlineData("Sở LĐTBXH", "2012-03", "so-ldtbxh", true, "so-noi-vu")]
    [InlineData("Sở Lao động - TB&XH", "2012", "so-ldtbxh", true, "so-noi-vu")]
    [InlineData("Sở Lao động, Thương binh và Xã hội", "2012", "so-ldtbxh", true, "so-noi-vu")]
    [InlineData("Sở NN&PTNT tỉnh Hà Giang", "2020-01-01", "so-nnptnt", true, "so-nnmt")]
    [InlineData("Sở TT&TT", "2020-01-01", "so-tttt", true, "so-khcn")]
    [InlineData("Sở Thông tin & Truyền thông", "2007-01-01", "so-tttt", false, "so-khcn")]
    [InlineData("Sở Thủy sản", "2006-02-01", "so-thuy-san", true, "so-nnmt")]
    [InlineData("Sở Thuỷ sản", "2006-02-01", "so-thuy-san", true, "so-nnmt")]
    [InlineData("Bộ Công nghiệp", "2006-02-01", "bo-cong-nghiep", true, "bo-cong-thuong")]
    [InlineData("Bộ TN&MT", "2025-03-01", "bo-tnmt", false, "bo-nnmt")]
    [InlineData("Giám đốc Sở Y tế", "2024-01-01", "so-y-te", true, "so-y-te")]
    [InlineData("Chủ tịch UBND cấp huyện", "2024-01-01", "ubnd-huyen", true, null)]
    [InlineData("UBND các huyện, thị xã, thành phố", "2025-07-15", "ubnd-huyen", false, null)]
    [InlineData("Uỷ ban nhân dân các xã, phường", "2025-07-15", "ubnd-xa", true, "ubnd-xa")]
    [InlineData("Phòng Kinh tế", "2020-01-01", "phong-kinh-te-huyen", true, null)]
    [InlineData("Phòng Kinh tế", "2026-01-01", "phong-kinh-te-xa", true, "phong-kinh-te-xa")]
    [InlineData("UBMTTQ Việt Nam tỉnh", "2020-01-01", "ubmttq", true, "ubmttq")]
    [InlineData("Ban Dân tộc HĐND tỉnh", "2026-01-01", "ban-dan-toc-hdnd", true, "ban-dan-toc-hdnd")]
    [InlineData("Tổng cục Thuế", "2019-05-20", "tong-cuc-thue", true, "cuc-thue")]
    [InlineData("Cục Thuế tỉnh", "2019-05-20", "cuc-thue-tinh", true, null)]
    [InlineData("Cục Thuế", "2025-06-01", "cuc-thue", true, "cuc-thue")]
    [InlineData("Tổng cục Hải quan", "2026-01-15", "tong-cuc-hai-quan", false, "cuc-hai-quan")]
    [InlineData("Cục Thống kê tỉnh", "2023-01-15", "cuc-thong-ke-tinh", true, null)]
    [InlineData("TAND huyện", "2024-01-01", "tand-huyen", true, "tand-khu-vuc")]
    public void A_name_is_resolved_by_the_plans_date(string printed, string date, string id, bool existed, string? today)
    {
        var agency = AgencyResolver.Resolve(printed, date, "Hà Giang");

        Assert.Equal((printed, id, existed, today), (agency.Printed, agency.Id, agency.ExistedThen, agency.TodayId));
    }

    [Theory]
    [InlineData("Phòng Kinh tế đối ngoại")]
    [InlineData("các cơ quan, đơn vị liên quan")]
    [InlineData("Tổ công nghệ số cộng đồng")]
    public void A_body_that_the_catalogue_does_not_know_keeps_its_printed_name(string printed)
    {
        var agency = AgencyResolver.Resolve(printed, "2024-01-01", "Hà Giang");

        Assert.Equal((printed, null, null, null), (agency.Name, agency.Id, agency.ExistedThen, agency.TodayId));
    }

    [Theory]
    [InlineData("Bộ Y tế", AgencyLevel.Central)]
    [InlineData("Sở Y tế", AgencyLevel.Province)]
    [InlineData("các sở, ban, ngành", AgencyLevel.Province)]
    [InlineData("UBND thành phố", AgencyLevel.District)]
    [InlineData("Phòng Y tế", AgencyLevel.District)]
    [InlineData("Trạm Y tế", AgencyLevel.Commune)]
    [InlineData("UBND phường", AgencyLevel.Commune)]
    [InlineData("Huyện ủy Mường La", AgencyLevel.Party)]
    [InlineData("Hội Nông dân tỉnh", AgencyLevel.Front)]
    [InlineData("các đoàn thể", AgencyLevel.Front)]
    [InlineData("Công an tỉnh", AgencyLevel.Force)]
    [InlineData("Bộ CHQS tỉnh", AgencyLevel.Force)]
    [InlineData("Viện kiểm sát nhân dân tỉnh", AgencyLevel.Judiciary)]
    [InlineData("Công ty Điện lực Hà Giang", AgencyLevel.Enterprise)]
    [InlineData("người dân", AgencyLevel.Other)]
    public void Each_agency_has_a_level(string printed, AgencyLevel level) =>
        Assert.Equal(level, AgencyResolver.Resolve(printed, "2024-01-01", "Hà Giang").Level);

    [Fact]
    public void Every_entry_cites_its_source_and_its_times_fit()
    {
        Assert.All(Agencies.All, a =>
        {
            Assert.NotEmpty(a.Source);
            Assert.True(a.ValidFrom is null || a.ValidUntil is null || string.CompareOrdinal(a.ValidFrom, a.ValidUntil) < 0, a.Id);
            Assert.True(a.ReportedFrom is null || string.CompareOrdinal(a.ValidUntil, a.ReportedFrom) < 0, a.Id);
            Assert.True(a.ReportedBefore is null || string.CompareOrdinal(a.ReportedBefore, a.ValidFrom) <= 0, a.Id);
        });
        Assert.All(Agencies.Successions, s =>
        {
            Assert.NotEmpty(s.Instrument);
            Assert.NotNull(Agencies.Of(s.From).ValidUntil);
            Assert.True(Agencies.Of(s.To).ExistsOn(s.On) || s.To.StartsWith("so-", StringComparison.Ordinal), $"{s.From} → {s.To} on {s.On}");
        });
    }
}
