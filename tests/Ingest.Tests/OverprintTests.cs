using System.Globalization;

namespace Plans.Ingest.Tests;

/// <summary>What is printed over or beside the text of a page.</summary>
public class OverprintTests
{
    private static readonly string Text = string.Concat(Enumerable.Range(0, 30).Select(line =>
        string.Create(CultureInfo.InvariantCulture, $"BT /F 12 Tf 85 {760 - (line * 20)} Td (cac so, ban, nganh va uy ban nhan dan cac huyen to chuc thuc hien nhiem vu) Tj ET\n")));

    [Theory]
    [InlineData("a watermark across the page", "q 0.707 0.707 -0.707 0.707 180 300 cm BT /F 60 Tf (BAN SAO) Tj ET Q")]
    [InlineData("a note that runs up the margin", "q 0 1 -1 0 40 300 cm BT /F 10 Tf (Trang thong tin dien tu) Tj ET Q")]
    [InlineData("the same on the right", "q 0 -1 1 0 570 500 cm BT /F 10 Tf (Trang thong tin dien tu) Tj ET Q")]
    public void Neither_watermarks_nor_notes_up_the_margin_break_the_text(string what, string printed)
    {
        var (plain, over) = (Reading.Bytes(new PdfBuilder().Page(Text).Bytes(), "plan.pdf"), Reading.Bytes(new PdfBuilder().Page(Text + printed).Bytes(), "plan.pdf"));

        Assert.Equal((what, string.Join('|', plain.Paragraphs())), (what, string.Join('|', over.Paragraphs())));
        Assert.Contains(over.Blocks, block => block.Role == BlockRole.Stamp);
        Assert.DoesNotContain(over.Warnings, warning => warning.Code == "words-uneven");
    }

    [Fact]
    public void Large_letters_of_a_title_are_text() => Assert.Contains("KE HOACH", Reading.Bytes(new PdfBuilder().Page("BT /F 40 Tf 85 790 Td (KE HOACH) Tj ET\n" + Text).Bytes(), "plan.pdf").Paragraphs());
}
