using System.Data.Common;
using Dapper;
using Plans.Store.Engines;
using Plans.Store.Search;
using Plans.Store.Writing;

namespace Plans.Store.Sqlite;

/// <summary>
/// Full text by FTS5: <c>passages_fts</c> has the folded words, <c>passages_marked</c> those with their marks. Kept in step by one
/// statement for all of a plan's passages, not by triggers: FTS5 flushes its words to the disk at every trigger, which made a save ten
/// times as slow.
/// </summary>
internal sealed class Fts5Index(Database database) : ISearchIndex
{
    public void Replace(DbConnection connection, long plan, IEnumerable<Passage> passages)
    {
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
        RowWriter.Insert(database, connection, plan, "passages", passages, Columns.OfPassage);
        connection.Execute(
            """
            insert into passages_fts (rowid, heading, body)
            select id, heading, body from passages_folded where id in (select id from passages where plan_id = @plan);
            insert into passages_marked (rowid, heading, body) select id, heading, body from passages where plan_id = @plan
            """,
            new { plan });
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

        var own = Fts5Match.OwnForm(query, column);
        if (own is not null)
        {
            parameters["own"] = own;
        }

        // The plus keeps SQLite from asking the index anew for each of the owners, which takes a minute for a common word.
        const string Owners = "(select rowid from passages_marked where passages_marked match @own)";
        return new TextMatch(
            "passages_fts",
            "passages_fts join passages p on p.id = passages_fts.rowid",
            "passages_fts.rowid",
            condition,
            own is null ? null : $"+passages_fts.rowid in {Owners}",
            own is null ? null : $"+passages_fts.rowid not in {Owners}",
            "bm25(passages_fts, 2.0, 1.0)",
            parameters);
    }
}
