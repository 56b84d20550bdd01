using System.Globalization;
using Plans.Web.Search;

namespace Plans.Web.Comparing;

/// <summary>In which order the rows stand.</summary>
public enum CompareOrder { Province, Value, Year }

/// <summary>What is compared, as the address says it.</summary>
/// <param name="OnlyDifferent">Leaves out the provinces whose plans all say the same.</param>
public sealed record Comparand(string Indicator, string? Province, int? Year, CompareOrder Order = CompareOrder.Province, bool OnlyDifferent = false)
{
    public static Comparand Read(IQueryCollection query) => new(
        Question.Text(query, "indicator") ?? "",
        Question.Text(query, "province"),
        Question.Number(query, "year", 1000, 9999),
        Enum.TryParse<CompareOrder>(Question.Text(query, "order"), ignoreCase: true, out var order) && Enum.IsDefined(order) ? order : CompareOrder.Province,
        query["different"] == "1");

    public string Url() => Url("/compare");

    public string Url(string path) => new Address(path)
        .With("indicator", Indicator)
        .With("province", Province)
        .With("year", Year?.ToString(CultureInfo.InvariantCulture))
        .With("order", Order == CompareOrder.Province ? null : Order.ToString().ToLowerInvariant())
        .With("different", OnlyDifferent ? "1" : null)
        .ToString();
}
