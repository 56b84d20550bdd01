using System.Text.RegularExpressions;
using Plans.Ingest.Building;

namespace Plans.Ingest.Layout;

/// <summary>Which rows of a table are column headings.</summary>
internal static partial class TableHeadings
{
    private const int LongestHeading = 80;

    /// <summary>The row begins with "TT", "STT", "Số TT": the heading of nearly every numbered table in official documents.</summary>
    public static bool IsNumberHeading(RawRow row) => row.Cells.Count >= 2 && row.At(0) is { } first && IsNumberLabel(first.Text);

    /// <summary>The label of a column of row numbers.</summary>
    public static bool IsNumberLabel(string text) => NumberHeading().IsMatch(text);

    /// <summary>Whether two rows are the same headings, as far as a recogniser reads a page like the one before.</summary>
    public static bool Same(RawRow one, RawRow other)
    {
        if (one.Cells.Count != other.Cells.Count || one.Cells.Count < 2)
        {
            return false;
        }

        var filled = one.Cells.Zip(other.Cells).Where(pair => !pair.First.IsEmpty || !pair.Second.IsEmpty).ToList();
        var equal = filled.Count(pair => string.Equals(Letters(pair.First.Text), Letters(pair.Second.Text), StringComparison.Ordinal));
        return equal >= 2 && equal * 10 >= filled.Count * 7;
    }

    /// <summary>How many rows at the top are headings, where a number heading shows it: its continuation rows have an empty first cell and short texts.</summary>
    public static int? Count(IReadOnlyList<RawRow> rows)
    {
        if (!IsNumberHeading(rows[0]))
        {
            return null;
        }

        var count = 1;
        while (count < rows.Count && rows[count].At(0) is null or { IsEmpty: true } && rows[count].Cells.Count(cell => !cell.IsEmpty) >= 2
            && rows[count].Cells.All(cell => cell.Text.Length <= LongestHeading && !Amount().IsMatch(cell.Text)))
        {
            count++;
        }

        // A row of column numbers, "1 2 3 4" or "(1) (2) (3)", ends the headings.
        return count < rows.Count && IsColumnNumbers(rows[count]) ? count + 1 : count;
    }

    private static bool IsColumnNumbers(RawRow row) => row.Cells
        .Select((cell, column) => ColumnNumber().IsMatch(cell.Text) && cell.Text.Contains($"{column + 1}", StringComparison.Ordinal))
        .All(isNext => isNext);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    [GeneratedRegex(@"^(?:S?TT|Số\s*TT|Số thứ tự|Stt|Tt)\.?$", RegexOptions.NonBacktracking)]
    private static partial Regex NumberHeading();

    // A value; a year is a heading, and a row of column numbers is looked for by itself.
    [GeneratedRegex(@"^\d+(?:[.,]\d+)+%?$|^\d+%$|^\d{1,3}$|^\d{5,}$", RegexOptions.NonBacktracking)]
    private static partial Regex Amount();

    [GeneratedRegex(@"^[(\[]?\d{1,2}[)\]]?$", RegexOptions.NonBacktracking)]
    private static partial Regex ColumnNumber();
}
