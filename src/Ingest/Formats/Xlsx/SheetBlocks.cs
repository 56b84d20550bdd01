using System.Text.RegularExpressions;
using Plans.Ingest.Building;
using Plans.Ingest.Layout;

namespace Plans.Ingest.Formats.Xlsx;

/// <summary>
/// Cuts a sheet into paragraphs and a table. The table is where borders are drawn, else where rows are filled; the letterhead and title
/// above it and the signature below are paragraphs.
/// </summary>
internal static partial class SheetBlocks
{
    public static IEnumerable<RawBlock> Of(SheetGrid grid, int page)
    {
        var (start, end) = TableRows(grid);
        foreach (var cell in grid.Rows.Take(start).SelectMany(row => row))
        {
            foreach (var paragraph in Paragraphs(cell, page))
            {
                yield return paragraph;
            }
        }

        if (end > start)
        {
            yield return Table(grid.Rows.Skip(start).Take(end - start).ToList(), page);
        }

        foreach (var cell in grid.Rows.Skip(end).SelectMany(row => row))
        {
            foreach (var paragraph in Paragraphs(cell, page))
            {
                yield return paragraph;
            }
        }
    }

    /// <summary>Whether the program made the name up: "Sheet1", "Trang tính 2".</summary>
    public static bool IsGenericName(string name) => name.Length == 0 || Generic().IsMatch(name);

    /// <summary>The first row of the table and the row after its last; the same where there is none.</summary>
    private static (int Start, int End) TableRows(SheetGrid grid)
    {
        var ruled = grid.Rows.Select(row => row.Count(cell => cell.HasBorder) >= 2 && row.Any(cell => !cell.IsEmpty)).ToList();
        if (ruled.Count(isRuled => isRuled) >= 2)
        {
            return (ruled.IndexOf(true), ruled.LastIndexOf(true) + 1);
        }

        var filled = grid.Rows.Select(row => row.Count(cell => !cell.IsEmpty)).ToList();
        var start = filled.FindIndex(count => count >= 3);
        return start < 0 || filled.Count(count => count >= 3) < 2 ? (grid.Rows.Count, grid.Rows.Count) : (start, filled.FindLastIndex(count => count >= 2) + 1);
    }

    private static RawTable Table(List<IReadOnlyList<SheetCell>> rows, int page)
    {
        var left = rows.SelectMany(row => row).Where(cell => !cell.IsEmpty).Min(cell => cell.Column);
        var raw = rows.Select((row, i) => new RawRow(page, row.Where(cell => cell.Column >= left)
            .Select(cell => new RawCell(cell.Column - left, cell.Lines, cell.ColumnSpan, Math.Min(cell.RowSpan, rows.Count - i))).ToList())).ToList();
        return new RawTable(raw, rows.Exists(row => row.Any(cell => cell.HasBorder)), TableHeadings.Count(raw));
    }

    private static IEnumerable<RawParagraph> Paragraphs(SheetCell cell, int page) =>
        cell.Lines.Select(line => new RawParagraph(line, page, new ParagraphStyle { Bold = cell.IsBold, Capitals = cell.IsCapitals }));

    [GeneratedRegex(@"^(?:sheet|trang(?: tính)?|bảng tính)\s*\d*(?:\s*\(\d+\))?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Generic();
}
