using Plans.Ingest.Building;
using Plans.Ingest.Encodings;
using Plans.Ingest.Layout;

namespace Plans.Ingest.Formats.Text;

/// <summary>
/// Finds tables whose columns are lined up with blanks, as typists and PDF converters write them, with or without rules of dashes. Blanks line
/// up by chance too: the first column is numbered ("TT", "STT"), or there are three columns and figures in them.
/// </summary>
internal static class SpaceTables
{
    private const int FewestLines = 3;
    private const int FewestUnnumbered = 4;
    private const int FewestUnnumberedColumns = 3;
    private const int MostLines = 2000;
    private const int NarrowestGap = 2;

    /// <summary>A run of lines without a blank one between them, cut into columns.</summary>
    private sealed record Run(IReadOnlyList<SourceLine> Lines, IReadOnlyList<int> Columns, int End);

    /// <param name="pageNumbers">What stood between its pages.</param>
    public static IReadOnlyList<RawRow>? At(IReadOnlyList<SourceLine> lines, int start, out int end, out IReadOnlyList<SourceLine> pageNumbers)
    {
        (end, pageNumbers) = (start, []);
        if (RunAt(lines, start) is not { } run || !(IsNumbered(run.Lines[0]) ? run.Columns.Count >= 2 : IsUnmistakable(run)))
        {
            return null;
        }

        var rows = Rows([], run);
        var passed = new List<SourceLine>();
        end = run.End;
        while (IsNumbered(run.Lines[0]) && NextPage(lines, end, run) is var (next, number))
        {
            rows = Rows(rows, next with { Lines = [.. next.Lines.Skip(1)] });
            passed.AddRange(number);
            end = next.End;
        }

        pageNumbers = passed;
        return rows;
    }

    private static Run? RunAt(IReadOnlyList<SourceLine> lines, int start)
    {
        var at = start;
        while (at < lines.Count && at - start < MostLines && (at == start || !lines[at].AfterBlank) && !lines[at].Raw.Contains('\t'))
        {
            at++;
        }

        var run = lines.Skip(start).Take(at - start).Where(line => !RuleLines.IsRule(line.Raw)).ToList();
        return run.Count >= FewestLines ? new Run(run, Columns(run), at) : null;
    }

    /// <summary>The table's next page: the same headings after a page number or nothing.</summary>
    private static (Run Run, IReadOnlyList<SourceLine> PageNumber)? NextPage(IReadOnlyList<SourceLine> lines, int at, Run run)
    {
        var number = at < lines.Count && LineKinds.PageNumber(lines[at].Text) is not null ? 1 : 0;
        return at + number < lines.Count && string.Equals(lines[at + number].Text, run.Lines[0].Text, StringComparison.Ordinal)
            && RunAt(lines, at + number) is { } next && next.Columns.Count == run.Columns.Count ? (next, [.. lines.Skip(at).Take(number)]) : null;
    }

    private static bool IsNumbered(SourceLine heading)
    {
        var label = heading.Text.StartsWith("Số TT", StringComparison.Ordinal) ? "Số TT" : heading.Text.Split(' ', 2)[0];
        return label.Length < heading.Text.Length && TableHeadings.IsNumberLabel(label);
    }

    /// <summary>Headings above columns of which one at least holds figures in every row that it is filled in, and hardly a cell is empty.</summary>
    private static bool IsUnmistakable(Run run)
    {
        if (run.Lines.Count < FewestUnnumbered || run.Columns.Count < FewestUnnumberedColumns)
        {
            return false;
        }

        var cells = run.Lines.Select(line => Cells(line, run.Columns)).ToList();
        var body = cells.Skip(1).ToList();
        var filled = body.Sum(row => row.Count(cell => cell.Length > 0));
        return cells[0].TrueForAll(cell => cell.Length == 0 || char.IsLetter(cell[0]) || cell[0] == '(') && cells[0].Count(cell => cell.Length > 0) >= FewestUnnumberedColumns
            && filled * 4 >= 3 * body.Count * run.Columns.Count
            && Enumerable.Range(1, run.Columns.Count - 1).Any(column => body.TrueForAll(row => row[column].Length == 0 || IsFigure(row[column])) && body.Count(row => row[column].Length > 0) * 2 > body.Count);
    }

    private static bool IsFigure(string cell) => cell.Any(char.IsDigit) && cell.All(c => char.IsDigit(c) || c is '.' or ',' or '%' or '-' or '–' or '/' or ' ' or '>' or '<' or '≥' or '≤' or '(' or ')');

    /// <summary>Where the columns begin: behind each stretch that is blank in every line.</summary>
    private static List<int> Columns(List<SourceLine> run)
    {
        var width = run.Max(line => line.Raw.Length);
        var columns = new List<int> { 0 };
        var blank = 0;
        for (var x = 0; x < width; x++)
        {
            if (run.TrueForAll(line => x >= line.Raw.Length || line.Raw[x] == ' '))
            {
                blank++;
                continue;
            }

            if (blank >= NarrowestGap && x > blank)
            {
                columns.Add(x);
            }

            blank = 0;
        }

        return columns;
    }

    private static List<RawRow> Rows(List<RawRow> rows, Run run)
    {
        foreach (var line in run.Lines)
        {
            PageBreaks.Mend(rows, new RawRow(line.Page, Cells(line, run.Columns).Select((text, column) => new RawCell(column, text.Length == 0 ? [] : [text])).ToList()));
        }

        return rows;
    }

    private static List<string> Cells(SourceLine line, IReadOnlyList<int> columns) =>
        columns.Select((start, i) => start >= line.Raw.Length ? "" : CleanText.Squeeze(line.Raw[start..(i + 1 < columns.Count ? Math.Min(columns[i + 1], line.Raw.Length) : line.Raw.Length)])).ToList();
}
