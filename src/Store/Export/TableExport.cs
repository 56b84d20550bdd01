namespace Plans.Store.Export;

/// <summary>A column of a list that is taken away.</summary>
/// <param name="Name">snake_case, the same in every format.</param>
/// <param name="IsNumber">A number in spreadsheets.</param>
public sealed record TableColumn(string Name, bool IsNumber = false);

/// <summary>A row, with the address of its source.</summary>
/// <param name="Values">One a column: string, int, long, double, bool or null.</param>
public sealed record TableLine(IReadOnlyList<object?> Values, string? Link);

/// <summary>Writes a list that is made elsewhere in the same formats as <see cref="PlanExport"/>.</summary>
public static class TableExport
{
    public static void Write(ExportFormat format, Stream target, IReadOnlyList<TableColumn> columns, IEnumerable<TableLine> lines)
    {
        List<ExportColumn> written = [.. columns.Select(column => new ExportColumn(column.Name, "", column.IsNumber))];
        using ExportWriter writer = format switch
        {
            ExportFormat.Csv => new CsvExport(target, written),
            ExportFormat.Xlsx => new XlsxExport(target, written),
            _ => new JsonLinesExport(target, written),
        };
        foreach (var line in lines)
        {
            writer.Row(line.Values, line.Link);
        }
    }
}
