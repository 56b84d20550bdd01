using System.Data.Common;
using Plans.Store.Search;
using Plans.Store.Writing;

namespace Plans.Store.Engines;

/// <summary>The full text of an engine: keeps it in step with the passages, and writes queries in its language.</summary>
internal interface ISearchIndex
{
    /// <summary>Puts a plan's passages in the place of those that are held of it, inside the caller's transaction.</summary>
    void Replace(DbConnection connection, long plan, IEnumerable<Passage> passages);

    /// <summary>The passages that have a term, in any order.</summary>
    /// <param name="asTyped">With its marks as they were typed; else folded.</param>
    /// <param name="after">The passages' ids are above it.</param>
    /// <param name="upTo">They are at most this.</param>
    IEnumerable<long> Find(DbConnection connection, SearchTerm term, bool asTyped, long after, long upTo);

    /// <summary>Waits until whoever has given ids to passages has committed them, and lets nobody give others before the transaction's end.</summary>
    void HoldPassages(DbConnection connection);

    /// <param name="query">Not empty.</param>
    /// <param name="column">Restricts to <c>heading</c> or <c>body</c>; null is either.</param>
    TextMatch Match(SearchQuery query, string? column);
}

/// <summary>How an engine finds the passages that a query means.</summary>
/// <param name="Hits">What to select from, alone; its rows are hits once <paramref name="Condition"/> holds.</param>
/// <param name="Passages">What to select from where columns of the passage <c>p</c> are read.</param>
/// <param name="Id">The passage's id in either.</param>
/// <param name="Condition">Holds for the hits; with the parameters <paramref name="Parameters"/>.</param>
internal sealed record TextMatch(
    string Hits,
    string Passages,
    string Id,
    string Condition,
    IReadOnlyDictionary<string, object> Parameters);
