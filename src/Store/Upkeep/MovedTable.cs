using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Plans.Store.Upkeep;

/// <summary>A table as it is moved between stores: which of its rows go first, and what tells that all have arrived.</summary>
/// <param name="Columns">Null for all that it has.</param>
internal sealed record MovedTable(string Name, string Order, string? Columns = null)
{
    /// <summary>In an order in which each refers to earlier ones only.</summary>
    public static readonly IReadOnlyList<MovedTable> All =
    [
        new("loads", "id"),
        new("files", "id"),
        new("load_files", "load_id, file_id"),
        new("workers", "name"),
        new("readings", "sha256"),
        new("plans", "id"),
        new("documents", "plan_id"),
        .. new[] { "sections", "targets", "tasks" }.Select(name => new MovedTable(name, "plan_id, ordinal")),
        new("corrections", "id"),
        new("extractions", "plan_id"),
        new("plan_signatures", "plan_id"),
        new("plan_bands", "band, plan_id"),
        new("plan_links", "plan_id, other_id"),
        new("task_agencies", "plan_id, task, role, ordinal"),
        .. new[] { "legal_bases", "funding", "plan_tables", "findings" }.Select(name => new MovedTable(name, "plan_id, ordinal")),
    ];

    /// <summary>The passages, of which each engine keeps its own index.</summary>
    public static readonly MovedTable Passages = new(
        "passages",
        "plan_id, kind, ordinal",
        "plan_id, kind, ordinal, section, item_id, heading, body, year_from, year_to, agencies, span_start, span_end, page, review");

    /// <summary>Reads all rows, one in memory at a time, and adds each to the digest.</summary>
    /// <param name="took">Called with the names of the columns before the first row.</param>
    /// <param name="storable">How the store to which they go writes a text.</param>
    public IEnumerable<object?[]> Rows(DbConnection connection, RowDigest digest, Func<string?, string?> storable, Action<IReadOnlyList<string>>? took = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"select {Columns ?? "*"} from {Name} order by {Order}";
        using var reader = command.ExecuteReader();
        took?.Invoke([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)]);

        // The two engines need not have the columns in the same order.
        var order = Enumerable.Range(0, reader.FieldCount).OrderBy(reader.GetName, StringComparer.Ordinal).ToList();
        while (reader.Read())
        {
            var row = new object?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i) is string text ? storable(text) : reader.GetValue(i);
            }

            digest.Add(order.Select(i => row[i]));
            yield return row;
        }
    }
}

/// <summary>Counts rows and makes a hash over their values that is the same for both engines.</summary>
internal sealed class RowDigest
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public long Rows { get; private set; }

    public void Add(IEnumerable<object?> values)
    {
        Rows++;
        foreach (var value in values)
        {
            // The length before each keeps "ab","c" apart from "a","bc".
            var text = Write(value);
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{text?.Length ?? -1}:{text}")));
        }
    }

    public string End() => Convert.ToHexStringLower(hash.GetHashAndReset());

    private static string? Write(object? value) => value switch
    {
        null => null,
        bool flag => flag ? "1" : "0",
        byte[] bytes => Convert.ToHexStringLower(SHA256.HashData(bytes)),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };
}
