using Plans.Ingest;
using Plans.Store.Originals;

namespace Plans.Store.Tests;

public sealed class ReadingsTests
{
    private const string Text = "KẾ HOẠCH\nSTT\tNội dung\n";

    private static readonly Document Recognised = new()
    {
        MediaType = "application/pdf",
        Text = Text,
        Blocks =
        [
            new Paragraph(new TextRange(0, 8), 1) { Style = new ParagraphStyle { Bold = true, FontSize = 14, Alignment = Alignment.Centre } },
            new Table(new TextRange(9, 21), 1)
            {
                Role = BlockRole.Footnote,
                Rows = [new TableRow(new TextRange(9, 21), 1, [new TableCell(new TextRange(9, 12), 0), new TableCell(new TextRange(13, 21), 1) { Paragraphs = [new TextRange(13, 21)] }])],
                Ruled = true,
            },
        ],
        Pages = [new PageRecord(1, PageSource.Ocr, 595, 842)],
        Words = [new Word(new TextRange(0, 2), 1, new Box(1.5, 2, 3, 4), 0.9)],
        Warnings = [new ReadWarning("ocr-used", "Recognised.", 1)],
    };

    [Fact]
    public void A_reading_comes_back_as_it_was()
    {
        var back = Readings.Unpack(Readings.Pack(Recognised));

        Assert.Equal((Recognised.MediaType, Recognised.Text), (back.MediaType, back.Text));
        Assert.Equal(Recognised.Blocks[0], back.Blocks[0]);
        var table = Assert.IsType<Table>(back.Blocks[1]);
        Assert.Equal((BlockRole.Footnote, true, new TextRange(9, 21)), (table.Role, table.Ruled, table.Range));
        Assert.Equal([new TextRange(13, 21)], table.Rows[0].Cells[1].Paragraphs);
        Assert.Equal(Recognised.Pages, back.Pages);
        Assert.Equal(Recognised.Words, back.Words);
        Assert.Equal(Recognised.Warnings, back.Warnings);
    }
}
