using System.Text;

namespace Plans.Ingest.Tests;

/// <summary>What <see cref="Document"/> promises of every document.</summary>
internal static class Soundness
{
    public static void Check(Document document)
    {
        Assert.True(document.Text.IsNormalized(NormalizationForm.FormC), "the text is NFC");
        Assert.DoesNotContain(document.Text, c => char.IsControl(c) && c is not ('\n' or '\t'));
        Assert.Equal(Enumerable.Range(1, document.Pages.Count), document.Pages.Select(page => page.Number));
        var end = 0;
        foreach (var block in document.Blocks)
        {
            Assert.True(block.Range.Start >= end && block.Range.End <= document.Text.Length, "blocks are in order and inside the text");
            Assert.InRange(block.Page, 1, document.Pages.Count);
            Assert.Equal('\n', document.Text[block.Range.End]);
            end = block.Range.End;
            if (block is Table table)
            {
                Check(document, table);
            }
            else
            {
                var line = block.Range.Of(document.Text);
                Assert.True(line.Length > 0 && line == line.Trim() && !line.Contains('\n') && !line.Contains('\t'), $"a paragraph is one line: {line}");
            }
        }
    }

    private static void Check(Document document, Table table)
    {
        var rowEnd = table.Range.Start;
        foreach (var row in table.Rows)
        {
            Assert.True(row.Range.Start >= rowEnd && table.Range.Contains(row.Range), "rows are in order and inside their table");
            Assert.DoesNotContain('\n', row.Range.Of(document.Text));
            rowEnd = row.Range.End;
            var cellEnd = row.Range.Start;
            foreach (var cell in row.Cells)
            {
                Assert.True(cell.Range.Start >= cellEnd && row.Range.Contains(cell.Range), "cells are in order and inside their row");
                Assert.Equal(string.Join(' ', cell.Paragraphs.Select(p => p.Of(document.Text))), cell.Range.Of(document.Text));
                Assert.True(cell is { ColumnSpan: >= 1, RowSpan: >= 1, Column: >= 0 });
                cellEnd = cell.Range.End;
            }
        }
    }
}
