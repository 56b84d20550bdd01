using System.Globalization;
using Plans.Store.Comparison;
using Plans.Web.Search;

namespace Plans.Web.Comparing;

/// <summary>In which order the rows stand.</summary>
public enum CompareOrder { Province, Value, Year }

/// <summary>What is compared, as the address says it.</summary>
/// <param name="OnlyDifferent">Leaves out the provinces whose plans all say the same.</param>
/// <param name="ByYear">Whether plans stand against years, in one unit and with ranks, instead of one target a row.</param>
/// <param name="Today">Of plans against years: whether provinces that were merged stand together.</param>
public sealed record Comparand(string Indicator, string? Province, int? Year, CompareOrder Order = CompareOrder.Province, bool OnlyDifferent = false, bool ByYear = false, bool Today = false)
{
    public static Comparand Read(IQueryCollection query) => new(
        Question.Text(query, "indicator") ?? "",
        Question.Text(query, "province"),
        Question.Number(query, "year", 1000, 9999),
        Enum.TryParse<CompareOrder>(Question.Text(query, "order"), ignoreCase: true, out var order) && Enum.IsDefined(order) ? order : CompareOrder.Province,
        query["different"] == "1",
        query["view"] == "years",
        query["today"] == "1");

    public IndicatorRequest ToRequest() =>
        new() { Words = Indicator, Province = Province, Year = Year, Provinces = Today ? ProvincesAsOf.Today : ProvincesAsOf.Then };

    public string Url() => Url("/compare");

    public string Url(string path) => new Address(path)
        .With("indicator", Indicator)
        .With("province", Province)
        .With("year", Year?.ToString(CultureInfo.InvariantCulture))
        .With("order", Order == CompareOrder.Province ? null : Order.ToString().ToLowerInvariant())
        .With("different", OnlyDifferent ? "1" : null)
        .With("view", ByYear ? "years" : null)
        .With("today", Today ? "1" : null)
        .ToString();
}
