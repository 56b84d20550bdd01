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
    public void Rows_between_bars_with_a_blank_line_between_each_are_one_table()
    {
        var document = Reading.Text("""
            Phụ lục

            TT | Nhiệm vụ | Chủ trì

            1 | Rà soát nhu cầu học nghề | Sở Nội vụ

            2 | Mở lớp | Sở Giáo dục và Đào tạo

            Nơi nhận: như trên
            """);

        var table = document.OnlyTable();
        Assert.Equal([["TT", "Nhiệm vụ", "Chủ trì"], ["1", "Rà soát nhu cầu học nghề", "Sở Nội vụ"], ["2", "Mở lớp", "Sở Giáo dục và Đào tạo"]], document.Cells(table));
        Assert.Equal(["Phụ lục", "Nơi nhận: như trên"], document.Paragraphs());
    }

    [Fact]
    public void Columns_lined_up_with_blanks_are_a_table()
    {
        var document = Reading.Text("""
            Chỉ tiêu giao cho các huyện

            TT  Đơn vị                   Chỉ tiêu (người)
                Tổng cộng                12.000
            1   Thành phố Vinh và vùng   350
                phụ cận
            2   Huyện Nam Đàn            900

            Ghi chú: số liệu ước.
            """);

        Assert.Equal(
            [["TT", "Đơn vị", "Chỉ tiêu (người)"], ["", "Tổng cộng", "12.000"], ["1", "Thành phố Vinh và vùng phụ cận", "350"], ["2", "Huyện Nam Đàn", "900"]],
            document.Cells(document.OnlyTable()));
        Assert.Equal(["Chỉ tiêu giao cho các huyện", "Ghi chú: số liệu ước."], document.Paragraphs());
    }

    [Fact]
    public void A_table_of_blanks_goes_on_after_a_page_number_and_its_headings()
    {
        var document = Reading.Text("""
            TT   Nội dung                      Chủ trì
            1    Kiểm tra các bến khách        Công an
                 ngang sông và phương tiện     tỉnh và các
            2    Xóa điểm đen                  Sở Giao thông

                                  5

            TT   Nội dung                      Chủ trì
                 trên quốc lộ 10               vận tải
            3    Củng cố mạng lưới cấp cứu     Sở Y tế
            """);

        Assert.Equal(
            [["TT", "Nội dung", "Chủ trì"], ["1", "Kiểm tra các bến khách ngang sông và phương tiện", "Công an tỉnh và các"],
             ["2", "Xóa điểm đen trên quốc lộ 10", "Sở Giao thông vận tải"], ["3", "Củng cố mạng lưới cấp cứu", "Sở Y tế"]],
            document.Cells(document.OnlyTable()));
        Assert.Contains(document.Blocks.OfType<Paragraph>(), paragraph => paragraph.Role == BlockRole.PageNumber);
    }

    [Fact]
    public void Columns_of_figures_without_numbers_of_rows_are_a_table()
    {
        var document = Reading.Text("""
            Phân bổ vốn theo huyện như sau:

            Huyện, thị xã        Năm 2005   Năm 2006   Cộng
            ----------------------------------------------
            Thị xã Cao Bằng      1.200      1.350      2.550
            Huyện Hoà An         800        900        1.700
            Huyện Nguyên Bình    650        -          650
            """);

        Assert.Equal(
            [["Huyện, thị xã", "Năm 2005", "Năm 2006", "Cộng"], ["Thị xã Cao Bằng", "1.200", "1.350", "2.550"], ["Huyện Hoà An", "800", "900", "1.700"], ["Huyện Nguyên Bình", "650", "-", "650"]],
            document.Cells(document.OnlyTable()));
    }

    [Theory]
    [InlineData("justified lines", "Thực hiện  Nghị quyết  của Chính phủ,\nỦy ban    nhân dân  tỉnh ban hành\nkế hoạch  phát triển  năm 2006 với\ncác nội   dung như    sau đây.")]
    [InlineData("a list in columns", "Các sở        Các huyện    Khác\n- Sở Y tế     - Nam Đàn    - Báo\n- Sở Nội vụ   - Kỳ Sơn     - Đài\n- Công an     - Con Cuông  - Hội")]
    public void Blanks_that_line_up_by_chance_are_no_table(string what, string text) =>
        Assert.True(Reading.Text(text).Blocks.All(block => block is Paragraph), what);

    [Theory]
    [InlineData("""
        +----+------------------------+-----------+
        | TT | Nội dung công việc     | Thời gian |
        +----+------------------------+-----------+
        | 1  | Khảo sát nhu cầu học   | Quý I     |
        |    | nghề của lao động      |           |
        +----+------------------------+-----------+
        | 2  | Mở lớp                 | Quý II    |
        +----+------------------------+-----------+
        """)]
    [InlineData("""
        -------------------------------------------
        | TT | Nội dung công việc     | Thời gian |
        |----|------------------------|-----------|
        | 1  | Khảo sát nhu cầu học   | Quý I     |
        |    | nghề của lao động      |           |
        | 2  | Mở lớp                 | Quý II    |
        -------------------------------------------
        """)]
    [InlineData("""
        ┌────┬────────────────────────┬───────────┐
        │ TT │ Nội dung công việc     │ Thời gian │
        ├────┼────────────────────────┼───────────┤
        │ 1  │ Khảo sát nhu cầu học   │ Quý I     │
        │    │ nghề của lao động      │           │
        ├────┼────────────────────────┼───────────┤
        │ 2  │ Mở lớp                 │ Quý II    │
        └────┴────────────────────────┴───────────┘
        """)]
    public void Tables_drawn_with_letters_are_read(string text)
    {
        var document = Reading.Text("Phụ lục\n\n" + text);

        Assert.Equal(
            [["TT", "Nội dung công việc", "Thời gian"], ["1", "Khảo sát nhu cầu học nghề của lao động", "Quý I"], ["2", "Mở lớp", "Quý II"]],
            document.Cells(document.OnlyTable()));
        Assert.Equal(["Phụ lục"], document.Paragraphs());
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

    [Fact]
    public void A_typed_letterhead_is_two_columns()
    {
        var document = Reading.Text("""
            UBND TỈNH HÀ NAM          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            SỞ NỘI VỤ                    Độc lập - Tự do - Hạnh phúc
            -------                      ---------------
            Số:     /KH-SNV            Hà Nam, ngày 05 tháng 01 năm 2024

            KẾ HOẠCH
            """);

        var table = document.OnlyTable();
        Assert.False(table.Ruled);
        Assert.Equal(
            [["UBND TỈNH HÀ NAM¶SỞ NỘI VỤ¶-------¶Số: /KH-SNV",
              "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM¶Độc lập - Tự do - Hạnh phúc¶---------------¶Hà Nam, ngày 05 tháng 01 năm 2024"]],
            document.Cells(table));
        Assert.Equal(["KẾ HOẠCH"], document.Paragraphs());
    }

    [Fact]
    public void Addressees_and_signature_typed_side_by_side_are_two_columns()
    {
        var document = Reading.Text("""
            Sở Nội vụ tổ chức thực hiện./.
            Nơi nhận:                                  KT. CHỦ TỊCH
            - Các cơ quan,                             PHÓ CHỦ TỊCH
              đơn vị thuộc tỉnh;
            - Lưu: VT.

                                                       Trần Văn Bình

                                    PHỤ LỤC
            """);

        Assert.Equal([["Nơi nhận:¶- Các cơ quan, đơn vị thuộc tỉnh;¶- Lưu: VT.", "KT. CHỦ TỊCH¶PHÓ CHỦ TỊCH¶Trần Văn Bình"]], document.Cells(document.OnlyTable()));
        Assert.Equal(["Sở Nội vụ tổ chức thực hiện./.", "PHỤ LỤC"], document.Paragraphs());
    }

    /// <summary>"⇥" is a tab.</summary>
    [Theory]
    [InlineData("headings of two rows", "TT⇥Chỉ tiêu⇥Năm⇥\n⇥⇥2024⇥2025\n1⇥Hộ nghèo⇥3%⇥2%", 2)]
    [InlineData("a row of column numbers", "STT⇥Chỉ tiêu⇥Năm\n(1)⇥(2)⇥(3)\n1⇥Hộ nghèo⇥3%", 2)]
    [InlineData("a total without a number", "TT⇥Huyện⇥Số lớp\n⇥Tổng cộng⇥1.200\n1⇥Nam Đàn⇥900", 1)]
    [InlineData("no number column", "Chỉ tiêu⇥Năm 2024⇥Năm 2025\nHộ nghèo⇥3%⇥2%", null)]
    public void Heading_rows_are_counted(string what, string rows, int? count) =>
        Assert.Equal((what, count), (what, Reading.Text(rows.Replace('⇥', '\t')).OnlyTable().HeaderRows));

    [Fact]
    public void Tables_of_different_columns_stay_apart_and_a_sheet_keeps_its_titles()
    {
        var document = Reading.Text("Biểu số 1\t\t\nTT\tChỉ tiêu\tNăm\n1\tHộ nghèo\t3%\n\t\t\nBiểu số 2\t\t\nTT\tDự án\tVốn\n1\tĐường liên xã\t5 tỷ");

        Assert.Equal(["Biểu số 1", "Biểu số 2"], document.Paragraphs());
        Assert.Equal([2, 2], document.Blocks.OfType<Table>().Select(table => table.Rows.Count));
    }

    [Theory]
    [InlineData("- *Phân công: Sở Nội vụ*", "- Phân công: Sở Nội vụ", false, true)]
    [InlineData("**KẾ HOẠCH**", "KẾ HOẠCH", true, false)]
    [InlineData("***KẾ HOẠCH***", "KẾ HOẠCH", true, true)]
    [InlineData("tăng **5%** so với năm 2023", "tăng 5% so với năm 2023", false, false)]
    [InlineData("(*) Ghi chú: 5*6 = 30 (*)", "(*) Ghi chú: 5*6 = 30 (*)", false, false)]
    [InlineData("* Mục tiêu chung", "* Mục tiêu chung", false, false)]
    [InlineData("**Một** \\* [hai](https://vi.du/x) &amp; ba", "Một * hai & ba", false, false)]
    public void Marks_of_emphasis_become_looks(string markdown, string text, bool bold, bool italic)
    {
        var document = Reading.Text(markdown, "ke-hoach.md");

        var style = Assert.IsType<Paragraph>(Assert.Single(document.Blocks)).Style;
        Assert.Equal((text + "\n", bold, italic), (document.Text, style.Bold, style.Italic));
    }

    [Fact]
    public void Emphasis_may_span_lines_that_stay_apart()
    {
        var document = Reading.Text("**TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH**", "ke-hoach.md");

        Assert.Equal(["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], document.Paragraphs());
        Assert.All(document.Blocks, block => Assert.True(Assert.IsType<Paragraph>(block).Style.Bold));
    }
}
