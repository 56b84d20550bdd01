using System.Globalization;
using System.Text.RegularExpressions;
using Plans.Extraction.Language;
using Plans.Extraction.Reading;
using Plans.Extraction.Tables;

namespace Plans.Extraction.Audit;

/// <summary>parts-do-not-sum in tables: the rows under a total, and the columns under "Tổng số". What rounding of the printed digits explains is no difference.</summary>
internal static partial class TableSumCheck
{
    [GeneratedRegex(@"^\s*(?<n>\d[\d.,]*)\s*$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Value();

    [GeneratedRegex(@"^(?:[-+*•]|\d{1,2}(?:\.\d{1,2}){1,3}\.?$|[a-hđ]\)?$)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex SubRow();

    private sealed record Cell(Line Line, decimal Value);

    public static IEnumerable<Finding> Check(IReadOnlyList<ReadTable> tables, SpanMaker spans) => tables.SelectMany(t => Rows(t, spans).Concat(Columns(t, spans)));

    private static IEnumerable<Finding> Rows(ReadTable table, SpanMaker spans)
    {
        var (grid, first) = (table.Grid, table.Shape.HeaderRows);
        var total = Enumerable.Range(first, Math.Max(0, grid.RowCount - first)).FirstOrDefault(r => TableTotals.LabelOf(grid, r) is not null, -1);
        if (total < 0)
        {
            yield break;
        }

        var label = TableTotals.LabelOf(grid, total)!;
        foreach (var column in table.Shape.Columns.Where(c => c.Role != ColumnRole.Number && !c.Heading.Contains('%')))
        {
            if (Read(grid, total, column.Index) is not { } whole)
            {
                continue;
            }

            var parts = Enumerable.Range(first, grid.RowCount - first).Where(r => r != total && IsTopRow(grid, r)).Select(r => Read(grid, r, column.Index)).OfType<Cell>().ToList();
            if (Compare(parts, whole) is { } message)
            {
                var quote = new Line(label.Start, table.Text[label.Start..whole.Line.End].Replace('\t', ' '), label.Page, label.Style);
                yield return new Finding("parts-do-not-sum", $"{column.Heading}: {message}", quote.Text, spans.Of(quote));
            }
        }
    }

    /// <summary>"Tổng số | Trong đó: ngân sách trung ương | ngân sách địa phương".</summary>
    private static IEnumerable<Finding> Columns(ReadTable table, SpanMaker spans)
    {
        var parts = table.Shape.Columns.Where(c => Canon.Form(c.Heading).StartsWith("trong đó", StringComparison.Ordinal)).ToList();
        var whole = parts.Count < 2 ? null : table.Shape.Columns.LastOrDefault(c => c.Index < parts[0].Index && Canon.Form(c.Heading).StartsWith("tổng", StringComparison.Ordinal));
        if (whole is null)
        {
            yield break;
        }

        for (var row = table.Shape.HeaderRows; row < table.Grid.RowCount; row++)
        {
            var values = parts.Select(p => Read(table.Grid, row, p.Index)).OfType<Cell>().ToList();
            if (Read(table.Grid, row, whole.Index) is { } sum && Compare(values, sum) is { } message)
            {
                var from = table.Grid.Row(row).First(c => c.Text.Any(char.IsLetter));
                var quote = new Line(from.Start, table.Text[from.Start..values[^1].Line.End].Replace('\t', ' '), from.Page, from.Style);
                yield return new Finding("parts-do-not-sum", message, quote.Text, spans.Of(quote));
            }
        }
    }

    private static bool IsTopRow(TableGrid grid, int row) => !SubRow().IsMatch(grid[row, 0]?.Text ?? "") && !(grid[row, 1] is { } label
        && (SubRow().IsMatch(label.Text) || label.Canon.StartsWith("trong đó", StringComparison.Ordinal)));

    private static Cell? Read(TableGrid grid, int row, int column) => grid[row, column] is { } line && Value().Match(line.Text) is { Success: true } match
        && NumberGrammar.Parse(match.Groups["n"].Value.TrimEnd('.', ',')) is { } value ? new Cell(line, value) : null;

    /// <summary>The arithmetic where it fails: parts near the whole, so that they mean to make it.</summary>
    private static string? Compare(List<Cell> parts, Cell whole)
    {
        var sum = parts.Sum(p => p.Value);
        var rounding = parts.Append(whole).Sum(p => p.Value == decimal.Truncate(p.Value) ? 0 : 0.5m / (decimal)Math.Pow(10, p.Value.Scale));
        var isMeant = parts.Count >= 2 && sum > whole.Value * 0.7m && sum < whole.Value * 1.4m;
        return isMeant && Math.Abs(sum - whole.Value) > rounding
            ? $"{string.Join(" + ", parts.Select(p => p.Line.Text))} = {Print(sum)} ≠ {whole.Line.Text}" : null;
    }

    private static string Print(decimal value) => value.ToString("#,0.########", new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NumberGroupSizes = [3] });
}
