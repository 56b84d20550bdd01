using System.Text.RegularExpressions;
using Plans.Extraction.Reading;

namespace Plans.Extraction.Tables;

/// <summary>The row of a table that sums up the others: "Tổng cộng", "Cộng", "Toàn tỉnh".</summary>
internal static partial class TableTotals
{
    [GeneratedRegex(@"^(?:tổng cộng|tổng số|tổng|toàn tỉnh|toàn huyện|toàn thành phố|toàn xã|toàn quốc|cả nước|cộng)(?: \(?\d+.*)?$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Pattern();

    public static bool Is(Line cell) => Pattern().IsMatch(cell.Canon.Trim(' ', ':', '.'));

    /// <summary>The label of a row that is a total; null of any other row.</summary>
    public static Line? LabelOf(TableGrid grid, int row)
    {
        for (var column = 0; column < Math.Min(3, grid.ColumnCount); column++)
        {
            if (grid[row, column] is { } cell && Is(cell))
            {
                return cell;
            }
        }

        return null;
    }
}
