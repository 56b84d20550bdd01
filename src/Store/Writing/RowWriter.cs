using System.Data.Common;
using Plans.Extraction;
using Plans.Store.Engines;

namespace Plans.Store.Writing;

/// <summary>What a column holds of an item.</summary>
internal sealed record Column<T>(string Name, Func<T, object?> Value);

/// <summary>Writes lists of items that belong to a plan.</summary>
internal static class RowWriter
{
    /// <summary>Items in their order, which the column <c>ordinal</c> keeps, with their spans.</summary>
    public static void Insert<T>(
        Database database, DbConnection connection, long plan, string table, IEnumerable<T> items, IEnumerable<Column<T>> columns, Func<T, Span> span) =>
        Insert(
            database,
            connection,
            plan,
            table,
            items.Select((item, i) => (Item: item, Ordinal: i)),
            [
                new("ordinal", row => row.Ordinal),
                .. columns.Select(column => new Column<(T Item, int Ordinal)>(column.Name, row => column.Value(row.Item))),
                new("span_start", row => span(row.Item).Start),
                new("span_end", row => span(row.Item).End),
                new("page", row => span(row.Item).Page),
                new("boxes", row => span(row.Item).Boxes is { } boxes ? StoredJson.Write(boxes) : null),
            ]);

    public static void Insert<T>(
        Database database, DbConnection connection, long plan, string table, IEnumerable<T> items, IReadOnlyList<Column<T>> columns) =>
        database.Insert(
            connection,
            table,
            ["plan_id", .. columns.Select(column => column.Name)],
            items.Select(item => (object?[])[plan, .. columns.Select(column => column.Value(item))]));
}
