using Plans.Ingest.Building;
using Plans.Ingest.Encodings;
using Plans.Ingest.Layout;

namespace Plans.Ingest.Formats.Text;

/// <summary>
/// Finds tables whose columns are lined up with blanks, as typists and PDF converters write them. Only tables with a numbered first
/// column ("TT", "STT") are taken: blanks line up by chance too.
/// </summary>
internal static class SpaceTables
{
    private const int FewestLines = 3;
    private const int MostLines = 2000;
    private const int NarrowestGap = 2;

    public static IReadOnlyList<RawRow>? At(IReadOnlyList<SourceLine> lines, int start, out int end)
    {
        end = start;
        var heading = lines[start];
        var label = heading.Text.StartsWith("Số TT", StringComparison.Ordinal) ? "Số TT" : heading.Text.Split(' ', 2)[0];
        if (heading.Raw.Contains('\t') || label.Length == heading.Text.Length || !TableHeadings.IsNumberLabel(label))
        {
            return null;
        }

        var length = 1;
        while (length < MostLines && start + length < lines.Count && !lines[start + length].AfterBlank && !lines[start + length].Raw.Contains('\t'))
        {
            length++;
        }

        var run = lines.Skip(start).Take(length).ToList();
        var columns = Columns(run);
        if (length < FewestLines || columns.Count < 2)
        {
            return null;
        }

        end = start + length;
        return Rows(run, columns);
    }

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

    private static List<RawRow> Rows(List<SourceLine> run, List<int> columns)
    {
        var rows = new List<RawRow>();
        foreach (var line in run)
        {
            var ends = columns.Skip(1).Append(int.MaxValue);
            var row = new RawRow(line.Page, columns.Zip(ends, (start, end) => (start, end)).Select((range, column) => Cell(line.Raw, column, range)).ToList());
            PageBreaks.Mend(rows, row);
        }

        return rows;
    }

    private static RawCell Cell(string raw, int column, (int Start, int End) range)
    {
        var text = range.Start >= raw.Length ? "" : CleanText.Squeeze(raw[range.Start..Math.Min(range.End, raw.Length)]);
        return new RawCell(column, text.Length == 0 ? [] : [text]);
    }
}
