using Plans.Ingest;

namespace Plans.Extraction.Reading;

/// <summary>An element of the text flow: a paragraph, or a table of content.</summary>
internal abstract record FlowItem(int Start, int Page);

internal sealed record LineItem(Line Line) : FlowItem(Line.Start, Line.Page);

internal sealed record TableItem(Table Table) : FlowItem(Table.Range.Start, Table.Page);

/// <summary>The body of a document in reading order; tables that only lay text out (agency left, motto right) are taken apart.</summary>
internal static class Flow
{
    private const int HeadRows = 8;

    public static IReadOnlyList<FlowItem> Of(Document document)
    {
        var items = new List<FlowItem>();
        foreach (var block in document.Blocks.Where(b => b.Role == BlockRole.Body))
        {
            switch (block)
            {
                case Paragraph paragraph:
                    Add(items, Line.From(document.Text, paragraph.Range, paragraph.Page, paragraph.Style));
                    break;
                case Table table when IsLayout(document, table):
                    foreach (var cell in table.Rows.SelectMany(row => row.Cells))
                    {
                        foreach (var range in cell.Paragraphs.Count > 0 ? cell.Paragraphs : [cell.Range])
                        {
                            Add(items, Line.From(document.Text, range, table.Page));
                        }
                    }

                    break;
                case Table table:
                    items.Add(new TableItem(table));
                    break;
            }
        }

        return items;
    }

    private static void Add(List<FlowItem> items, Line line)
    {
        items.AddRange(Pieces.Of(line).Select(piece => piece.Trim()).Where(piece => piece.Text.Length > 0).Select(piece => new LineItem(piece)));
    }

    /// <summary>
    /// The head and the signature stand side by side in a table of two columns without lines (Nghị định 30/2020/NĐ-CP, Phụ lục I, sơ đồ bố trí);
    /// the motto, the number or "Nơi nhận" inside tells it even where lines are drawn.
    /// </summary>
    private static bool IsLayout(Document document, Table table)
    {
        if (table.Rows.Count > HeadRows || table.Rows.Max(r => r.Cells.Count) > 3)
        {
            return false;
        }

        var canon = Language.Canon.Form(table.Range.Of(document.Text));
        return canon.Contains("độc lập - tự do", StringComparison.Ordinal)
            || canon.Contains("cộng hòa xã hội", StringComparison.Ordinal)
            || canon.Contains("nơi nhận", StringComparison.Ordinal)
            || canon.Contains("kt. chủ tịch", StringComparison.Ordinal)
            || canon.Contains("tm. ủy ban", StringComparison.Ordinal);
    }
}
