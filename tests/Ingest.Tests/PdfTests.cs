namespace Plans.Ingest.Tests;

public class PdfTests(PrintedPlans plans) : IClassFixture<PrintedPlans>
{
    [Theory]
    [InlineData("trang")]
    [InlineData("tan-thanh-pccc-2026")]
    [InlineData("long-thanh-cai-cach-hanh-chinh-2022")]
    public void A_printed_plan_reads_soundly(string name)
    {
        var document = plans.Read(name);

        Soundness.Check(document);
        Assert.All(document.Pages, page => Assert.Equal(PageSource.Text, page.Source));
        var end = 0;
        foreach (var word in document.Words)
        {
            var page = document.Pages[word.Page - 1];
            Assert.True(word.Range.Start >= end, "words are in order and do not overlap");
            Assert.DoesNotContain(word.Range.Of(document.Text), char.IsWhiteSpace);
            Assert.True(word.Box.X0 >= 0 && word.Box.X1 <= page.Width && word.Box.Y0 >= 0 && word.Box.Y1 <= page.Height, "boxes lie on their page");
            end = word.Range.End;
        }

        Assert.Equal(document.Text.Count(c => !char.IsWhiteSpace(c)), document.Words.Sum(word => word.Range.Length));
    }

    [Theory]
    [InlineData("tan-thanh-pccc-2026")]
    [InlineData("long-thanh-cai-cach-hanh-chinh-2022")]
    public void A_printed_plan_has_every_word_of_its_document_once(string name)
    {
        var typed = Reading.Bytes(File.ReadAllBytes(PrintedPlans.Corpus(name + ".docx")), name + ".docx");
        var printed = plans.Read(name);

        Assert.Equal(Words(typed), Words(printed));
    }

    [Theory]
    [InlineData("tan-thanh-pccc-2026")]
    [InlineData("long-thanh-cai-cach-hanh-chinh-2022")]
    public void A_printed_plan_has_the_tables_of_its_document(string name)
    {
        var typed = Reading.Bytes(File.ReadAllBytes(PrintedPlans.Corpus(name + ".docx")), name + ".docx");
        var printed = plans.Read(name);

        var (expected, found) = (Ruled(typed), Ruled(printed));
        Assert.NotEmpty(expected);
        Assert.Equal(expected, found);
    }

    [Fact]
    public void Paragraphs_are_whole_again() => Assert.Equal(
        [
            "Các sở, ban, ngành tỉnh và Ủy ban nhân dân các huyện, thị xã, thành phố căn cứ chức năng, nhiệm vụ được giao tổ chức thực hiện Kế hoạch này.",
            "Hằng năm báo cáo kết quả về Sở Nội vụ trước ngày 15 tháng 12.",
            "Kế hoạch này có hiệu lực từ ngày ký.",
        ],
        plans.Read("trang").Paragraphs());

    [Fact]
    public void Drawn_lines_make_the_table()
    {
        var document = plans.Read("trang");
        var table = document.OnlyTable();

        Assert.True(table.Ruled);
        Assert.Equal(
            [["TT", "Chỉ tiêu", "Mục tiêu"], ["Năm 2024", "Năm 2025"], ["1", "Tỷ lệ hộ nghèo theo chuẩn đa chiều của toàn tỉnh, tính cả các xã đặc biệt khó khăn", "7,5%", "6%"], ["2", "Không giao chỉ tiêu"]],
            document.Cells(table));
        Assert.Equal((0, 2), (table.Rows[0].Cells[0].Column, table.Rows[0].Cells[0].RowSpan));
        Assert.Equal((2, 2), (table.Rows[0].Cells[2].Column, table.Rows[0].Cells[2].ColumnSpan));
        Assert.Equal((2, 3), (table.Rows[1].Cells[0].Column, table.Rows[1].Cells[1].Column));
        Assert.Equal((1, 3), (table.Rows[3].Cells[1].Column, table.Rows[3].Cells[1].ColumnSpan));
    }

    [Fact]
    public void Letterhead_and_signature_are_read_column_by_column()
    {
        var document = plans.Read("tan-thanh-pccc-2026");
        var layouts = document.Blocks.OfType<Table>().Where(table => !table.Ruled).Select(table => document.Cells(table)[0]).ToList();

        Assert.StartsWith("ỦY BAN NHÂN DÂN", layouts[0][0]);
        Assert.EndsWith("Số: 09/KH-UBND", layouts[0][0]);
        Assert.StartsWith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM¶Độc lập - Tự do - Hạnh phúc", layouts[0][1]);
        Assert.StartsWith("Nơi nhận:", layouts[^1][0]);
        Assert.EndsWith("Huỳnh Thanh Nhã", layouts[^1][1]);
    }

    [Fact]
    public void Page_numbers_are_no_text() => Assert.Equal(
        ["2", "3"],
        plans.Read("tan-thanh-pccc-2026") is var document
            ? document.Blocks.Where(block => block.Role == BlockRole.PageNumber).Select(block => block.Range.Of(document.Text)) : []);

    [Fact]
    public void A_scanned_page_is_recognised()
    {
        var (width, height, pixels) = DrawnPage.Of(File.ReadAllBytes(plans.PathOf("tan-thanh-pccc-2026")), page: 2);
        var document = Reading.Bytes(new PdfBuilder().Scan(width, height, pixels).Bytes(), "scan.pdf");

        Soundness.Check(document);
        Assert.Equal(PageSource.Ocr, Assert.Single(document.Pages).Source);
        Assert.Contains(document.Warnings, warning => warning is { Code: "ocr-used", Page: 1 });
        Assert.Contains(document.Paragraphs(), paragraph => paragraph.StartsWith("- Trang bị 12 máy bơm", StringComparison.Ordinal));
        Assert.All(document.Words, word => Assert.InRange(word.Confidence, 0, 1));
        var table = Assert.Single(document.Blocks.OfType<Table>(), table => table.Ruled);
        Assert.Equal(6, table.Rows.Count);
        Assert.Equal(["2", "Tuyên truyền, huấn luyện, diễn tập", "96,5"], document.Cells(table)[2]);
        Assert.Equal(["Tổng cộng", "462,5"], document.Cells(table)[5]);
    }

    /// <summary>Body words in any order, since columns may be read in another one than they were typed.</summary>
    private static List<string> Words(Document document) =>
        document.Blocks.Where(block => block.Role == BlockRole.Body).SelectMany(block => block.Range.Of(document.Text).Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries)).Order(StringComparer.Ordinal).ToList();

    private static List<string> Ruled(Document document) =>
        document.Blocks.OfType<Table>().Where(table => table.Ruled && table.Rows.Count > 3).SelectMany(table => table.Rows).Select(row =>
            string.Join(" | ", row.Cells.Select(cell => $"{cell.Column}+{cell.ColumnSpan}v{cell.RowSpan} {cell.Range.Of(document.Text)}"))).ToList();
}
