using DocumentFormat.OpenXml;
using Plans.Ingest.Building;
using Plans.Ingest.Layout;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Plans.Ingest.Formats.Docx;

/// <summary>Reads tables with their merged cells. Tables inside cells become paragraphs of the cell.</summary>
internal sealed class TableReader(BlockReader blocks, StyleSheet styles, PageCounter pages, ReadLimits limits, string fileName)
{
    public IEnumerable<RawBlock> Read(W.Table table)
    {
        var elements = Flatten<W.TableRow>(table).Where(row => row.TableRowProperties?.GetFirstChild<W.Deleted>() is null).ToList();
        var cells = elements.Select(row => Flatten<W.TableCell>(row).ToList()).ToList();
        var ruled = IsRuled(table, cells.SelectMany(row => row));
        if (!ruled && cells is [[var only]])
        {
            // A frame around running text, not a table.
            return blocks.Read(only.ChildElements);
        }

        var grid = new MergedGrid();
        var count = 0;
        for (var i = 0; i < elements.Count; i++)
        {
            count += cells[i].Count;
            if (count > limits.TableCells)
            {
                throw new UnreadableFileException(FailureReasons.LimitExceeded, $"{fileName}: a table has more than {limits.TableCells} cells.",
                    "Load tables of this size as a spreadsheet, or raise the limit TableCells.");
            }

            ReadRow(elements[i], cells[i], grid);
        }

        var rows = grid.Rows();
        return rows.Count == 0 ? [] : [new RawTable(rows, ruled, HeaderRows(elements) ?? TableHeadings.Count(rows))];
    }

    private void ReadRow(W.TableRow row, List<W.TableCell> cells, MergedGrid grid)
    {
        var start = pages.Page;
        var end = start;
        int? rowPage = null;
        var column = Values.Of(row.TableRowProperties?.GetFirstChild<W.GridBefore>()?.Val) ?? 0;
        grid.NextRow();
        foreach (var cell in cells)
        {
            pages.GoTo(start);
            var read = blocks.Read(cell.ChildElements, inCell: true).ToList();
            var lines = read.SelectMany(Lines).ToList();
            end = Math.Max(end, pages.Page);
            if (lines.Count > 0)
            {
                var first = PageOf(read[0]);
                rowPage = Math.Min(rowPage ?? first, first);
            }

            var properties = cell.TableCellProperties;
            var span = Math.Clamp(Values.Of(properties?.GridSpan?.Val) ?? 1, 1, 1000);
            var merge = properties?.VerticalMerge is { } vertical ? Values.Of(vertical.Val) ?? W.MergedCellValues.Continue : (W.MergedCellValues?)null;
            if (properties?.HorizontalMerge is { } horizontal && Values.Of(horizontal.Val) is not W.MergedCellValues.Restart)
            {
                grid.Widen(span);
            }
            else
            {
                grid.Add(column, span, lines, merge);
            }

            column += span;
        }

        pages.GoTo(end);
        grid.SetPage(rowPage ?? start);
    }

    private static IEnumerable<string> Lines(RawBlock block) => block switch
    {
        RawParagraph paragraph => [paragraph.InCell],
        RawTable nested => nested.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Paragraphs),
        _ => [],
    };

    private static int PageOf(RawBlock block) => block switch
    {
        RawParagraph paragraph => paragraph.Page,
        RawTable nested => nested.Rows[0].Page,
        _ => 1,
    };

    /// <summary>Rows or cells, also those inside content controls and custom XML.</summary>
    private static IEnumerable<T> Flatten<T>(OpenXmlElement parent)
        where T : OpenXmlElement
    {
        foreach (var child in parent.ChildElements)
        {
            if (child is T found)
            {
                yield return found;
            }
            else if (child is W.SdtRow or W.SdtCell or W.SdtContentRow or W.SdtContentCell or W.CustomXmlRow or W.CustomXmlCell or W.InsertedRun or W.MoveToRun)
            {
                foreach (var inner in Flatten<T>(child))
                {
                    yield return inner;
                }
            }
        }
    }

    /// <summary>How many rows at the top are marked to repeat on each page; null if none is.</summary>
    private static int? HeaderRows(List<W.TableRow> rows)
    {
        var count = rows.TakeWhile(row => row.TableRowProperties?.GetFirstChild<W.TableHeader>() is not null).Count();
        return count > 0 && count < rows.Count ? count : null;
    }

    private bool IsRuled(W.Table table, IEnumerable<W.TableCell> cells)
    {
        var properties = table.GetFirstChild<W.TableProperties>();
        var whole = Borders.Ruled(properties?.TableBorders) ?? styles.Other(properties?.TableStyle?.Val?.Value).Ruled ?? false;
        // Cells may have borders of their own, or have the table's taken away.
        var stated = cells.Select(cell => Borders.Ruled(cell.TableCellProperties?.TableCellBorders)).ToList();
        var ruled = stated.Count(one => one ?? whole);
        return ruled * 2 > stated.Count;
    }
}
