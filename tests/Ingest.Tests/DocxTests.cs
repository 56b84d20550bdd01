using static Plans.Ingest.Tests.DocxBuilder;

namespace Plans.Ingest.Tests;

public class DocxTests
{
    private const string Grid = """<w:tblBorders><w:top w:val="single"/><w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders>""";

    private static string Level(int level, string format, string text, string more = "") =>
        $"""<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>""";

    private static string List(int id, params string[] levels) => $"""<w:abstractNum w:abstractNumId="{id}">{string.Concat(levels)}</w:abstractNum>""";

    private static string Use(int list, int definition, string overrides = "") =>
        $"""<w:num w:numId="{list}"><w:abstractNumId w:val="{definition}"/>{overrides}</w:num>""";

    [Fact]
    public void Automatic_numbers_are_written_out()
    {
        var outline = List(0, Level(0, "upperRoman", "%1."), Level(1, "decimal", "%2."), Level(2, "decimal", "%2.%3."), Level(3, "lowerLetter", "%4)"), Level(4, "bullet", "-"));
        var document = new DocxBuilder(
                Item(1, 0, "MỤC TIÊU"), Item(1, 1, "Chung"), Item(1, 1, "Cụ thể"), Item(1, 2, "Lao động"), Item(1, 2, "Việc làm"),
                Item(1, 3, "nông thôn"), Item(1, 3, "thành thị"), Item(1, 4, "khác"), Item(1, 0, "NHIỆM VỤ"), Item(1, 1, "Tuyên truyền"), P("không đánh số"))
            .Numbering(outline + Use(1, 0)).Read();

        Assert.Equal(
            ["I. MỤC TIÊU", "1. Chung", "2. Cụ thể", "2.1. Lao động", "2.2. Việc làm", "a) nông thôn", "b) thành thị", "- khác", "II. NHIỆM VỤ", "1. Tuyên truyền", "không đánh số"],
            document.Paragraphs());
        Assert.Equal("2.1.", Assert.IsType<Paragraph>(document.Blocks[3]).Style.ListNumber);
    }

    [Fact]
    public void Lists_of_one_definition_count_on_unless_one_starts_anew()
    {
        var numbering = List(0, Level(0, "decimal", "%1."))
            + Use(1, 0) + Use(2, 0) + Use(3, 0, """<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>""");

        var document = new DocxBuilder(Item(1, 0, "một"), Item(2, 0, "hai"), Item(3, 0, "bảy"), Item(3, 0, "tám")).Numbering(numbering).Read();

        Assert.Equal(["1. một", "2. hai", "7. bảy", "8. tám"], document.Paragraphs());
    }

    [Theory]
    [InlineData("<w:lvlRestart w:val=\"0\"/>", "1.|1)|2)|2.|3)")]
    [InlineData("", "1.|1)|2)|2.|1)")]
    public void A_level_restarts_after_a_higher_one_unless_told_not_to(string restart, string numbers)
    {
        var document = new DocxBuilder(Item(1, 0, "x"), Item(1, 1, "x"), Item(1, 1, "x"), Item(1, 0, "x"), Item(1, 1, "x"))
            .Numbering(List(0, Level(0, "decimal", "%1."), Level(1, "decimal", "%2)", restart)) + Use(1, 0)).Read();

        Assert.Equal(numbers.Split('|'), document.Paragraphs().Select(line => line.Replace(" x", "")));
    }

    [Theory]
    [InlineData("\uF0B7", "•")]
    [InlineData("o", "•")]
    [InlineData("+", "+")]
    public void Bullets_become_plain_signs(string sign, string shown) =>
        Assert.Equal([$"{shown} việc"], new DocxBuilder(Item(1, 0, "việc")).Numbering(List(0, Level(0, "bullet", sign)) + Use(1, 0)).Read().Paragraphs());

    [Fact]
    public void Styles_are_inherited()
    {
        var document = new DocxBuilder(
                P("MỤC TIÊU", """<w:pStyle w:val="De1"/>"""),
                P("thường", """<w:pStyle w:val="De1"/>""", """<w:b w:val="0"/>"""),
                P("giữa", """<w:jc w:val="center"/>"""))
            .Styles("""
                <w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>
                <w:style w:type="paragraph" w:default="1" w:styleId="Thuong"><w:pPr><w:ind w:firstLine="720"/></w:pPr></w:style>
                <w:style w:type="paragraph" w:styleId="Goc"><w:basedOn w:val="Thuong"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
                <w:style w:type="paragraph" w:styleId="De1"><w:basedOn w:val="Goc"/></w:style>
                """).Read();

        var styles = document.Blocks.OfType<Paragraph>().Select(p => p.Style).ToList();
        Assert.Equal(new ParagraphStyle { Bold = true, FontSize = 14, Indent = 36, HeadingLevel = 2 }, styles[0]);
        Assert.False(styles[1].Bold);
        Assert.Equal(Alignment.Centre, styles[2].Alignment);
    }

