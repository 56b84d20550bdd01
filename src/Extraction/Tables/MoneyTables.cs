using System.Text.RegularExpressions;
using Plans.Extraction.Language;
using Plans.Extraction.Reading;

namespace Plans.Extraction.Tables;

/// <summary>Cost tables (dự toán, phân bổ kinh phí): one amount for each row and column of money, broken down by columns and under the total row.</summary>
internal static partial class MoneyTables
{
    [GeneratedRegex(@"^\s*(?<n>\d[\d.,]*)\s*$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Amount();

    [GeneratedRegex(@"(?:đơn vị(?: tính)?|đvt|đv)\s*:?\s*(?<u>tỷ đồng|triệu đồng|nghìn đồng|ngàn đồng|1\.000 đồng|1000 đồng|đồng)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex UnitLine();

    [GeneratedRegex(@"tỷ đồng|tr(?:iệu)?\.? ?đồng|trđ|(?:nghìn|ngàn) đồng|1\.?000 ?đ|đồng", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex UnitWords();

    /// <summary>The funding items of a table; none where it says no unit of money.</summary>
    public static IEnumerable<FundingItem> Read(ReadTable table, SpanMaker spans)
    {
        var (grid, shape) = (table.Grid, table.Shape);
        var isCost = IsCost(table);
        var columns = shape.Columns.Where(c => (c.Role == ColumnRole.Money || (isCost && c.Role is ColumnRole.Value or ColumnRole.Other)) && IsNumeric(grid, shape, c)).ToList();
        var label = shape.Columns.FirstOrDefault(c => c.Role is not (ColumnRole.Number or ColumnRole.Unit) && !columns.Contains(c) && !IsNumeric(grid, shape, c));
        if (columns.Count == 0 || label is null || (shape.IsIndicators && !isCost))
        {
            yield break;
        }

        var source = shape.Columns.FirstOrDefault(c => c != label && !columns.Contains(c) && Canon.Form(c.Heading).Contains("nguồn", StringComparison.Ordinal));
        var (total, totalQuote) = Total(table, columns);
        for (var row = shape.HeaderRows; row < grid.RowCount; row++)
        {
            var name = row == total ? grid[row, 0] ?? grid[row, label.Index] : grid[row, label.Index];
            string? whole = null;
            foreach (var column in columns)
            {
                if (name is null || grid[row, column.Index] is not { } cell || AmountOf(cell) is not { } number || Scale(table, column) is not { } scale)
                {
                    continue;
                }

                var isPart = whole is not null;
                var quote = Quote(table, name, cell);
                yield return new FundingItem(
                    number * scale,
                    isPart ? ShortHeading(column) : row == total ? "tổng" : columns.Count == 1 && source is not null && grid[row, source.Index] is { } from ? from.Text : name.Text,
                    isPart ? whole : row == total ? null : totalQuote,
                    quote.Text,
                    spans.Of(quote));
                whole ??= quote.Text;
            }
        }
    }

    /// <summary>A table of years or sources under a heading on money, its unit said above it ("Đơn vị tính: triệu đồng").</summary>
    private static bool IsCost(ReadTable table) => table.Section.Ancestors().Prepend(table.Section).Any(s => s.Heading is { } heading && CostHeading().IsMatch(heading.Canon))
        && table.Section.Units.Select(u => u.Body.Canon).Append(table.Section.Heading?.Canon ?? "").Any(c => UnitLine().IsMatch(c));

    [GeneratedRegex(@"kinh phí|dự toán|nguồn vốn|nhu cầu vốn|vốn đầu tư|phân bổ vốn|nguồn lực", RegexOptions.NonBacktracking)]
    private static partial Regex CostHeading();

    private static bool IsNumeric(TableGrid grid, TableShape shape, Column column)
    {
        var cells = Enumerable.Range(shape.HeaderRows, grid.RowCount - shape.HeaderRows).Select(r => grid[r, column.Index]).OfType<Line>().ToList();
        return cells.Count(c => AmountOf(c) is not null) * 2 > cells.Count;
    }

    private static (int Row, string? Quote) Total(ReadTable table, List<Column> columns)
    {
        for (var row = table.Shape.HeaderRows; row < table.Grid.RowCount; row++)
        {
            if (TableTotals.LabelOf(table.Grid, row) is { } name && columns.Select(c => table.Grid[row, c.Index]).FirstOrDefault(c => c is not null && AmountOf(c) is not null) is { } cell)
            {
                return (row, Quote(table, name, cell).Text);
            }
        }

        return (-1, null);
    }

    private static Line Quote(ReadTable table, Line name, Line cell) =>
        new(name.Start, table.Text[name.Start..Math.Max(cell.End, name.End)].Replace('\t', ' ').Replace('\n', ' '), name.Page, name.Style);

    private static decimal? AmountOf(Line cell) => Amount().Match(cell.Text) is { Success: true } match ? NumberGrammar.Parse(match.Groups["n"].Value.TrimEnd('.', ',')) : null;

    /// <summary>By the column's heading, else by a line "Đơn vị tính: triệu đồng" of the section.</summary>
    private static decimal? Scale(ReadTable table, Column column)
    {
        var words = UnitWords().Match(Canon.Form(column.Heading)) is { Success: true } heading ? heading.Value
            : table.Shape.All(ColumnRole.Money).Select(c => UnitWords().Match(Canon.Form(c.Heading))).FirstOrDefault(m => m.Success)?.Value ?? table.Section.Units.Select(u => u.Body.Canon).Append(table.Section.Heading?.Canon ?? "").Concat(table.Section.Notes.Select(n => n.Canon))
                .Select(c => UnitLine().Match(c)).FirstOrDefault(m => m.Success)?.Groups["u"].Value;
        return words switch
        {
            null => null,
            _ when words.StartsWith("tỷ", StringComparison.Ordinal) => 1_000_000_000m,
            _ when words.StartsWith("tr", StringComparison.Ordinal) => 1_000_000m,
            _ when words.StartsWith('n') || words.StartsWith('1') => 1_000m,
            _ => 1m,
        };
    }

    [GeneratedRegex(@"trong đó|\([^)]*\)", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex HeadingAside();

    private static string ShortHeading(Column column) => string.Join(' ', HeadingAside().Replace(column.Heading, " ").Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
