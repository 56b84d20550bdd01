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

    /// <summary>The lists of values by which the hits can be narrowed; those without a value are left out.</summary>
    public IReadOnlyList<FacetList> Facets { get; init; } = [];

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
            var counted = new Dictionary<Question, SearchFacets> { [question] = result.Facets! };
            return new SearchModel
            {
                Question = question,
                Result = result,
                Kinds = Counted(question with { Kind = null }).Kinds.ToDictionary(count => Question.KindOf(count.Value)!.Value, count => count.Count),
                Facets =
                [
                    .. FacetKind.Of(question.Kind)
                        .Select(kind => new FacetList(kind, kind.ValueIn(question), kind.Counts(Counted(kind.With(question, null)))))
                        .Where(facet => facet.Counts.Count > 0),
                ],
            };

            // A filter leaves only its own value to count; what else could be chosen is counted without it.
            SearchFacets Counted(Question wider)
            {
                if (!counted.TryGetValue(wider, out var facets))
                {
                    facets = wider.IsEmpty ? new SearchFacets([], [], []) : search.Find(wider.ToRequest(withFacets: true) with { Limit = 0, Offset = 0 }).Facets!;
                    counted[wider] = facets;
                }

                return facets;
            }
        }
        catch (QueryException e)
        {
            return new SearchModel { Question = question, Problem = e.Problem };
        }
    }
}
