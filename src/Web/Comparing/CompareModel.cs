using System.Globalization;
using Plans.Store.Comparison;
using Plans.Store.Search;
using Plans.Web.Search;

namespace Plans.Web.Comparing;

/// <summary>What is compared, as the address says it.</summary>
public sealed record Comparand(string Indicator, string? Province, int? Year)
{
    public static Comparand Read(IQueryCollection query) => new(
        Question.Text(query, "indicator") ?? "", Question.Text(query, "province"), Question.Number(query, "year", 1000, 9999));

    public string Url() => new Address("/compare")
        .With("indicator", Indicator)
        .With("province", Province)
        .With("year", Year?.ToString(CultureInfo.InvariantCulture))
        .ToString();
}

/// <summary>An indicator in all plans that promise it.</summary>
/// <param name="Rows">Null where nothing was asked, or the words have no answer (<paramref name="Problem"/>).</param>
public sealed record CompareModel(Comparand Comparand, IReadOnlyList<IndicatorRow>? Rows, QueryProblem? Problem)
{
    /// <summary>Rows of a page; the API gives all.</summary>
    public const int MostRows = 500;

    public static CompareModel Of(Comparand comparand, IndicatorComparison comparison)
    {
        if (comparand.Indicator.Length == 0)
        {
            return new CompareModel(comparand, null, null);
        }

        try
        {
            return new CompareModel(comparand, comparison.ByIndicator(comparand.Indicator, comparand.Province, comparand.Year), null);
        }
        catch (QueryException e)
        {
            return new CompareModel(comparand, null, e.Problem);
        }
    }
}
