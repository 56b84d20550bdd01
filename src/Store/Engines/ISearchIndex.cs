using System.Data.Common;
using Plans.Store.Search;
using Plans.Store.Writing;

namespace Plans.Store.Engines;

/// <summary>The full text of an engine: keeps it in step with the passages, and writes queries in its language.</summary>
internal interface ISearchIndex
{
    /// <summary>Puts a plan's passages in the place of those that are held of it, inside the caller's transaction.</summary>
    void Replace(DbConnection connection, long plan, IEnumerable<Passage> passages);

    /// <param name="query">Not empty.</param>
    /// <param name="column">Restricts to <c>heading</c> or <c>body</c>; null is either.</param>
    TextMatch Match(SearchQuery query, string? column);
}

/// <summary>How an engine finds and ranks the passages that a query means.</summary>
/// <param name="Hits">What to select from, alone; its rows are hits once <paramref name="Condition"/> holds.</param>
/// <param name="Passages">What to select from where columns of the passage <c>p</c> are read.</param>
/// <param name="Id">The passage's id in either.</param>
/// <param name="Condition">Holds for the hits; with the parameters <paramref name="Parameters"/>.</param>
/// <param name="Own">Holds for hits that have the query's marked words as they were typed; null where none is marked.</param>
/// <param name="Others">The contrary of <paramref name="Own"/>.</param>
/// <param name="Worth">A number for each hit, the smaller the better.</param>
internal sealed record TextMatch(
    string Hits,
    string Passages,
    string Id,
    string Condition,
    string? Own,
    string? Others,
    string Worth,
    IReadOnlyDictionary<string, object> Parameters);
