using Plans.Extraction.Catalogues;
using Plans.Store.Comparison;
using Plans.Web.Comparing;

namespace Plans.Web.Tests;

public sealed class ChartTests
{
    [Fact]
    public void Every_province_of_today_has_one_tile_and_no_two_share_a_place()
    {
        var today = Provinces.All.Where(province => province.ValidUntil is null).Select(province => province.Name.Replace("Thành phố ", "", StringComparison.Ordinal));
        Assert.Equal(today.Order(StringComparer.Ordinal), ProvinceTiles.All.Select(tile => tile.Province).Order(StringComparer.Ordinal));
        Assert.Equal(ProvinceTiles.All.Count, ProvinceTiles.All.DistinctBy(tile => (tile.Column, tile.Row)).Count());
    }

    [Theory]
    [InlineData("Bắc Kạn", "2021", "Thái Nguyên")]
    [InlineData("Bình Dương", "2019-05-01", "Hồ Chí Minh")]
    [InlineData("Thừa Thiên Huế", "2010", "Huế")]
    [InlineData("Hà Nội", null, "Hà Nội")]
    [InlineData("Atlantis", "2020", null)]
    public void A_former_province_lies_in_todays_tile(string name, string? date, string? tile) => Assert.Equal(tile, ProvinceTiles.Of(name, date)?.Province);

    [Fact]
    public void Bars_are_of_one_unit_the_latest_year_and_the_highest_first()
    {
        var chart = Chart.Of([Row("Cà Mau", 55, 2024), Row("Cà Mau", 60, 2025), Row("Bắc Kạn", 68.8m, 2025), Row("Sơn La", 9000, 2025, "người")], null)!;
        Assert.Equal([("Bắc Kạn", 68.8m), ("Cà Mau", 60m)], chart.Bars.Select(bar => (bar.Name, bar.Value)));
        Assert.Equal([2024, 2025], Assert.Single(chart.Lines).Points.Select(point => point.Year!.Value));
    }

    [Fact]
    public void One_value_is_no_picture() => Assert.Null(Chart.Of([Row("Cà Mau", 55, 2024)], null));

    [Fact]
    public void What_is_to_be_gained_is_not_drawn_beside_levels() =>
        Assert.Null(Chart.Of([Row("Cà Mau", 55, 2024), Row("Sơn La", 3, 2024) with { Comparator = "+" }], null));

    private static IndicatorRow Row(string province, decimal value, int year, string unit = "%") => new()
    {
        PlanId = 1,
        Province = province,
        File = "x",
        TargetId = "t1",
        Indicator = "x",
        Comparator = "=",
        Value = value,
        Printed = "x",
        Unit = unit,
        Year = year,
        Page = 1,
        Start = 0,
        End = 1,
    };
}
