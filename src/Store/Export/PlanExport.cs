using System.Data.Common;
using Dapper;
using Plans.Store.Engines;
using Plans.Store.Search;

namespace Plans.Store.Export;

public enum ExportFormat { Csv, Xlsx, Jsonl }

/// <summary>Writes all hits of a question, of one kind, as a table: exactly what the same filter shows in a search.</summary>
public sealed class PlanExport
{
    private readonly Database database;
    private readonly PlanSearch search;

    internal PlanExport(Database database, PlanSearch search) => (this.database, this.search) = (database, search);

    /// <summary>By plan, and as they stand in it. Rows go out as they come; nothing holds them all.</summary>
    /// <param name="request">Its kinds, limit and offset do not matter. Empty asks for everything.</param>
    /// <param name="linkTo">Makes the address of a source: of a plan's id and a span, or of the plan where the span is null.</param>
    /// <returns>The number of rows.</returns>
    /// <exception cref="QueryException">The query has no sensible answer.</exception>
    public int Write(HitKind kind, SearchRequest request, ExportFormat format, Stream target, Func<long, (int Start, int End)?, string>? linkTo = null)
    {
        var columns = ExportTable.Columns(kind, database.Joined);
        var (plan, start, end) = (At(columns, "plan_id"), At(columns, "start"), At(columns, "end"));
        return database.Read(connection =>
        {
            var source = search.Source(connection, QueryParser.Parse(request.Query), request with { Kinds = [kind] });
            using var writer = Writer(format, target, columns);
            using var reader = (DbDataReader)connection.ExecuteReader(ExportTable.Sql(kind, columns, source), source.Parameters);
            var (rows, values) = (0, new object?[columns.Count]);
            for (; reader.Read(); rows++)
            {
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
                }

                writer.Row(values, linkTo?.Invoke(Number(values[plan]), start < 0 ? null : ((int)Number(values[start]), (int)Number(values[end]))));
            }

            return rows;
        });
    }

    private static ExportWriter Writer(ExportFormat format, Stream target, IReadOnlyList<ExportColumn> columns) => format switch
    {
        ExportFormat.Csv => new CsvExport(target, columns),
        ExportFormat.Xlsx => new XlsxExport(target, columns),
        _ => new JsonLinesExport(target, columns),
    };

    private static int At(IReadOnlyList<ExportColumn> columns, string name) => columns.ToList().FindIndex(column => column.Name == name);

    private static long Number(object? value) => Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture);
}
