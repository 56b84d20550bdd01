using Plans.Ingest.Building;

namespace Plans.Ingest.Layout.Pages;

/// <summary>Makes the text of a table cell or of a narrow column, whose edges tell where a line was full.</summary>
internal static class CellText
{
    private const double MostPadding = 8;

    /// <param name="left">The cell's left border, or the column's left edge.</param>
    public static RawCell Of(int column, IReadOnlyList<TextLine> lines, double left, double right, int columnSpan = 1, int rowSpan = 1)
    {
        if (lines.Count == 0)
        {
            return new RawCell(column, [], columnSpan, rowSpan);
        }

        var padding = Math.Clamp(Math.Min(lines.Min(line => line.Box.X0) - left, right - lines.Max(line => line.Box.X1)), 0, MostPadding);
        var columnLines = lines.Select(line => new ColumnLine(line, left + padding, right - padding)).ToList();
        var paragraphs = new ParagraphJoiner(LineSpacing.Of(columnLines)).All(columnLines).ToList();
        return Of(column, paragraphs, columnSpan, rowSpan);
    }

    private static RawCell Of(int column, List<RawParagraph> paragraphs, int columnSpan, int rowSpan)
    {
        var words = new List<PlacedWord>();
        var start = 0;
        foreach (var paragraph in paragraphs)
        {
            words.AddRange(PlacedWord.Shifted(paragraph.Words, start));
            start += paragraph.Text.Length + 1;
        }

        return new RawCell(column, paragraphs.Select(paragraph => paragraph.Text).ToList(), columnSpan, rowSpan) { Words = words };
    }
}
