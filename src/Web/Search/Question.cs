using System.Globalization;
using Plans.Store.Search;

namespace Plans.Web.Search;

/// <summary>Everything that a search asks, as its address says it: the address can be kept and passed on.</summary>
public sealed record Question
{
    public const int PageSize = 20;

    /// <summary>Letters of a filter's value; more is no name of anything.</summary>
    public const int LongestFilter = 200;

    public string Words { get; init; } = "";

    public HitKind? Kind { get; init; }

    public string? Province { get; init; }

    public int? Year { get; init; }

    public string? Agency { get; init; }

    /// <summary>The filters that lists of values at the left offer, besides province and year.</summary>
    public Narrowing Narrowed { get; init; } = Narrowing.None;

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Whether anything is asked at all.</summary>
    public bool IsEmpty => Words.Length == 0 && !IsFiltered;

    public bool IsFiltered => Kind is not null || Province is not null || Year is not null || Agency is not null || Narrowed != Narrowing.None;

    /// <summary>What the address does not say, or says in a way that means nothing, does not restrict.</summary>
    public static Question Read(IQueryCollection query) => new()
    {
        Words = Text(query, "q") ?? "",
        Kind = KindOf(Text(query, "kind")),
        Province = Text(query, "province"),
        Year = Number(query, "year", 1000, 9999),
        Agency = Text(query, "agency"),
        Narrowed = Narrowing.Read(query),
        Page = Number(query, "page", 1, 1_000_000) ?? 1,
    };

    public string Url() => Url("/search");

    /// <summary>The same question put to another page, such as an export.</summary>
    public string Url(string path) => Fields.Aggregate(new Address(path), (address, field) => address.With(field.Name, field.Value))
        .With("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null)
        .ToString();

    /// <summary>What the address says, but the page; for forms that keep it.</summary>
    public IEnumerable<(string Name, string? Value)> Fields =>
    [
        ("q", Words),
        ("kind", Kind is { } kind ? NameOf(kind) : null),
        ("province", Province),
        ("year", Year?.ToString(CultureInfo.InvariantCulture)),
        ("agency", Agency),
        .. Narrowed.Fields,
    ];

    public SearchRequest ToRequest(bool withFacets) => new()
    {
        Query = Narrowed.AddTo(Words),
        Kinds = Kind is { } kind ? [kind] : [],
        Province = Province,
        Year = Year,
        Agency = Agency,
        Limit = PageSize,
        Offset = (Page - 1) * PageSize,
        WithFacets = withFacets,
    };

    /// <summary>A kind of hit as addresses and the API write it.</summary>
    public static string NameOf(HitKind kind) => kind.ToString().ToLowerInvariant();

    public static HitKind? KindOf(string? name) =>
        Enum.GetValues<HitKind>().Where(kind => NameOf(kind) == name).Select(kind => (HitKind?)kind).FirstOrDefault();

    public static string? Text(IQueryCollection query, string key) => query[key].ToString().Trim() is { Length: > 0 } text ? text : null;

    public static int? Number(IQueryCollection query, string key, int least, int most) =>
        int.TryParse(query[key], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : null;
}
