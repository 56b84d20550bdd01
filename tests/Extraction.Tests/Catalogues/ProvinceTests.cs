using Plans.Extraction.Catalogues;

namespace Plans.Extraction.Tests.Catalogues;

/// <summary>Provinces over time: 63 until 30 June 2025, 34 since, and changes of status in 2026.</summary>
public sealed class ProvinceTests
{
    [Theory]
    [InlineData("Hà Giang", "2024-05-01", "02", "tỉnh", "Tuyên Quang")]
    [InlineData("Yên Bái", "2019", "15", "tỉnh", "Lào Cai")]
    [InlineData("Lào Cai", "2019", "10", "tỉnh", "Lào Cai")]
    [InlineData("Lào Cai", "2025-07-01", "15", "tỉnh", "Lào Cai")]
    [InlineData("Hà Tây", "2007-03", "28", "tỉnh", "Hà Nội")]
    [InlineData("Thừa Thiên Huế", "2020-01-01", "46", "tỉnh", "Huế")]
    [InlineData("Huế", "2025-02-01", "46", "thành phố", "Huế")]
    [InlineData("Quảng Ninh", "2026-08-31", "22", "tỉnh", "Quảng Ninh")]
    [InlineData("Quảng Ninh", "2026-09-01", "22", "thành phố", "Quảng Ninh")]
    [InlineData("Bắc Giang", "2025-06-30", "24", "tỉnh", "Bắc Ninh")]
    [InlineData("TP. Hồ Chí Minh", "2020-01-01", null, null, null)]
    [InlineData("Thành phố Hồ Chí Minh", "2020-01-01", "79", "thành phố", "Thành phố Hồ Chí Minh")]
    [InlineData("Cần Thơ", "2003-05-01", "92", "tỉnh", "Cần Thơ")]
    [InlineData("Hà Giang", "2025-07-01", null, null, null)]
    public void A_province_is_known_by_name_and_date(string name, string date, string? code, string? status, string? today)
    {
        var province = Provinces.At(name, date);

        Assert.Equal((code, status), (province?.Code, province?.Status));
        Assert.Equal(today, province is null ? null : Provinces.Today(province).Name);
    }

    [Theory]
    [InlineData("Lào Cai", "2025-07-01", "Lào Cai, Yên Bái")]
    [InlineData("Thành phố Hồ Chí Minh", "2026-01-01", "Bà Rịa - Vũng Tàu, Bình Dương, Thành phố Hồ Chí Minh")]
    [InlineData("Quảng Ninh", "2026-10-01", "Quảng Ninh")]
    [InlineData("Hà Giang", "2020-01-01", "")]
    public void A_province_knows_from_which_it_was_made(string name, string date, string predecessors) =>
        Assert.Equal(predecessors, string.Join(", ", Provinces.Predecessors(Provinces.At(name, date)!).Select(p => p.Name).Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("2024-12-31", 63)]
    [InlineData("2005-01-01", 64)]
    [InlineData("2009-01-01", 63)]
    [InlineData("2025-07-01", 34)]
    [InlineData("2026-11-01", 34)]
    public void The_provinces_of_a_day_are_complete(string day, int count) => Assert.Equal(
        count, Provinces.All.Count(p => string.CompareOrdinal(p.ValidFrom, day) <= 0 && (p.ValidUntil is null || string.CompareOrdinal(day, p.ValidUntil) <= 0)));
}
