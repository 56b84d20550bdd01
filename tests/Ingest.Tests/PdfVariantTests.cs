namespace Plans.Ingest.Tests;

/// <summary>Printed pages that are hard to read, against the document that was typed.</summary>
public class PdfVariantTests(PrintedVariants variants) : IClassFixture<PrintedVariants>
{
    [Fact]
    public void Hardly_a_syllable_is_broken_on_a_justified_page_whose_font_lacks_Vietnamese_letters()
    {
        var printed = Words(variants.Read("phong-chu"));
        var typed = PrintedVariants.Sentences.SelectMany(sentence => sentence.Split(' ')).GroupBy(word => word).ToDictionary(group => group.Key, group => group.Count());

        var broken = printed.GroupBy(word => word).Sum(group => Math.Max(0, group.Count() - typed.GetValueOrDefault(group.Key)));

        Assert.True(printed.Count > 2_000);
        Assert.True(broken < printed.Count / 1000.0, $"{broken} of {printed.Count} words are broken");
    }

    [Theory]
    [InlineData("phong-chu")]
    [InlineData("bang-dai")]
    [InlineData("bang-ngang")]
    [InlineData("chu-dung")]
    [InlineData("khong-ke")]
    public void Every_word_is_read_once(string name)
    {
        var printed = variants.Read(name);

        Soundness.Check(printed);
        Assert.DoesNotContain(printed.Warnings, warning => warning.Code == "words-uneven");
        Assert.Equal(Words(variants.Typed(name)).Order(StringComparer.Ordinal), Words(printed).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("bang-dai")]
    [InlineData("bang-ngang")]
    [InlineData("chu-dung")]
    public void A_drawn_table_has_the_cells_that_were_typed(string name)
    {
        var (typed, printed) = (variants.Typed(name), variants.Read(name));

        Assert.Equal(Cells(typed), Cells(printed));
    }

    [Fact]
    public void A_table_over_pages_is_one_with_its_headings_once()
    {
        var printed = variants.Read("bang-dai");
        var table = printed.OnlyTable();

        Assert.True(printed.Pages.Count >= 3);
        Assert.Equal(1, table.HeaderRows);
        Assert.Equal(61, table.Rows.Count);
        Assert.Equal(1, printed.Text.Split("Cơ quan chủ trì").Length - 1);
    }

    [Fact]
    public void A_landscape_page_is_as_wide_as_it_is_shown() => Assert.True(variants.Read("bang-ngang").Pages[0] is { Width: > 800, Height: < 600 });

    private static List<string> Words(Document document) => document.Blocks.Where(block => block.Role == BlockRole.Body)
        .SelectMany(block => block.Range.Of(document.Text).Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries)).ToList();

    private static List<string> Cells(Document document) => document.Blocks.OfType<Table>().SelectMany(table => table.Rows).Select(row =>
        string.Join(" | ", row.Cells.Select(cell => $"{cell.Column}+{cell.ColumnSpan}v{cell.RowSpan} {cell.Range.Of(document.Text)}"))).ToList();
}
