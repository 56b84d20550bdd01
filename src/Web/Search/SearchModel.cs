using Plans.Store.Search;

namespace Plans.Web.Search;

/// <summary>A search and what it found.</summary>
public sealed record SearchModel
{
    public required Question Question { get; init; }

    /// <summary>Null where nothing was asked, or the query has no answer (<see cref="Problem"/>).</summary>
    public SearchResult? Result { get; init; }

    public QueryProblem? Problem { get; init; }

    /// <summary>Hits of each kind, whatever kind is chosen.</summary>
    public IReadOnlyDictionary<HitKind, int> Kinds { get; init; } = new Dictionary<HitKind, int>();

    /// <summary>Hits of each province, whatever province is chosen.</summary>
    public IReadOnlyList<FacetCount> Provinces { get; init; } = [];

    /// <summary>Years of the plans that have hits, whatever year is chosen.</summary>
    public IReadOnlyList<int> Years { get; init; } = [];

    public int Pages => Result is null ? 0 : (Result.Total + Question.PageSize - 1) / Question.PageSize;

    public static SearchModel Of(Question question, PlanSearch search)
    {
        if (question.IsEmpty)
        {
            return new SearchModel { Question = question };
        }

        try
        {
            var result = search.Find(question.ToRequest(withFacets: true));
            var facets = result.Facets!;

            // A filter leaves only its own value to count; what else could be chosen is counted without it.
            var kinds = question.Kind is null ? facets : Without(question with { Kind = null });
            var provinces = question.Province is null ? facets : Without(question with { Province = null });
            var years = question.Year is null ? facets : Without(question with { Year = null });
            return new SearchModel
            {
                Question = question,
                Result = result,
                Kinds = kinds.Kinds.ToDictionary(count => Question.KindOf(count.Value)!.Value, count => count.Count),
                Provinces = provinces.Provinces,
                Years = [.. years.Years.Select(count => int.Parse(count.Value, System.Globalization.CultureInfo.InvariantCulture))],
            };
        }
        catch (QueryException e)
        {
            return new SearchModel { Question = question, Problem = e.Problem };
        }

        SearchFacets Without(Question wider) => wider.IsEmpty
            ? new SearchFacets([], [], [])
            : search.Find(wider.ToRequest(withFacets: true) with { Limit = 0, Offset = 0 }).Facets!;
    }
}
