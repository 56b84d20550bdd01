using System.Globalization;
using System.Text.RegularExpressions;
using Plans.Extraction.Catalogues;
using Plans.Extraction.Language;

namespace Plans.Extraction.Tables;

internal enum ColumnRole { Other, Number, Task, Indicator, Lead, Support, Deadline, Product, Unit, Value, Baseline, Compare, Money, Note }

/// <param name="Year">The year that the heading names; null if none.</param>
internal sealed record Column(int Index, string Heading, ColumnRole Role, int? Year);

/// <summary>What a table's headings say of its columns.</summary>
internal sealed partial record TableShape(IReadOnlyList<Column> Columns, int HeaderRows)
{
    private static readonly IReadOnlyList<(ColumnRole Role, string Phrase)> Phrases =
        [.. Catalogue.Rows("table-columns.tsv").Select(r => (Enum.Parse<ColumnRole>(r[0], true), Canon.Fold(r[1])))];

    private const int MostHeaderRows = 5;

    [GeneratedRegex(@"(?:19|20)\d{2}", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex YearPattern();

    [GeneratedRegex(@"^(?:\(?\d{1,3}(?:\.\d{1,3})*\)?|[ivx]{1,5}|[a-hđ]|-|\+|\*)[.)]?$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex RowNumber();

    public Column? First(ColumnRole role) => Columns.FirstOrDefault(c => c.Role == role);

    public IEnumerable<Column> All(ColumnRole role) => Columns.Where(c => c.Role == role);

    public bool IsAssignments => (First(ColumnRole.Lead) ?? First(ColumnRole.Support)) is not null && (First(ColumnRole.Task) ?? First(ColumnRole.Indicator)) is not null;

    public bool IsIndicators => First(ColumnRole.Indicator) is not null && (First(ColumnRole.Value) ?? First(ColumnRole.Unit)) is not null
        || (First(ColumnRole.Unit) is not null && First(ColumnRole.Value) is not null && First(ColumnRole.Task) is not null);

    public static TableShape Of(TableGrid grid)
    {
        var headerRows = Math.Min(grid.Table.HeaderRows ?? GuessHeaderRows(grid), grid.RowCount);
        var columns = new List<Column>();
        for (var column = 0; column < grid.ColumnCount; column++)
        {
            var heading = Heading(grid, column, headerRows);
            columns.Add(new Column(column, heading, Role(Canon.Fold(heading)), Year(heading)));
        }

        return new TableShape(WithValues(WithLabels(Distinct(grid, headerRows, columns))), headerRows);
    }

    /// <summary>Where values stand beside mere labels ("Đơn vị | Hiện có | Đến năm 2010"), the first column of words names what is counted.</summary>
    private static List<Column> WithLabels(List<Column> columns)
    {
        var hasLabels = columns.Any(c => c.Role is ColumnRole.Task or ColumnRole.Indicator);
        var at = columns.FindIndex(c => c.Role is not ColumnRole.Number);
        if (hasLabels || at < 0 || !columns.Skip(at + 1).Any(c => c.Role == ColumnRole.Value) || columns[at].Role == ColumnRole.Value)
        {
            return columns;
        }

        columns[at] = columns[at] with { Role = ColumnRole.Indicator };
        return columns;
    }

    /// <summary>"Chỉ tiêu | Đơn vị | Kết quả": the only column of results, of no year, beside indicators and units holds what is to be reached.</summary>
    private static List<Column> WithValues(List<Column> columns)
    {
        var results = columns.Where(c => c.Role == ColumnRole.Baseline).ToList();
        var isAimed = columns.Any(c => c.Role == ColumnRole.Indicator) && columns.Any(c => c.Role == ColumnRole.Unit) && !columns.Any(c => c.Role == ColumnRole.Value);
        return isAimed && results is [{ Year: null } only] && Canon.Form(only.Heading).Trim() == "kết quả"
            ? [.. columns.Select(c => ReferenceEquals(c, only) ? c with { Role = ColumnRole.Value } : c)] : columns;
    }

    /// <summary>Rows before the first that carries a row number, or a number in a column of values.</summary>
    private static int GuessHeaderRows(TableGrid grid)
    {
        for (var row = 0; row < Math.Min(grid.RowCount, MostHeaderRows); row++)
        {
            var first = grid[row, 0]?.Canon.Trim() ?? "";
            var isColumnNumbers = row > 0 && grid.Row(row).All(c => c.Text.Length <= 6 && c.Text.Any(char.IsDigit));
            if (row > 0 && RowNumber().IsMatch(first) && !isColumnNumbers)
            {
                return row;
            }
        }

        return 1;
    }

    private static string Heading(TableGrid grid, int column, int rows)
    {
        var parts = new List<string>();
        for (var row = 0; row < rows; row++)
        {
            if (grid[row, column] is { } cell && (parts.Count == 0 || parts[^1] != cell.Text))
            {
                parts.Add(cell.Text);
            }
        }

        return string.Join(' ', parts);
    }

    /// <summary>By the phrases, without marks, which recognition often loses; a heading that only names a time ("Đến 30/6/2026") holds values.</summary>
    private static ColumnRole Role(string heading)
    {
        var role = Phrases.FirstOrDefault(p => HasWord(heading, p.Phrase)).Role;
        return role == ColumnRole.Other && YearPattern().IsMatch(heading) ? ColumnRole.Value : role;
    }

    private static bool HasWord(string heading, string phrase)
    {
        var at = heading.IndexOf(phrase, StringComparison.Ordinal);
        return at >= 0 && (at == 0 || !char.IsLetter(heading[at - 1])) && (at + phrase.Length >= heading.Length || !char.IsLetter(heading[at + phrase.Length]));
    }

    private static int? Year(string heading) => YearPattern().Matches(heading).LastOrDefault() is { } match
        ? int.Parse(match.Value, CultureInfo.InvariantCulture) : null;

    /// <summary>
    /// Of several columns of words, the one with most cells of its own holds the tasks or indicators: beside it stand groups, merged over rows.
    /// </summary>
    private static List<Column> Distinct(TableGrid grid, int headerRows, List<Column> columns)
    {
        var words = columns.Where(c => c.Role is ColumnRole.Task or ColumnRole.Indicator).ToList();
        var best = words.MaxBy(c => OwnCells(grid, headerRows, c.Index));
        var hasNamedLead = columns.Any(c => c.Role == ColumnRole.Lead && Canon.Form(c.Heading).Trim() != "đơn vị");
        var hasIndicator = words.Any(c => c.Role == ColumnRole.Indicator);
        var seen = new HashSet<ColumnRole>();
        return [.. columns.Select(c => c.Role switch
        {
            ColumnRole.Task or ColumnRole.Indicator when !ReferenceEquals(c, best) => c with { Role = ColumnRole.Other },
            ColumnRole.Lead when hasNamedLead && Canon.Form(c.Heading).Trim() == "đơn vị" => c with { Role = ColumnRole.Unit },
            ColumnRole.Task when hasIndicator => c with { Role = ColumnRole.Indicator },
            ColumnRole.Support or ColumnRole.Number when !seen.Add(c.Role) => c with { Role = ColumnRole.Other },
            _ => c,
        })];
    }

    private static int OwnCells(TableGrid grid, int headerRows, int column)
    {
        var cells = 0;
        for (var row = headerRows; row < grid.RowCount; row++)
        {
            cells += grid[row, column] is not null && !grid.IsMergedFromAbove(row, column) ? 1 : 0;
        }

        return cells;
    }
}
