using System.Data.Common;
using Dapper;
using Plans.Store.Engines;
using Plans.Store.Search;
using Plans.Store.Search.Blocks;
using Plans.Store.Writing;

namespace Plans.Store.Postgres;

/// <summary>Full text by the server's own search, over words that this program cuts and folds.</summary>
internal sealed class TextSearchIndex(Database database) : ISearchIndex
{
    private static readonly IReadOnlyList<Column<Passage>> WithWords =
        [.. Columns.OfPassage, new("words", passage => PassageWords.Of(passage.Heading, passage.Body))];

    public void Replace(DbConnection connection, long plan, IEnumerable<Passage> passages)
    {
        BlockShelf.Forget(connection, plan);
        connection.Execute("delete from passages where plan_id = @plan", new { plan });
        RowWriter.Insert(database, connection, plan, "passages", passages, WithWords);
    }

    public IEnumerable<long> Find(DbConnection connection, SearchTerm term, bool asTyped, long after, long upTo) => connection.Query<long>(
        "select id from passages where words @@ @match::tsquery and id > @after and id <= @upTo",
        new { match = TextSearchQuery.Of(term, asTyped), after, upTo },
        buffered: false);

    public void HoldPassages(DbConnection connection) => connection.Execute("lock table passages in share mode");

    public TextMatch Match(SearchQuery query, string? column)
    {
        var match = TextSearchQuery.Of(query, column);
        var parameters = new Dictionary<string, object> { ["match"] = match };
        return new TextMatch(
            "passages p",
            "passages p",
            "p.id",
            "p.words @@ @match::tsquery",
            parameters);
    }
}