    [Theory]
    [InlineData("insertions in, deletions out",
        """<w:ins><w:r><w:t>thêm </w:t></w:r></w:ins><w:del><w:r><w:delText>bớt</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>cũ</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>mới</w:t></w:r></w:moveTo>""", "thêm mới")]
    [InlineData("a field's result, not its code",
        """<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>ẩn</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>15</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t> lớp</w:t></w:r>""", "15 lớp")]
    [InlineData("hyphens",
        """<w:r><w:t>15/KH</w:t><w:noBreakHyphen/><w:t>UBND lao</w:t><w:softHyphen/><w:t> động</w:t></w:r>""", "15/KH-UBND lao động")]
    [InlineData("content controls, links and hidden text",
        """<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>Số </w:t></w:r></w:sdtContent></w:sdt><w:hyperlink><w:r><w:t>12</w:t></w:r></w:hyperlink><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>""", "Số 12")]
    [InlineData("tabs and NFD", """<w:r><w:t>kế</w:t><w:tab/><w:t>hoạch</w:t></w:r>""", "kế hoạch")]
    [InlineData("numbers that place a drawing",
        """<w:r><w:t>tỉnh</w:t></w:r><w:r><w:drawing><wp:anchor><wp:positionH><wp:posOffset>2540</wp:posOffset></wp:positionH></wp:anchor></w:drawing></w:r><w:r><w:t> ta</w:t></w:r>""", "tỉnh ta")]
    [InlineData("formulas", """<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>""", "x+1")]
    public void A_paragraph_reads_as_the_accepted_document_shows_it(string what, string runs, string text) =>
        Assert.Equal((what, text), (what, Assert.Single(new DocxBuilder(Runs(runs)).Read().Paragraphs())));

