using System.Globalization;
using AngleSharp.Dom;
using Plans.Ingest.Building;
using Plans.Ingest.Layout;

namespace Plans.Ingest.Formats.Html;

/// <summary>Reads tables with their merged cells; a table that only arranges the page becomes the blocks in it.</summary>
internal sealed class HtmlTables(ReadLimits limits, string fileName, HtmlRules rules)
{
    /// <summary>A cell with more paragraphs than this is a column of a page, not a cell.</summary>
    private const int MostParagraphsInCell = 60;
    private const int LargestSpan = 1000;

    private int _cells;

    public IEnumerable<RawBlock> Read(IElement table, HtmlBlocks blocks, HtmlLook look)
    {
        var rows = Rows(table).ToList();
        var read = new List<RawRow>();
        var contents = new List<RawBlock>();
        var taken = new Dictionary<int, int>();
        var arranges = false;
        foreach (var row in rows)
        {
            var cells = new List<RawCell>();
            var page = blocks.Page;
            var column = 0;
            foreach (var cell in row.Children.Where(IsCell))
            {
                Count();
                while (taken.GetValueOrDefault(column) > 0)
                {
                    column++;
                }

                var inside = blocks.ReadPart(cell, look);
                var lines = inside.SelectMany(Lines).ToList();
                arranges |= lines.Count > MostParagraphsInCell;
                contents.AddRange(inside);
                var (width, height) = (Span(cell, "colspan"), Math.Min(Span(cell, "rowspan"), rows.Count - read.Count));
                cells.Add(new RawCell(column, lines, width, Math.Max(1, height)));
                for (var i = 0; i < width && height > 1; i++)
                {
                    taken[column + i] = height;
                }

                column += width;
            }

            read.Add(new RawRow(page, cells));
            foreach (var key in taken.Keys.ToList())
            {
                taken[key]--;
            }
        }

        var ruled = IsRuled(table, rows);
        var isFrame = !ruled && rows is [{ } only] && only.Children.Count(IsCell) == 1;
        if (isFrame || (arranges && !ruled))
        {
            return contents;
        }

        return read.Count == 0 ? [] : [new RawTable(read, ruled, HeaderRows(rows) ?? TableHeadings.Count(read))];
    }

    private void Count()
    {
        if (++_cells > limits.TableCells)
        {
            throw new UnreadableFileException(FailureReasons.LimitExceeded, $"{fileName}: its tables have more than {limits.TableCells} cells.",
                "Load tables of this size as a spreadsheet, or raise the limit TableCells.");
        }
    }

    private static IEnumerable<IElement> Rows(IElement table) => table.Children.SelectMany(child => child.LocalName switch
    {
        "tr" => [child],
        "thead" or "tbody" or "tfoot" => child.Children.Where(row => row.LocalName == "tr"),
        _ => Enumerable.Empty<IElement>(),
    });

    private static bool IsCell(IElement element) => element.LocalName is "td" or "th";

    private static IEnumerable<string> Lines(RawBlock block) => block switch
    {
        RawParagraph paragraph => [paragraph.InCell],
        RawTable nested => nested.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Paragraphs),
        _ => [],
    };

    private static int Span(IElement cell, string attribute) =>
        int.TryParse(cell.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, LargestSpan) : 1;

    /// <summary>Rows of the table's head, or rows of heading cells at its top; null if none.</summary>
    private static int? HeaderRows(List<IElement> rows)
    {
        var count = rows.TakeWhile(row => row.ParentElement?.LocalName == "thead"
            || (row.Children.Length > 0 && row.Children.All(cell => cell.LocalName == "th"))).Count();
        return count > 0 && count < rows.Count ? count : null;
    }

    private bool IsRuled(IElement table, List<IElement> rows)
    {
        if (table.GetAttribute("border") is { } border)
        {
            return border.Trim() is not ("0" or "0px" or "none");
        }

        var cells = rows.SelectMany(row => row.Children).ToList();
        return rules.Draw(table) || cells.Count(rules.Draw) * 2 > cells.Count
            || rows.Exists(row => row.Children.Any(cell => cell.LocalName == "th"))
            || table.ClassList.Any(name => name.Contains("border", StringComparison.OrdinalIgnoreCase) || name.Contains("grid", StringComparison.OrdinalIgnoreCase));
    }
}
