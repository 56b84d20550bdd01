using Plans.Extraction.Catalogues;

namespace Plans.Store.Search;

/// <summary>How the hits of a search spread over values by which it could be narrowed. Values that no hit has are left out.</summary>
/// <param name="Kinds">How many hits of each kind.</param>
/// <param name="Provinces">As printed; most hits first.</param>
/// <param name="Years">The years that the hits are about, as the filter by year understands them, latest first. A hit about a period counts
/// in each of its years.</param>
public sealed record SearchFacets(
    IReadOnlyList<FacetCount> Kinds, IReadOnlyList<FacetCount> Provinces, IReadOnlyList<FacetCount> Years)
{
    /// <summary>Under the names that provinces have today; most hits first.</summary>
    public IReadOnlyList<FacetCount> ProvincesToday { get; init; } = [];

    /// <summary>Types of plans.</summary>
    public IReadOnlyList<FacetCount> Types { get; init; } = [];

    public IReadOnlyList<FacetCount> Issuers { get; init; } = [];

    /// <summary>Leading agencies of the tasks among the hits.</summary>
    public IReadOnlyList<FacetCount> Leads { get; init; } = [];

    /// <summary>Supporting agencies of the tasks among the hits.</summary>
    public IReadOnlyList<FacetCount> Supports { get; init; } = [];

    /// <summary>Kinds of the sections in which the hits stand.</summary>
    public IReadOnlyList<FacetCount> SectionKinds { get; init; } = [];

    /// <summary>Units of the targets among the hits.</summary>
    public IReadOnlyList<FacetCount> Units { get; init; } = [];

    /// <summary>Findings of the plans in which the hits stand.</summary>
    public IReadOnlyList<FacetCount> Findings { get; init; } = [];

    /// <summary>States of review (<see cref="Corrections.ReviewState"/>) of the hits, as <c>review:</c> takes them.</summary>
    public IReadOnlyList<FacetCount> Reviews { get; init; } = [];
}

/// <param name="Count">Hits that have the value.</param>
public sealed record FacetCount(string Value, int Count);

/// <summary>What a province is part of today.</summary>
internal static class ProvinceToday
{
    private static readonly Dictionary<string, string> Successors = Provinces.All
        .Where(province => province.SuccessorName is not null)
        .GroupBy(province => ProvinceName.Key(province.Name))
        .ToDictionary(of => of.Key, of => of.First().SuccessorName!);

    /// <summary>The name as it is, where it is no former one's.</summary>
    public static string Of(string name)
    {
        var (today, key) = (name, ProvinceName.Key(name));
        for (var steps = 0; steps < 5 && Successors.TryGetValue(key, out var next) && ProvinceName.Key(next) != key; steps++)
        {
            (today, key) = (next, ProvinceName.Key(next));
        }

        return today;
    }
}
