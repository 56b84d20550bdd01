using System.Globalization;
using System.Text.RegularExpressions;
using Plans.Extraction.Language;
using Plans.Extraction.Reading;
using Plans.Extraction.Targets;

namespace Plans.Extraction.Tables;

/// <summary>Targets in tables of indicators: one for each row and each column that holds an aim.</summary>
internal static partial class IndicatorTables
{
    [GeneratedRegex(@"^\s*(?<cmp>>=|<=|≥|≤|>|<|trên|dưới|khoảng|ít nhất|tối thiểu|tối đa|không quá|từ)?\s*(?<n>\d[\d.,]*(?:\s?[-–]\s?\d[\d.,]*)?)\s*(?<pct>%)?\s*(?<after>trở lên)?\s*(?:$|[/;(\s])", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Value();

    [GeneratedRegex(@"^(?:[-+*•]|\d{1,2}(?:\.\d{1,2}){1,3}|[a-hđ]\))", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex SubRow();

    [GeneratedRegex(@"^trong đó\s?:?\s*", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex PartOf();

    public static IEnumerable<TargetDraft> Read(ReadTable table, int? planYear, int? documentYear)
    {
        var (grid, shape) = (table.Grid, table.Shape);
        var indicatorColumn = (shape.First(ColumnRole.Indicator) ?? shape.First(ColumnRole.Task))?.Index;
        if (indicatorColumn is null)
        {
            yield break;
        }

        var columns = AimColumns(shape, documentYear).ToList();
        var above = new Dictionary<int, TargetDraft>();
        var total = Totals(table, indicatorColumn.Value, columns, planYear);
        var wasSub = false;
        var numberAbove = "";
        int? yearAbove = null;
        for (var row = shape.HeaderRows; row < grid.RowCount; row++)
        {
            var indicator = Label(grid, row, indicatorColumn.Value);
            if (indicator is null || !indicator.Text.Any(char.IsLetter))
            {
                continue;
            }

            yearAbove = GroupYear().Match(indicator.Canon) is { Success: true } group ? int.Parse(group.Groups["year"].Value, CultureInfo.InvariantCulture) : yearAbove;
            var goesOn = wasSub && indicatorColumn > 0 && string.IsNullOrWhiteSpace(grid[row, 0]?.Text);
            var isSub = goesOn || SubRow().IsMatch(grid[row, 0]?.Text ?? "") || SubRow().IsMatch(indicator.Text) || indicator.Canon.StartsWith("trong đó", StringComparison.Ordinal);
            var number = grid[row, 0]?.Text.Trim().TrimEnd('.', ')') ?? "";
            var isNumberedPart = numberAbove.Length > 0 && number.StartsWith(numberAbove + ".", StringComparison.Ordinal);
            numberAbove = isSub ? numberAbove : number;
            wasSub = isSub && (goesOn || indicator.Canon.StartsWith("trong đó", StringComparison.Ordinal));
            foreach (var (column, cell) in Cells(table, row, columns))
            {
                var isTotal = total.TryGetValue(column.Index, out var whole) && IsTotal(indicator);
                var draft = isTotal ? whole : Draft(table, row, indicator, cell, column, planYear);
                if (draft is null)
                {
                    continue;
                }

                draft = column.Year is null && yearAbove is not null ? draft with { Year = yearAbove } : draft;
                draft = !isSub && !isTotal && whole is not null ? draft with { Parent = whole } : draft;
                draft = isSub && above.TryGetValue(column.Index, out var parent) && (goesOn || grid[row, 0]?.Text is "-" or "+" || indicator.Canon.StartsWith("trong đó", StringComparison.Ordinal) || indicator.Text[0] is '-' or '+') ? draft with { Parent = above.GetValueOrDefault(column.Index) } : draft;
                draft = isNumberedPart && draft.Parent is null && draft.Unit != "%" && above.TryGetValue(column.Index, out var counted) && counted.Unit == draft.Unit && counted.Number.Number.Value >= draft.Number.Number.Value
                    ? draft with { Parent = counted } : draft;
                if (!isSub)
                {
                    above[column.Index] = draft;
                }

                yield return draft;
            }
        }
    }

    /// <summary>A row that only names the time of those below it: "Đến năm 2030", "Giai đoạn 2026 - 2030".</summary>
    [GeneratedRegex(@"^[\s*]*(?:mục tiêu |chỉ tiêu )?(?:đến |trong |hết )*(?:năm|giai đoạn (?:19|20)\d{2}\s?-)\s?(?<year>(?:19|20)\d{2})[\s*:]*$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex GroupYear();

    /// <summary>The row that sums up the others, first or last, makes them its parts.</summary>
    private static Dictionary<int, TargetDraft> Totals(ReadTable table, int indicatorColumn, List<Column> columns, int? planYear)
    {
        for (var row = table.Shape.HeaderRows; row < table.Grid.RowCount; row++)
        {
            if (Label(table.Grid, row, indicatorColumn) is { } indicator && IsTotal(indicator))
            {
                return Cells(table, row, columns).Select(c => (c.Column.Index, Draft: Draft(table, row, indicator, c.Cell, c.Column, planYear)))
                    .Where(c => c.Draft is not null).ToDictionary(c => c.Index, c => c.Draft!);
            }
        }

        return [];
    }

    /// <summary>What a row counts; "Tổng cộng" may stand in the column of numbers.</summary>
    private static Line? Label(TableGrid grid, int row, int column) =>
        grid[row, column] ?? (grid[row, 0] is { } first && IsTotal(first) ? first : null);

    private static bool IsTotal(Line indicator) => TableTotals.Is(indicator);

    /// <summary>"KH 2015 lúa đặc sản (ha)" over rows of districts: what is counted stands in the heading, the place in the row.</summary>
    private static string WithHeading(string place, Column column, string indicatorHeading)
    {
        var what = HeadingTime().Replace(HeaderUnit().Replace(column.Heading, ""), " ").Trim(' ', ',', ':', '-');
        return PlaceHeading().IsMatch(Canon.Fold(indicatorHeading)) && what.Count(char.IsLetter) > 3 ? place + " " + string.Join(' ', what.Split(' ', StringSplitOptions.RemoveEmptyEntries)) : place;
    }

    [GeneratedRegex(@"(?<!\p{L})(?:KH|kế hoạch|chỉ tiêu|mục tiêu|đến|năm|giai đoạn|giao|số lượng|TH|ĐVT)(?!\p{L})|[\d/–-]+", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex HeadingTime();

    [GeneratedRegex(@"^(?:ten )?(?:huyen|xa|dia phuong|dia ban|don vi|vung|khu vuc|quan|phuong|thon|ban|thi xa|thanh pho)(?:[ ,/]|$)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex PlaceHeading();

    /// <summary>"Tổng số xã" beside "KH 2026 | KH 2028": how many there are, not how many are aimed at.</summary>
    [GeneratedRegex(@"^(?:tong so|so) \p{L}+(?: hien co)?$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Stock();

    /// <summary>Columns of aims: a plan's or a coming year's; not results, estimates, comparisons or money.</summary>
    private static IEnumerable<Column> AimColumns(TableShape shape, int? documentYear)
    {
        var byYears = shape.All(ColumnRole.Value).Any(c => c.Year is not null);
        foreach (var column in shape.All(ColumnRole.Value).Where(c => !byYears || c.Year is not null || !Stock().IsMatch(Canon.Fold(c.Heading))))
        {
            if (column.Year is not { } year || documentYear is not { } now || year >= now)
            {
                yield return column;
            }
        }
    }

    /// <summary>
    /// The cells of a row that hold aims. Where recognition shifted the cells, the value is the one just before the leading agency.
    /// </summary>
    private static IEnumerable<(Column Column, Line Cell)> Cells(ReadTable table, int row, List<Column> columns)
    {
        var (grid, shape) = (table.Grid, table.Shape);
        var lead = shape.First(ColumnRole.Lead);
        var last = columns.Where(c => lead is null || c.Index < lead.Index).LastOrDefault();
        var agencyAt = lead is null ? -1 : AgencyColumn(grid, row, shape);
        if (lead is not null && last is not null && agencyAt >= 0 && (agencyAt != lead.Index || StartsWithValue(grid[row, agencyAt]!)))
        {
            var cell = StartsWithValue(grid[row, agencyAt]!) ? grid[row, agencyAt] : grid[row, agencyAt - 1];
            if (cell is not null)
            {
                yield return (last, cell);
            }

            yield break;
        }

        foreach (var column in columns)
        {
            if (grid[row, column.Index] is { } cell)
            {
                yield return (column, cell);
            }
        }
    }

    private static bool StartsWithValue(Line cell) => char.IsDigit(cell.Text[0]);

    private static int AgencyColumn(TableGrid grid, int row, TableShape shape)
    {
        var from = (shape.First(ColumnRole.Indicator) ?? shape.First(ColumnRole.Task))!.Index + 1;
        for (var column = from; column < grid.ColumnCount; column++)
        {
            if (grid[row, column] is { } cell && shape.Columns[column].Role != ColumnRole.Unit && AssignmentTables.AgencyStart(cell) >= 0)
            {
                return column;
            }
        }

        return -1;
    }

    private static TargetDraft? Draft(ReadTable table, int row, Line indicator, Line cell, Column column, int? planYear)
    {
        var match = Value().Match(cell.Canon);
        if (!match.Success)
        {
            return null;
        }

        var number = NumberGrammar.Find(match.Groups["n"].Value + match.Groups["pct"].Value).FirstOrDefault();
        if (number is null)
        {
            return null;
        }

        var unit = Unit(table, row, indicator, column, match.Groups["pct"].Success);
        if (unit == "%" && number.Value > 100 && Canon.Form(indicator.Text).StartsWith("tỷ lệ", StringComparison.Ordinal))
        {
            return null;
        }

        if (unit is not null && IsMoney(Canon.Form(unit)))
        {
            return null;
        }

        var name = TableCaption.Of(table)?.Before is { } counted && PlaceHeading().IsMatch(Canon.Fold(IndicatorHeading(table))) ? counted + " " + indicator.Text : WithHeading(PartOf().Replace(indicator.Text.TrimStart('-', '+', '•', ' ', '*'), ""), column, IndicatorHeading(table));
        var eachYear = unit?.EndsWith("/năm", StringComparison.OrdinalIgnoreCase) ?? false;
        var quoteEnd = Math.Max(cell.End, indicator.End);
        return new TargetDraft
        {
            Indicator = name,
            Comparator = Comparator(match, number),
            Number = new ClassifiedNumber(number, NumberClass.Candidate, number.End, number.End, null),
            Unit = eachYear ? unit![..^"/năm".Length] : unit,
            Year = column.Year ?? YearReader.In(indicator.Canon) ?? (table.Section.Heading is { } caption ? YearReader.InHeading(caption.Canon) : null) ?? planYear,
            EachYear = eachYear,
            Section = table.Section.Path,
            Source = "table",
            Quote = new Line(indicator.Start, table.Text[indicator.Start..quoteEnd].Replace('\t', ' '), indicator.Page, indicator.Style),
            Printed = cell.Text,
            Confidence = 0.85,
            Baseline = BaselineCell(table, row, eachYear ? unit![..^"/năm".Length] : unit),
        };
    }

    private static string IndicatorHeading(ReadTable table) => (table.Shape.First(ColumnRole.Indicator) ?? table.Shape.First(ColumnRole.Task))!.Heading;

    /// <summary>The last column of results before the aims: "Thực hiện năm 2020", "Hiện trạng".</summary>
    private static Baseline? BaselineCell(ReadTable table, int row, string? unit)
    {
        var column = table.Shape.All(ColumnRole.Baseline).LastOrDefault(c => table.Grid[row, c.Index] is { } cell && Value().IsMatch(cell.Canon));
        return column is not null && NumberGrammar.Find(Value().Match(table.Grid[row, column.Index]!.Canon).Groups["n"].Value) is [{ Max: null } number, ..]
            ? new Baseline(number.Value / 1.0000000000000000000000000000m, unit, column.Year) : null;
    }

    private static bool IsMoney(string unit) => unit.Contains("đồng", StringComparison.Ordinal) || unit.Contains("usd", StringComparison.Ordinal);

    [GeneratedRegex(@"\((?<u>%|\p{L}[^()\d]{0,20})\)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex HeaderUnit();

    private static string? Unit(ReadTable table, int row, Line indicator, Column column, bool percent)
    {
        if (percent)
        {
            return "%";
        }

        if (table.Shape.First(ColumnRole.Unit) is { } units && table.Grid[row, units.Index] is { } cell)
        {
            return cell.Text;
        }

        if (HeaderUnit().Match(column.Heading) is { Success: true } header)
        {
            return header.Groups["u"].Value;
        }

        var open = indicator.Text.LastIndexOf('(');
        var inBrackets = open >= 0 && indicator.Text.TrimEnd().EndsWith(')') ? indicator.Text.TrimEnd()[(open + 1)..^1] : "";
        if (TableCaption.Of(table) is { } caption)
        {
            return caption.Unit;
        }

        return inBrackets == "%" || Catalogues.Units.At(Canon.Form(inBrackets), 0) is not null ? inBrackets : indicator.Canon.StartsWith("tỷ lệ", StringComparison.Ordinal) ? "%" : null;
    }

    private static string Comparator(Match match, NumberToken number) => number.Max is not null ? "range" : match.Groups["cmp"].Value switch
    {
        _ when match.Groups["after"].Success => ">=",
        ">=" or "≥" or "ít nhất" or "tối thiểu" => ">=",
        "<=" or "≤" or "tối đa" or "không quá" => "<=",
        ">" or "trên" => ">",
        "<" or "dưới" => "<",
        "khoảng" => "~",
        _ => "=",
    };
}
