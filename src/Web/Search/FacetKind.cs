using System.Globalization;
using Plans.Store.Search;

namespace Plans.Web.Search;

/// <summary>One list of values at the left of the hits.</summary>
/// <param name="Chosen">The value that is asked for now.</param>
public sealed record FacetList(FacetKind Kind, string? Chosen, IReadOnlyList<FacetCount> Counts);

/// <summary>By what hits can be narrowed, and how the question says it.</summary>
/// <param name="Name">As in addresses.</param>
/// <param name="For">The kinds of hits that have it; empty for all.</param>
public sealed record FacetKind(
    string Name,
    IReadOnlyList<HitKind> For,
    Func<SearchFacets, IReadOnlyList<FacetCount>> Counts,
    Func<Question, string?> ValueIn,
    Func<Question, string?, Question> Change)
{
    public static readonly FacetKind Province = new("province", [], facets => facets.Provinces, q => q.Province, (q, value) => q with { Province = value });

    public static readonly FacetKind Year = new(
        "year",
        [],
        facets => facets.Years,
        q => q.Year?.ToString(CultureInfo.InvariantCulture),
        (q, value) => q with { Year = value is null ? null : int.Parse(value, CultureInfo.InvariantCulture) });

    /// <summary>In the order in which they are shown. A new one is a line here and its name among the texts.</summary>
    public static readonly IReadOnlyList<FacetKind> All =
    [
        Province,
        Year,
        new("type", [], facets => facets.Types, q => q.Narrowed.Type, (q, value) => q with { Narrowed = q.Narrowed with { Type = value } }),
        new("issuer", [HitKind.Plan], facets => facets.Issuers, q => q.Narrowed.Issuer, (q, value) => q with { Narrowed = q.Narrowed with { Issuer = value } }),
        new("lead", [HitKind.Task], facets => facets.Leads, q => q.Narrowed.Lead, (q, value) => q with { Narrowed = q.Narrowed with { Lead = value } }),
        new("unit", [HitKind.Target], facets => facets.Units, q => q.Narrowed.Unit, (q, value) => q with { Narrowed = q.Narrowed with { Unit = value } }),
        new("section", [HitKind.Section, HitKind.Target, HitKind.Task], facets => facets.SectionKinds, q => q.Narrowed.Section, (q, value) => q with { Narrowed = q.Narrowed with { Section = value } }),
        new("finding", [HitKind.Plan], facets => facets.Findings, q => q.Narrowed.Finding, (q, value) => q with { Narrowed = q.Narrowed with { Finding = value } }),
    ];

    /// <summary>Those that hits of a kind have; of all kinds together, those that every kind has.</summary>
    public static IEnumerable<FacetKind> Of(HitKind? kind) => All.Where(facet => facet.For.Count == 0 || (kind is { } k && facet.For.Contains(k)));

    /// <summary>The question with this value from its first page on; null removes the filter.</summary>
    public Question With(Question question, string? value) => Change(question, value) with { Page = 1 };
}
