using Dapper;
using Microsoft.Data.Sqlite;

namespace Plans.Store.Writing;

/// <summary>
/// Keeps the full-text indexes in step with the passages. By one statement for all of a plan's passages, not by triggers: FTS5
/// flushes its words to the disk at every trigger, which made a save ten times as slow.
/// </summary>
internal static class FullText
{
    /// <summary>Puts a plan's passages in the place of those that are held of it.</summary>
    public static void Replace(SqliteConnection connection, long plan, IEnumerable<Passage> passages)
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
        RowWriter.Insert(connection, plan, "passages", passages, Columns.OfPassage);
        connection.Execute(
            """
            insert into passages_fts (rowid, heading, body)
            select id, heading, body from passages_folded where id in (select id from passages where plan_id = @plan);
            insert into passages_marked (rowid, heading, body) select id, heading, body from passages where plan_id = @plan
            """,
            new { plan });
    }
}
