namespace Plans.Ingest.Tests;

public class TextTableTests
{
    [Fact]
    public void A_table_over_pages_becomes_one_and_its_cut_row_whole()
    {
        var document = Reading.Text("""
            Phụ lục
            TT	Nhiệm vụ	Chủ trì	Phối hợp
            1	Rà soát nhu cầu học nghề.	Sở Nội vụ	UBND các xã
            2 Tổ chức hội nghị tư vấn		Sở Giáo dục và	Các trường;

            TT	Nhiệm vụ	Chủ trì	Phối hợp
            	cho học sinh cuối cấp.	Đào tạo	Đoàn Thanh niên
            	<p>- Tổng hợp</p> <p>- Báo cáo</p>	<i>Sở Tài chính</i>	
            Nơi nhận: như trên
            """);

        var table = document.OnlyTable();
        Assert.Equal(1, table.HeaderRows);
        Assert.Equal(
            [
                ["TT", "Nhiệm vụ", "Chủ trì", "Phối hợp"],
                ["1", "Rà soát nhu cầu học nghề.", "Sở Nội vụ", "UBND các xã"],
                ["2", "Tổ chức hội nghị tư vấn cho học sinh cuối cấp.", "Sở Giáo dục và Đào tạo", "Các trường;¶Đoàn Thanh niên"],
                ["", "- Tổng hợp¶- Báo cáo", "Sở Tài chính", ""],
            ],
            document.Cells(table));
        Assert.Equal(["Phụ lục", "Nơi nhận: như trên"], document.Paragraphs());
    }

    [Fact]
    public void A_single_indented_line_is_no_table() =>
        Assert.Equal(["Điều 1. Phạm vi", "Sở Nội vụ thực hiện."], Reading.Text("\tĐiều 1. Phạm vi\n\n\tSở Nội vụ\tthực hiện.").Paragraphs());

    [Fact]
    public void Bars_make_a_table()
    {
        var document = Reading.Text("""
            ## Chỉ tiêu

            | Chỉ tiêu | **Năm 2025** |
            |---|---:|
            | Tỷ lệ hộ nghèo<br>còn | 2,5% |
            """, "ke-hoach.md");

        Assert.Equal("text/markdown", document.MediaType);
        Assert.Equal(2, Assert.IsType<Paragraph>(document.Blocks[0]).Style.HeadingLevel);
        Assert.Equal([["Chỉ tiêu", "Năm 2025"], ["Tỷ lệ hộ nghèo¶còn", "2,5%"]], document.Cells(document.OnlyTable()));
        Assert.Equal("Chỉ tiêu\nChỉ tiêu\tNăm 2025\nTỷ lệ hộ nghèo còn\t2,5%\n", document.Text);
    }
}