    [Fact]
    public void A_deleted_paragraph_mark_joins_two_paragraphs() => Assert.Equal(
        ["Sở Nội vụ chủ trì"],
        new DocxBuilder("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + R("Sở Nội vụ ") + "</w:p>", P("chủ trì")).Read().Paragraphs());

    [Theory]
    [InlineData("KẾ HOẠCH", "Về giảm nghèo", "KẾ HOẠCH|Về giảm nghèo")]
    [InlineData("Về giảm nghèo", "giai đoạn 2021 - 2025", "Về giảm nghèo giai đoạn 2021 - 2025")]
    public void A_line_break_parts_what_does_not_run_on(string first, string second, string paragraphs) => Assert.Equal(
        paragraphs.Split('|'), new DocxBuilder(Runs($"<w:r><w:t>{first}</w:t><w:br/><w:t>{second}</w:t></w:r>")).Read().Paragraphs());

    [Fact]
    public void A_text_box_is_read_once_after_its_paragraph()
    {
        var box = "<w:txbxContent>" + P("DỰ THẢO") + "</w:txbxContent>";
        var document = new DocxBuilder(Runs(R("KẾ HOẠCH"), $"""
            <w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>
            <mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>
            """)).Read();

        Assert.Equal(["KẾ HOẠCH", "DỰ THẢO"], document.Paragraphs());
    }

    [Fact]
    public void Merged_cells_span()
    {
        var document = new DocxBuilder(Table(Grid,
            Row(Cell("TT", """<w:vMerge w:val="restart"/>"""), Cell("Chỉ tiêu", """<w:vMerge w:val="restart"/>"""), Cell("Năm", """<w:gridSpan w:val="2"/>""")),
            Row(Cell("", "<w:vMerge/>"), Cell("", "<w:vMerge/>"), Cell("2024"), Cell("2025")),
            Row(Cell("1"), Cell("Lao động qua đào tạo|có bằng cấp"), Cell("70%"), Cell("72%")))).Read();

        var table = document.OnlyTable();
        Assert.Equal((true, 2), (table.Ruled, table.HeaderRows));
        Assert.Equal([["TT", "Chỉ tiêu", "Năm"], ["2024", "2025"], ["1", "Lao động qua đào tạo¶có bằng cấp", "70%", "72%"]], document.Cells(table));
        Assert.Equal([(0, 1, 2), (1, 1, 2), (2, 2, 1), (2, 1, 1), (3, 1, 1)],
            table.Rows.Take(2).SelectMany(row => row.Cells).Select(cell => (cell.Column, cell.ColumnSpan, cell.RowSpan)));
        Assert.Equal("TT\tChỉ tiêu\tNăm\n2024\t2025\n1\tLao động qua đào tạo có bằng cấp\t70%\t72%\n", document.Text);
    }

    [Fact]
    public void A_letterhead_is_a_table_without_lines_and_a_nested_table_is_flattened()
    {
        var nested = Table(Grid, Row(Cell("a"), Cell("b")));
        var document = new DocxBuilder(Table("", Row(Cell("UBND TỈNH HÀ NAM|Số: 12/KH-UBND"), $"<w:tc>{P("CỘNG HÒA")}{nested}{P("cuối")}</w:tc>"))).Read();

        var table = document.OnlyTable();
        Assert.False(table.Ruled);
        Assert.Equal([["UBND TỈNH HÀ NAM¶Số: 12/KH-UBND", "CỘNG HÒA¶a¶b¶cuối"]], document.Cells(table));
    }

    [Fact]
    public void Automatic_numbers_stand_alone_in_cells() => Assert.Equal(
        [["1.", "Mở lớp"], ["2.", "Rà soát"]],
        new DocxBuilder(Table(Grid, Row($"<w:tc>{Item(1, 0, "")}</w:tc>", Cell("Mở lớp")), Row($"<w:tc>{Item(1, 0, "")}</w:tc>", Cell("Rà soát"))))
            .Numbering(List(0, Level(0, "decimal", "%1.")) + Use(1, 0)).Read() is var document ? document.Cells(document.OnlyTable()) : []);

    [Fact]
    public void Notes_and_headers_stay_out_of_the_text_flow()
    {
        var document = new DocxBuilder(P("Thân văn bản"))
            .Footnotes("""<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="1">""" + P("Ghi chú cuối trang") + "</w:footnote>")
            .Header(P("Dự thảo lần 2")).Footer(P("3")).Read();

        Assert.Equal(["Thân văn bản"], document.Paragraphs());
        Assert.Equal([BlockRole.Body, BlockRole.Footnote, BlockRole.RunningHeader], document.Blocks.Select(block => block.Role));
    }

    [Theory]
    // What Word noted counts; the author's own break that led to it does not count again.
    [InlineData("""<w:r><w:br w:type="page"/></w:r>""", """<w:r><w:lastRenderedPageBreak/></w:r>""", 2)]
    [InlineData("""<w:r><w:br w:type="page"/></w:r>""", "", 2)]
    [InlineData("", "", 1)]
    public void Pages_are_counted(string end, string beginning, int page)
    {
        var document = new DocxBuilder(Runs(R("một"), end), Runs(beginning, R("hai"))).Read();

        Assert.Equal([1, page], document.Blocks.Select(block => block.Page));
        Assert.Equal(page, document.Pages.Count);
    }

    [Fact]
    public void A_letterhead_typed_with_tabs_is_two_columns()
    {
        var document = new DocxBuilder(
            Runs("<w:r><w:t>UBND TỈNH HÀ NAM</w:t><w:tab/><w:t>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</w:t></w:r>"),
            P("Số: 12/KH-UBND        Hà Nam, ngày 05 tháng 01 năm 2024"),
            P("KẾ HOẠCH")).Read();

        Assert.Equal(
            [["UBND TỈNH HÀ NAM¶Số: 12/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM¶Hà Nam, ngày 05 tháng 01 năm 2024"]],
            document.Cells(document.OnlyTable()));
        Assert.Equal(["KẾ HOẠCH"], document.Paragraphs());
    }

    [Fact]
    public void Tables_with_the_same_headings_one_after_the_other_are_one()
    {
        var heading = Row(Cell("TT"), Cell("Nhiệm vụ"), Cell("Chủ trì"));
        var document = new DocxBuilder(
            Table(Grid, heading, Row(Cell("1"), Cell("Mở lớp dạy nghề"), Cell("Sở Nội vụ và"))), "<w:p/>",
            Table(Grid, heading, Row(Cell(""), Cell("cho thanh niên"), Cell("Sở Tài chính")), Row(Cell("2"), Cell("Rà soát"), Cell("UBND xã")))).Read();

        Assert.Equal(
            [["TT", "Nhiệm vụ", "Chủ trì"], ["1", "Mở lớp dạy nghề cho thanh niên", "Sở Nội vụ và Sở Tài chính"], ["2", "Rà soát", "UBND xã"]],
            document.Cells(document.OnlyTable()));
    }

    [Fact]
    public void A_table_of_contents_stays_out_of_the_text_flow() => Assert.Equal(
        ["I. MỤC TIÊU"],
        new DocxBuilder(
                """<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>""" + P("I. MỤC TIÊU 3") + "</w:sdtContent></w:sdt>",
                P("Mục II 4", """<w:pStyle w:val="ML"/>"""),
                P("I. MỤC TIÊU"))
            .Styles("""<w:style w:type="paragraph" w:styleId="ML"><w:name w:val="toc 1"/></w:style>""").Read().Paragraphs());

    [Fact]
    public void A_frame_of_one_cell_without_lines_is_no_table() =>
        Assert.Equal(["1. một", "hai"], new DocxBuilder(Table("", Row($"<w:tc>{Item(1, 0, "một")}{P("hai")}</w:tc>")))
            .Numbering(List(0, Level(0, "decimal", "%1.")) + Use(1, 0)).Read().Paragraphs());

    [Fact]
    public void A_document_in_the_strict_variant_is_read()
    {
        var document = new DocxBuilder(P("KẾ HOẠCH", """<w:jc w:val="center"/>""")) { Strict = true }.Read();

        Assert.Equal(["KẾ HOẠCH"], document.Paragraphs());
        Assert.Equal(Alignment.Centre, Assert.IsType<Paragraph>(document.Blocks[0]).Style.Alignment);
    }
}
