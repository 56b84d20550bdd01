using System.Data.Common;
using Dapper;
using Plans.Extraction;
using Plans.Store.Engines;

namespace Plans.Store.Corrections;

/// <summary>Corrections and extractions in the database.</summary>
internal static class CorrectionRows
{
    /// <summary>Those of a content that were not undone, in the order in which they were made.</summary>
    public static List<CorrectionRow> Holding(DbConnection connection, string sha256) => connection.Query<CorrectionRow>(
        $"{CorrectionRow.Select} where c.sha256 = @sha256 and c.undone_at is null order by c.id", new { sha256 }).AsList();

    /// <summary>What was extracted of a plan that has corrections; null where the tables of facts hold just that.</summary>
    public static Plan? Extraction(DbConnection connection, long plan) =>
        connection.ExecuteScalar<string?>("select plan from extractions where plan_id = @plan", new { plan }) is { } json ? StoredJson.Read<Plan>(json) : null;

    /// <summary>Applies what people corrected, keeps the extraction apart where that is anything, and notes which correction found its fact.</summary>
    public static CorrectedPlan Apply(DbConnection connection, Database database, long plan, string sha256, Plan extracted, string text)
    {
        var corrections = Holding(connection, sha256);
        var corrected = CorrectedPlan.Of(extracted, corrections, text);
        connection.Execute("delete from extractions where plan_id = @plan", new { plan });
        if (corrections.Count > 0)
        {
            database.Insert(connection, "extractions", ["plan_id", "plan"], [[plan, StoredJson.Write(extracted)]]);
        }

        foreach (var (id, anchor) in corrected.Attached)
        {
            // A correction that is lost keeps the place where its fact was last.
            connection.Execute(
                anchor is null
                    ? "update corrections set attached = null where id = @id"
                    : "update corrections set attached = @Item, words = @Words, mark = @Mark, span_start = @Start, span_end = @End where id = @id",
                new { id, anchor?.Item, Words = database.Storable(anchor?.Words), Mark = database.Storable(anchor?.Mark), anchor?.Start, anchor?.End });
        }

        return corrected;
    }

    /// <returns>The new row's id.</returns>
    public static long Insert(DbConnection connection, Database database, CorrectionRow row) => connection.ExecuteScalar<long>(
        """
        insert into corrections (sha256, fact, item, action, field, value, was, words, mark, span_start, span_end, who, at, why)
        values (@Sha256, @fact, @item, @action, @Field, @value, @was, @words, @mark, @SpanStart, @SpanEnd, @who, @At, @why) returning id
        """,
        new
        {
            row.Sha256,
            fact = StoredJson.Word(row.Fact),
            item = database.Storable(row.Item),
            action = StoredJson.Word(row.Action),
            row.Field,
            value = database.Storable(row.Value),
            was = database.Storable(row.Was),
            words = database.Storable(row.Words),
            mark = database.Storable(row.Mark),
            row.SpanStart,
            row.SpanEnd,
            who = database.Storable(row.Who),
            row.At,
            why = database.Storable(row.Why),
        });
}
