namespace Plans.Store.Search;

public enum QueryProblem { Empty, TooLong, TooManyTerms, OnlyExclusions, ShortPrefix, BadField, BadNear, ExclusionInBrackets }

/// <summary>A query that has no answer; the message says how to change it. <see cref="Problem"/> lets a page say it in its own language.</summary>
public sealed class QueryException(QueryProblem problem, string message) : Exception(message)
{
    public QueryProblem Problem { get; } = problem;
}
