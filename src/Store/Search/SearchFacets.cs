using System.Data.Common;
using System.Globalization;
using Dapper;
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
    /// <summary>A period that is longer was misread, and would make a list of its own.</summary>
    private const int LongestPeriod = 50;

    private const int MostValues = 50;

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

    /// <param name="all">Also those that need a look at each hit's tasks, targets and sections.</param>
    internal static SearchFacets Of(DbConnection connection, HitSource source, bool all)
    {
        var plans = connection.Query<PlanRow>(
            $"""
            select h.kind, h.review, h.year_from, h.year_to, l.province, l.province_key, l.type, l.issuer, h.count
            from (
              select p.plan_id, p.kind, p.review, p.year_from, p.year_to, count(*) as count {source.From(withPassage: true)}
              group by p.plan_id, p.kind, p.review, p.year_from, p.year_to
            ) h join plans l on l.id = h.plan_id
            """,
            source.Parameters).ToList();
        var provinces = plans.Where(row => row.ProvinceKey is not null).ToLookup(row => row.ProvinceKey!);
        var facets = new SearchFacets(
            By(plans, row => row.Kind, ordered: false),
            [.. provinces.Select(of => new FacetCount(of.Select(row => row.Province).Min(StringComparer.Ordinal)!, of.Sum(row => row.Count)))
                .OrderByDescending(count => count.Count).ThenBy(count => Folding.Key(count.Value), StringComparer.Ordinal)],
            YearsOf(plans))
        {
            ProvincesToday = By(plans, row => row.Province is null ? null : ProvinceToday.Of(row.Province)),
            Types = By(plans, row => row.Type),
            Issuers = By(plans, row => row.Issuer),
            Reviews = By(plans, row => row.Review),
        };
        return !all ? facets : facets with
        {
            Leads = Agencies("lead"),
            Supports = Agencies("support"),
            SectionKinds = Counted("s.kind", "join sections s on s.plan_id = p.plan_id and s.path = p.section"),
            Units = Counted("t.unit", "join targets t on p.kind = 'target' and t.plan_id = p.plan_id and t.ordinal = p.ordinal"),
            Findings = Counted("d.code", "join (select distinct plan_id, code from findings) d on d.plan_id = p.plan_id"),
        };

        IReadOnlyList<FacetCount> Agencies(string role) => Counted(
            "min(a.name)", $"join task_agencies a on p.kind = 'task' and a.plan_id = p.plan_id and a.task = p.ordinal and a.role = '{role}'", "a.name_key");

        IReadOnlyList<FacetCount> Counted(string value, string join, string? by = null) =>
        [
            .. connection.Query<FacetRow>(
                $"""
                select {value} as value, count(*) as count
                from (select p.plan_id, p.kind, p.ordinal, p.section {source.From(withPassage: true)}) p {join}
                where {by ?? value} is not null group by {by ?? value} order by 2 desc, 1 limit {MostValues}
                """,
                source.Parameters).Select(row => new FacetCount(row.Value, row.Count)),
        ];
    }

    private static List<FacetCount> YearsOf(List<PlanRow> rows) =>
    [
        .. rows.Where(row => row.YearTo - row.YearFrom is >= 0 and <= LongestPeriod)
            .SelectMany(row => Enumerable.Range(row.YearFrom!.Value, row.YearTo!.Value - row.YearFrom.Value + 1).Select(year => (Year: year, row.Count)))
            .GroupBy(each => each.Year, each => each.Count)
            .OrderByDescending(of => of.Key)
            .Select(of => new FacetCount(of.Key.ToString(CultureInfo.InvariantCulture), of.Sum())),
    ];

    private static List<FacetCount> By(List<PlanRow> rows, Func<PlanRow, string?> value, bool ordered = true)
    {
        var counts = rows.Where(row => value(row) is not null).GroupBy(row => value(row)!, row => row.Count)
            .Select(of => new FacetCount(of.Key, of.Sum()));
        return ordered
            ? [.. counts.OrderByDescending(count => count.Count).ThenBy(count => count.Value, StringComparer.Ordinal).Take(MostValues)]
            : [.. counts.OrderBy(count => count.Value, StringComparer.Ordinal)];
    }

    private sealed class PlanRow
    {
        public string Kind { get; init; } = "";

        public string Review { get; init; } = "";

        public int? YearFrom { get; init; }

        public int? YearTo { get; init; }

        public string? Province { get; init; }

        public string? ProvinceKey { get; init; }

        public string? Type { get; init; }

        public string? Issuer { get; init; }

        public int Count { get; init; }
    }

    private sealed class FacetRow
    {
        public string Value { get; init; } = "";

        public int Count { get; init; }
    }
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
