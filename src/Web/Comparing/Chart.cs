using Plans.Store.Comparison;

namespace Plans.Web.Comparing;

/// <param name="Value">What the bar's length shows.</param>
public sealed record Bar(string Name, decimal Value, IndicatorRow Row);

/// <summary>A province's way through the years.</summary>
public sealed record Line(string Name, IReadOnlyList<IndicatorRow> Points);

/// <summary>What can be drawn of a comparison: values of one unit; of each province the latest plan's word for a year.</summary>
/// <param name="Bars">The highest first, of <paramref name="Year"/>, or of each province's own latest year.</param>
/// <param name="Lines">Provinces with two years or more.</param>
public sealed record Chart(string? Unit, int? Year, IReadOnlyList<Bar> Bars, IReadOnlyList<Line> Lines)
{
    /// <summary>More is no picture any more.</summary>
    public const int MostBars = 24;

    public const int MostLines = 6;

    /// <returns>Null where fewer than two values of one unit are there.</returns>
    public static Chart? Of(IReadOnlyList<IndicatorRow> rows, int? year)
    {
        var unit = rows.GroupBy(row => row.Unit).OrderByDescending(group => group.Count()).Select(group => group.Key).FirstOrDefault();

        // What is to be gained or lost is no level, and would be drawn beside levels.
        var drawn = rows.Where(row => row.Unit == unit && row.Province is not null && row.Comparator is not ("+" or "-")).ToList();
        var byProvince = drawn.GroupBy(row => row.Province!).ToList();
        List<Bar> bars =
        [
            .. byProvince.Select(province => province.OrderByDescending(row => row.Year ?? 0).ThenByDescending(row => row.PlanDate, StringComparer.Ordinal).First())
                .Select(row => new Bar(row.Province!, row.ValueMax ?? row.Value, row))
                .OrderByDescending(bar => bar.Value),
        ];
        List<Line> lines =
        [
            .. byProvince.Select(province => new Line(province.Key,
                [
                    .. province.Where(row => row.Year is not null).GroupBy(row => row.Year)
                        .Select(of => of.OrderByDescending(row => row.PlanDate, StringComparer.Ordinal).First()).OrderBy(row => row.Year),
                ]))
                .Where(line => line.Points.Count > 1)
                .OrderByDescending(line => line.Points.Count)
                .Take(MostLines),
        ];
        return bars.Count < 2 && lines.Count == 0 ? null : new Chart(unit, year, bars, lines);
    }
}
