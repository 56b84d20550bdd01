using Plans.Store.Search;
using Plans.Web.Hosting;

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

    public static SearchModel Of(Question question, RecentAnswers answers)
    {
        if (question.IsEmpty)
        {
            return new SearchModel { Question = question };
        }

        try
        {
            var result = answers.Search(question);
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
            SearchFacets Counted(Question wider) => wider.IsEmpty ? new SearchFacets([], [], [])
                : wider with { Page = question.Page } == question ? result.Facets!
                : answers.Counts(wider);
        }
        catch (QueryException e)
        {
            return new SearchModel { Question = question, Problem = e.Problem };
        }
    }
}
