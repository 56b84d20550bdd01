using System.Text;

namespace Plans.Ingest.Tests;

public class HtmlTests
{
    private static Document Page(string body) => Reading.Text($"<!DOCTYPE html><html><head><title>Trang</title><style>p {{ color: red }}</style></head><body>{body}</body></html>", "ke-hoach.html");

    /// <summary>"|" parts paragraphs.</summary>
    [Theory]
    [InlineData("<p>KẾ\n   HOẠCH</p><div>Số: <b>12</b>/KH-UBND<p>trong</p>sau</div>", "KẾ HOẠCH|Số: 12/KH-UBND|trong|sau")]
    [InlineData("<p>KẾ HOẠCH<br>Về giảm nghèo<br/>giai đoạn 2021 - 2025</p>", "KẾ HOẠCH|Về giảm nghèo giai đoạn 2021 - 2025")]
    [InlineData("<script>x</script><p hidden>y</p><p style='display:none'>z</p><nav>menu</nav><p>a&nbsp;&amp; b</p>", "a & b")]
    [InlineData("<ol><li>Mục tiêu<ol type='a'><li>một<li>hai</ol><li value='5'><p>Nhiệm vụ</p><p>chi tiết</p></ol>", "1. Mục tiêu|a) một|b) hai|5. Nhiệm vụ|chi tiết")]
    [InlineData("<ol start='3' style='list-style-type: upper-roman'><li>ba</li></ol><ul><li>việc</li></ul><ul style='list-style:none'><li>trơn</li></ul>", "III. ba|• việc|trơn")]
    [InlineData("<pre>một.\nHai.</pre>", "một.|Hai.")]
    public void A_page_is_cut_at_its_blocks(string body, string paragraphs) => Assert.Equal(paragraphs.Split('|'), Page(body).Paragraphs());

    [Fact]
    public void Headings_and_looks_are_kept()
    {
        var styles = Page("<h2>Mục tiêu</h2><p align='center'><strong>KẾ HOẠCH</strong></p><p style='font-style:italic;font-size:14pt'>Căn cứ</p><p>thường <b>đậm</b></p>")
            .Blocks.OfType<Paragraph>().Select(p => p.Style).ToList();

        Assert.Equal(new ParagraphStyle { Bold = true, HeadingLevel = 2 }, styles[0]);
        Assert.Equal(new ParagraphStyle { Bold = true, Alignment = Alignment.Centre }, styles[1]);
        Assert.Equal(new ParagraphStyle { Italic = true, FontSize = 14 }, styles[2]);
        Assert.Equal(ParagraphStyle.Plain, styles[3]);
    }

    [Fact]
    public void Merged_and_nested_cells_are_read()
    {
        var document = Page("""
            <table border="1">
              <thead><tr><th rowspan="2">TT</th><th rowspan="2">Chỉ tiêu</th><th colspan="2">Năm</th></tr><tr><th>2024</th><th>2025</th></tr></thead>
              <tbody><tr><td>1</td><td><p>Lao động</p><p>qua đào tạo</p></td><td>70%</td><td><table><tr><td>72</td><td>%</td></tr></table></td></tr></tbody>
            </table>
            """);

        var table = document.OnlyTable();
        Assert.Equal((true, 2), (table.Ruled, table.HeaderRows));
        Assert.Equal([["TT", "Chỉ tiêu", "Năm"], ["2024", "2025"], ["1", "Lao động¶qua đào tạo", "70%", "72¶%"]], document.Cells(table));
        Assert.Equal([2, 3], table.Rows[1].Cells.Select(cell => cell.Column));
        Assert.Equal((2, 1), (table.Rows[0].Cells[0].RowSpan, table.Rows[0].Cells[0].ColumnSpan));
    }

    [Theory]
    [InlineData("<table border=0><tr><td>UBND TỈNH</td><td>CỘNG HÒA</td></tr></table>", false)]
    [InlineData("<table><tr><td>UBND TỈNH</td><td>CỘNG HÒA</td></tr></table>", false)]
    [InlineData("<table><tr><td style='border:solid windowtext 1.0pt'>1</td><td style='border-top:solid 1pt'>2</td></tr></table>", true)]
    [InlineData("<style>td { border: 1px solid }</style><table><tr><td>1</td><td>2</td></tr></table>", true)]
    [InlineData("<style>table.bieu td { border: 1px solid }</style><table class='khung'><tr><td>1</td><td>2</td></tr></table>", false)]
    public void A_table_without_lines_is_known(string table, bool ruled) => Assert.Equal(ruled, Page(table).OnlyTable().Ruled);

    [Fact]
    public void A_frame_of_one_cell_is_no_table() =>
        Assert.Equal(["một", "hai"], Page("<table><tr><td><p>một</p><p>hai</p></td></tr></table>").Paragraphs());

    [Theory]
    [InlineData("utf-16", "")]
    [InlineData("windows-1258", "<meta charset='windows-1258'>")]
    [InlineData("utf-8", "")]
    public void The_encoding_is_found(string encoding, string meta)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        // Windows-1258 writes marks of tone as characters of their own.
        var text = encoding == "windows-1258" ? "ê\u0301" : "ế";
        var bytes = Encoding.GetEncoding(encoding).GetBytes($"<html><head>{meta}</head><body><p>K{text} hoach</p></body></html>");

        Assert.Equal("Kế hoach\n", Reading.Bytes(bytes, "trang.txt").Text);
    }

    [Fact]
    public void Page_breaks_count() =>
        Assert.Equal([1, 2], Page("<p>một</p><p style='page-break-before:always'>hai</p>").Blocks.Select(block => block.Page));

    [Theory]
    [InlineData("div")]
    [InlineData("b")]
    [InlineData("table><tr><td")]
    public void A_page_nested_without_end_is_refused(string element) => Assert.Equal(
        FailureReasons.LimitExceeded,
        Reading.Refused(Encoding.UTF8.GetBytes("<html><body>" + string.Concat(Enumerable.Repeat($"<{element}>", 100_000)) + "x"), "sau.html").Reason);

    [Fact]
    public void A_page_with_many_open_elements_is_read() =>
        Assert.Equal(["x", "y"], Page(string.Concat(Enumerable.Repeat("<div><font>", 500)) + "x<p>y").Paragraphs());

    [Fact]
    public void A_page_without_text_is_refused() => Assert.Equal(FailureReasons.Empty, Reading.Refused("<html><body><script>x()</script></body></html>"u8.ToArray(), "trong.html").Reason);
}
