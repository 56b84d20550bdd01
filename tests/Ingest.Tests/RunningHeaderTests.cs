using System.Globalization;

namespace Plans.Ingest.Tests;

/// <summary>What is repeated at the edge of pages: a header, or a line of the text that happens to stand there.</summary>
public class RunningHeaderTests
{
    private const int Header = 800;
    private const int FirstLine = 775;
    private const int LastLine = 95;

    [Fact]
    public void A_line_above_the_text_of_every_page_is_a_header()
    {
        var document = Read([.. Enumerable.Range(1, 4).Select(page => new[] { (Header, "Cong bao so 12"), (FirstLine, $"Doan {page} cua van ban") })]);

        Assert.Equal(4, Texts(document, BlockRole.RunningHeader).Count(text => text == "Cong bao so 12"));
        Assert.DoesNotContain("Cong bao so 12", Texts(document, BlockRole.Body));
    }

    [Fact]
    public void A_header_may_be_missing_on_the_first_page() => Assert.Equal(3, Texts(
        Read([[(FirstLine, "KE HOACH")], .. Enumerable.Range(2, 3).Select(page => new[] { (Header, "Ke hoach nam 2024"), (FirstLine, $"Doan {page} cua van ban") })]), BlockRole.RunningHeader).Count);

    [Theory]
    [InlineData(FirstLine)]
    [InlineData(LastLine)]
    public void A_line_of_the_text_stays_in_it_though_it_is_repeated(int place)
    {
        var document = Read([.. Enumerable.Range(1, 3).Select(page => new[] { (place, "Uy ban nhan dan cac xa;"), (400, $"Doan {page} cua van ban.") }), [(place, "Cac so, nganh;"), (400, "Doan 4 cua van ban.")]]);

        Assert.Empty(Texts(document, BlockRole.RunningHeader));
        Assert.Equal(3, document.Text.Split("Uy ban nhan dan cac xa;").Length - 1);
    }

    [Fact]
    public void A_repeated_line_at_another_height_on_each_page_is_no_header() => Assert.Empty(Texts(
        Read([.. Enumerable.Range(0, 4).Select(page => new[] { (FirstLine + (page * 9), "Uy ban nhan dan cac xa;"), (400, $"Doan {page} cua van ban.") })]), BlockRole.RunningHeader));

    private static IReadOnlyList<string> Texts(Document document, BlockRole role) => [.. document.Blocks.Where(block => block.Role == role).Select(block => block.Range.Of(document.Text))];

    /// <summary>Pages of lines, each with its height above the lower edge.</summary>
    private static Document Read((int Height, string Text)[][] pages)
    {
        var pdf = new PdfBuilder();
        foreach (var lines in pages)
        {
            pdf.Page(string.Concat(lines.Select(line => string.Create(CultureInfo.InvariantCulture, $"BT /F 14 Tf 85 {line.Height} Td ({line.Text}) Tj ET\n"))));
        }

        return Reading.Bytes(pdf.Bytes(), "trang.pdf");
    }
}
