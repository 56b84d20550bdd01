using Microsoft.Data.Sqlite;
using Plans.Extraction;

namespace Plans.Store.Writing;

/// <summary>What a column holds of an item.</summary>
internal sealed record Column<T>(string Name, Func<T, object?> Value);

/// <summary>Writes lists of items with one prepared statement a list.</summary>
internal static class RowWriter
{
    /// <summary>Items in their order, which the column <c>ordinal</c> keeps, with their spans.</summary>
    public static void Insert<T>(
        SqliteConnection connection, long plan, string table, IEnumerable<T> items, IEnumerable<Column<T>> columns, Func<T, Span> span) =>
        Insert(
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

    public static void Insert<T>(SqliteConnection connection, long plan, string table, IEnumerable<T> items, IReadOnlyList<Column<T>> columns)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            $"""
            insert into {table} (plan_id, {string.Join(", ", columns.Select(column => column.Name))})
            values (@plan, {string.Join(", ", columns.Select(column => "@" + column.Name))})
            """;
        command.Parameters.AddWithValue("@plan", plan);
        var parameters = columns.Select(column => command.Parameters.AddWithValue("@" + column.Name, DBNull.Value)).ToList();
        foreach (var item in items)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                parameters[i].Value = columns[i].Value(item) ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }
    }
}
