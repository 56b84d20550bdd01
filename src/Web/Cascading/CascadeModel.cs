using Plans.Store.Comparison.Cascades;

namespace Plans.Web.Cascading;

/// <param name="Cascade">Null where no document was asked for.</param>
public sealed record CascadeModel(string Number, int? Year, string? Indicator, Cascade? Cascade)
{
    public const int MostIndicators = 100;
    public const int MostPlans = 300;

    public string Url(string path) => new Address(path)
        .With("number", Number).With("year", Year?.ToString(System.Globalization.CultureInfo.InvariantCulture)).With("indicator", Indicator).ToString();
}
