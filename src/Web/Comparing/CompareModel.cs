using Plans.Store.Comparison;
using Plans.Store.Search;

namespace Plans.Web.Comparing;

/// <summary>An indicator in all plans that promise it.</summary>
/// <param name="Rows">Null where nothing was asked, or the words have no answer (<paramref name="Problem"/>).</param>
/// <param name="Table">Plans against years, where that is asked for.</param>
/// <param name="Years">Of the rows without regard to the year that is asked for, with the number of their rows.</param>
public sealed record CompareModel(Comparand Comparand, IReadOnlyList<IndicatorRow>? Rows, IReadOnlyList<(int Year, int Count)> Years, QueryProblem? Problem, IndicatorTable? Table = null)
{
    /// <summary>Rows of a page; the export and the API give all.</summary>
    public const int MostRows = 200;

    /// <summary>The rows of the indicator itself, not of those that share its words.</summary>
    public IReadOnlyList<IndicatorRow> Same => [.. (Rows ?? []).Where(row => row.Group == 0)];

    public static CompareModel Of(Comparand comparand, IndicatorComparison comparison)
    {
        if (comparand.Indicator.Length == 0)
        {
            return new CompareModel(comparand, null, [], null);
        }

        try
        {
            var all = comparison.ByIndicator(comparand.Indicator, comparand.Province);
            var years = all.Where(row => row is { Group: 0, Year: not null }).CountBy(row => row.Year!.Value).Select(pair => (pair.Key, pair.Value)).OrderByDescending(pair => pair.Key);

            // The words' meaning is told by all rows; the year only chooses among them.
            var rows = all.Where(row => comparand.Year is not { } year || row.Year == year).ToList();
            return new CompareModel(comparand, Ordered(comparand, comparand.OnlyDifferent ? Different(rows) : rows), [.. years], null, comparand.ByYear ? comparison.Table(comparand.ToRequest()) : null);
        }
        catch (QueryException e)
        {
            return new CompareModel(comparand, null, [], e.Problem);
        }
    }

    private static List<IndicatorRow> Ordered(Comparand comparand, List<IndicatorRow> rows) => comparand.Order switch
    {
        CompareOrder.Value => [.. rows.OrderByDescending(row => row.ValueMax ?? row.Value)],
        CompareOrder.Year => [.. rows.OrderByDescending(row => row.Year ?? 0)],
        _ => rows,
    };

    /// <summary>Those of provinces that say more than one thing of an indicator: another value for the same year, or a value that changes.</summary>
    private static List<IndicatorRow> Different(List<IndicatorRow> rows)
    {
        var different = rows.GroupBy(row => (row.Province, row.Group, row.Unit))
            .Where(group => group.Select(row => (row.Comparator, row.Value, row.ValueMax)).Distinct().Count() > 1)
            .Select(group => group.Key).ToHashSet();
        return [.. rows.Where(row => different.Contains((row.Province, row.Group, row.Unit)))];
    }
}
