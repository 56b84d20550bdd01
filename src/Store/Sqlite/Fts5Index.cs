using System.Data.Common;
using Dapper;
using Plans.Store.Engines;
using Plans.Store.Search;
using Plans.Store.Search.Blocks;
using Plans.Store.Writing;

namespace Plans.Store.Sqlite;

/// <summary>
/// Full text by FTS5: <c>passages_fts</c> has the folded words, <c>passages_marked</c> those with their marks. Kept in step by one
/// statement for all of a plan's passages, not by triggers: FTS5 flushes its words to the disk at every trigger, which made a save ten
/// times as slow.
/// </summary>
internal sealed class Fts5Index(Database database) : ISearchIndex
{
    private static readonly IReadOnlyList<Column<(long Id, Passage Passage)>> WithIds =
    [
        new("id", row => row.Id),
        .. Columns.OfPassage.Select(column => new Column<(long Id, Passage Passage)>(column.Name, row => column.Value(row.Passage))),
    ];

    public void Replace(DbConnection connection, long plan, IEnumerable<Passage> passages)
    {
        BlockShelf.Forget(connection, plan);

        // An index of texts that it does not hold itself has to be told the old words to forget them.
        connection.Execute(
            """
            insert into passages_fts (passages_fts, rowid, heading, body)
            select 'delete', id, heading, body from passages_folded where id in (select id from passages where plan_id = @plan);
            insert into passages_marked (passages_marked, rowid, heading, body)
            select 'delete', id, heading, body from passages where plan_id = @plan;
            delete from passages where plan_id = @plan
            """,
            new { plan });
        var next = connection.ExecuteScalar<long>("select next from passage_ids");
        var numbered = passages.Select((passage, i) => (next + i, passage)).ToList();
        RowWriter.Insert(database, connection, plan, "passages", numbered, WithIds);
        connection.Execute("update passage_ids set next = @next", new { next = next + numbered.Count });
        connection.Execute(
            """
            insert into passages_fts (rowid, heading, body)
            select id, heading, body from passages_folded where id in (select id from passages where plan_id = @plan);
            insert into passages_marked (rowid, heading, body) select id, heading, body from passages where plan_id = @plan
            """,
            new { plan });
    }

    public IEnumerable<long> Find(DbConnection connection, SearchTerm term, bool asTyped, long after, long upTo)
    {
        var table = asTyped ? "passages_marked" : "passages_fts";
        return connection.Query<long>(
            $"select rowid from {table} where {table} match @match and rowid > @after and rowid <= @upTo",
            new { match = Fts5Match.Of(term, asTyped), after, upTo },
            buffered: false);
    }

    /// <summary>SQLite has one writer at a time anyway.</summary>
    public void HoldPassages(DbConnection connection)
    {
    }

    public TextMatch Match(SearchQuery query, string? column)
    {
        var parameters = new Dictionary<string, object> { ["match"] = Fts5Match.Folded(query, column) };
        var condition = "passages_fts match @match";
        if (Fts5Match.Excluded(query, column) is { } excluded)
        {
            condition += " and passages_fts.rowid not in (select rowid from passages_marked where passages_marked match @excluded)";
            parameters["excluded"] = excluded;
        }

        return new TextMatch(
            "passages_fts",
            "passages_fts join passages p on p.id = passages_fts.rowid",
            "passages_fts.rowid",
            condition,
            parameters);
    }
}
