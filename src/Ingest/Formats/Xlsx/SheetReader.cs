using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Plans.Ingest.Formats.Docx;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Plans.Ingest.Formats.Xlsx;

/// <summary>Reads the cells of one sheet, row by row without holding the sheet as elements.</summary>
internal static class SheetReader
{
    public static SheetGrid Read(WorksheetPart sheet, CellTexts texts, ReadLimits limits, CancellationToken cancellationToken)
    {
        var rows = new SortedDictionary<int, List<SheetCell>>();
        var merged = new List<(int Top, int Left, int Bottom, int Right)>();
        var count = 0;
        using var reader = OpenXmlReader.Create(sheet);
        while (reader.Read())
        {
            if (!reader.IsStartElement)
            {
                continue;
            }

            if (reader.ElementType == typeof(S.Row) && reader.LoadCurrentElement() is S.Row row)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var number = (int)Math.Min(Values.Of(row.RowIndex) ?? (uint)(rows.Count == 0 ? 1 : rows.Keys.Last() + 1), int.MaxValue);
                var cells = Cells(row, number, texts).ToList();
                if ((count += cells.Count) > limits.TableCells)
                {
                    throw new UnreadableFileException(FailureReasons.LimitExceeded, $"A sheet has more than {limits.TableCells} cells.",
                        "Load the part of it that is the plan, or raise the limit TableCells.");
                }

                rows[number] = cells;
            }
            else if (reader.ElementType == typeof(S.MergeCell) && reader.LoadCurrentElement() is S.MergeCell { Reference.Value: { } range } && Range(range) is { } area)
            {
                merged.Add(area);
            }
        }

        return Merge(rows, merged);
    }

    private static IEnumerable<SheetCell> Cells(S.Row row, int number, CellTexts texts)
    {
        var column = 0;
        foreach (var cell in row.Elements<S.Cell>())
        {
            column = cell.CellReference?.Value is { } reference && Position(reference) is { } place ? place.Column : column + 1;
            var shown = texts.Of(cell);
            if (shown.Lines.Count > 0 || shown.HasBorder)
            {
                yield return shown with { Row = number, Column = column };
            }
        }
    }

    /// <summary>Merged cells get their spans, clipped to what is used; the cells that they cover are dropped, and so are empty rows.</summary>
    private static SheetGrid Merge(SortedDictionary<int, List<SheetCell>> rows, List<(int Top, int Left, int Bottom, int Right)> merged)
    {
        var used = rows.Values.SelectMany(cells => cells).Where(cell => !cell.IsEmpty).ToList();
        if (used.Count == 0)
        {
            return SheetGrid.Empty;
        }

        var (lastRow, lastColumn) = (used.Max(cell => cell.Row), used.Max(cell => cell.Column));
        foreach (var (top, left, bottom, right) in merged)
        {
            var (end, edge) = (Math.Min(bottom, lastRow), Math.Min(right, lastColumn));
            foreach (var (_, cells) in rows.Where(row => row.Key >= top && row.Key <= end))
            {
                cells.RemoveAll(cell => cell.Column >= left && cell.Column <= right && (cell.Row, cell.Column) != (top, left));
            }

            if (rows.TryGetValue(top, out var first) && first.FindIndex(cell => cell.Column == left) is >= 0 and var at)
            {
                // Only rows that are shown count: the empty ones go.
                var height = rows.Count(row => row.Key >= top && row.Key <= end && (row.Key == top || row.Value.Exists(cell => !cell.IsEmpty)));
                first[at] = first[at] with { RowSpan = Math.Max(1, height), ColumnSpan = Math.Max(1, edge - left + 1) };
            }
        }

        return new SheetGrid([.. rows.Values.Where(cells => cells.Exists(cell => !cell.IsEmpty)).Select(cells => cells.Where(cell => cell.Column <= lastColumn).ToList())]);
    }

    private static (int Top, int Left, int Bottom, int Right)? Range(string reference)
    {
        var ends = reference.Split(':');
        return ends.Length == 2 && Position(ends[0]) is { } from && Position(ends[1]) is { } to && to.Row >= from.Row && to.Column >= from.Column
            ? (from.Row, from.Column, to.Row, to.Column) : null;
    }

    /// <summary>"AB12" is row 12, column 28; both from 1.</summary>
    private static (int Row, int Column)? Position(string reference)
    {
        var letters = reference.TakeWhile(char.IsAsciiLetter).Count();
        if (letters is 0 or > 3 || !int.TryParse(reference.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row))
        {
            return null;
        }

        return (row, reference[..letters].Aggregate(0, (column, letter) => (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1)));
    }
}
