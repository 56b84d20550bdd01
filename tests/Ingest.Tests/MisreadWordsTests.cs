using System.Globalization;
using Plans.Ingest.Layout.Pages;
using Plans.Ingest.Ocr;

namespace Plans.Ingest.Tests;

/// <summary>What recognition confounds, and what tells the right reading.</summary>
public class MisreadWordsTests
{
    [Theory]
    [InlineData("công tác kiếm tra,", "công tác kiểm tra,")]
    [InlineData("NHÓM CHÍ TIÊU GIÁO DỤC", "NHÓM CHỈ TIÊU GIÁO DỤC")]
    [InlineData("KT. THU TƯƠNG", "KT. THỦ TƯỚNG")]
    [InlineData("dân tộc thiếu số", "dân tộc thiểu số")]
    [InlineData("chưa bù đắp chỉ phí.", "chưa bù đắp chi phí.")]
    [InlineData("“bôi dưỡng” cán bộ", "“bồi dưỡng” cán bộ")]
    [InlineData("to chức thực hiện", "tổ chức thực hiện")]
    [InlineData("Tống kết phong trào", "Tổng kết phong trào")]
    public void Marks_are_those_of_the_common_word(string read, string right) => Assert.Equal(right, Text(MisreadMarks.Repaired(Line(read))));

    [Theory]
    [InlineData("giảm chi tiêu công")]
    [InlineData("còn thiếu số liệu")]
    [InlineData("trong tỉnh hình thành các vùng")]
    [InlineData("có quan hệ với nhau")]
    [InlineData("Uỷ ban và văn hoá")]
    [InlineData("kiếm, tra cứu")]
    [InlineData("xã có số hộ nghèo")]
    public void What_is_said_as_well_is_left(string read) => Assert.Equal(read, Text(MisreadMarks.Repaired(Line(read))));

    [Theory]
    [InlineData("PHÓ CHỦ TỊCH", "Mai Vẫn Hữu", "Mai Văn Hữu")]
    [InlineData("PHÓ THỦ TƯỚNG", "Vũ Đức Lầm", "Vũ Đức Lâm")]
    [InlineData("GIÁM ĐỐC", "Trần Thanh Mẫn", "Trần Thanh Mẫn")]
    [InlineData("GIÁM ĐỐC", "Lê Thí Tuyết Hông", "Lê Thị Tuyết Hồng")]
    [InlineData("Nơi nhận:", "Vũ Đức Lầm", "Vũ Đức Lầm")]
    [InlineData("CHỦ TỊCH", "Sở Công Thưởng", "Sở Công Thưởng")]
    public void The_name_below_an_office_is_one_that_persons_have(string above, string read, string right) =>
        Assert.Equal(right, Text(SignerNames.Repaired([.. Line(above), .. Line(read, 5)]).Where(word => word.Line == 5)));

    [Fact]
    public void A_name_in_the_other_column_or_far_below_is_left()
    {
        var words = Line("CHỦ TỊCH").Concat(Line("Vũ Đức Lầm", 5).Select(word => word with { Box = word.Box with { X0 = word.Box.X0 + 300, X1 = word.Box.X1 + 300 } })).Concat(Line("Vũ Đức Lầm", 30)).ToList();

        Assert.Equal("CHỦ TỊCH Vũ Đức Lầm Vũ Đức Lầm", Text(SignerNames.Repaired(words)));
    }

    [Theory]
    [InlineData("one figure as another", "4. Sở Tài chính|9. Sở Y tế|6. Sở Nội vụ", "4. Sở Tài chính|5. Sở Y tế|6. Sở Nội vụ")]
    [InlineData("numbers begin anew", "4. Sở Tài chính|1. Sở Y tế|2. Sở Nội vụ", "4. Sở Tài chính|1. Sở Y tế|2. Sở Nội vụ")]
    [InlineData("other marks", "4. Sở Tài chính|9) Sở Y tế|6. Sở Nội vụ", "4. Sở Tài chính|9) Sở Y tế|6. Sở Nội vụ")]
    [InlineData("a number of two figures", "4. Sở Tài chính|15. Sở Y tế|6. Sở Nội vụ", "4. Sở Tài chính|15. Sở Y tế|6. Sở Nội vụ")]
    public void The_numbers_before_and_after_tell_that_of_an_item(string why, string read, string right)
    {
        var words = read.Split('|').SelectMany((line, i) => Line(line, i + 1)).ToList();

        var repaired = ListNumerals.Repaired([(words, [])])[0];

        Assert.Equal((why, right), (why, string.Join('|', repaired.GroupBy(word => word.Line).Select(line => Text(line)))));
    }

    [Theory]
    [InlineData("nhiệm vụ IIL2.b, HI.3.b;", "nhiệm vụ III.2.b, III.3.b;")]
    [InlineData("nhiệm vụ III2.b", "nhiệm vụ III.2.b")]
    [InlineData("nhiệm vụ II.2.b", "nhiệm vụ II.2.b")]
    [InlineData("đường TL.8.1 và HL2.3", "đường TL.8.1 và HL2.3")]
    [InlineData("vi rút H5N1", "vi rút H5N1")]
    public void A_reference_is_to_a_heading_of_the_document(string read, string right)
    {
        List<PageWord> words = [.. Line("I. MỤC TIÊU"), .. Line("II. NHIỆM VỤ", 2), .. Line("III. GIẢI PHÁP", 3), .. Line(read, 4)];

        Assert.Equal(right, Text(SectionReferences.Repaired([words])[0].Where(word => word.Line == 4)));
    }

    [Fact]
    public void Without_headings_references_are_left() => Assert.Equal("mục HI.3.b", Text(SectionReferences.Repaired([Line("mục HI.3.b")])[0]));

    /// <summary>Words with how sure they are, parted by bars; a wide gap is two bars.</summary>
    [Theory]
    [InlineData("n 0.6", "")]
    [InlineData("Ầ 0.5|h 0.7|â 0.7", "")]
    [InlineData("3v: 0.1|4ó 0.2", "")]
    [InlineData("2 0.9", "2")]
    [InlineData("a) 0.9|Sở 0.9", "a) Sở")]
    [InlineData("Số: 0.4||123/KH-UBND 0.4", "Số: 123/KH-UBND")]
    [InlineData("Trần 0.9||53 0.6||Minh 0.9", "Trần Minh")]
    [InlineData(": 0.8|n 0.1||QUYẾT 0.9|ĐỊNH 0.9||2H 0.1", "QUYẾT ĐỊNH")]
    [InlineData("I. 0.4||QUAN 0.9", "I. QUAN")]
    [InlineData("- 0.5||Bộ 0.9", "- Bộ")]
    [InlineData("đến 0.9|ở 0.3|xã 0.9", "đến ở xã")]
    public void Dirt_outside_of_tables_is_no_text(string line, string left)
    {
        var words = line.Split('|').Select((word, i) => (Parts: word.Split(' '), X: i * 30)).Where(word => word.Parts.Length == 2)
            .Select(word => new PageWord(word.Parts[0], new Box(word.X, 100, word.X + 22, 112), 1, 1, double.Parse(word.Parts[1], CultureInfo.InvariantCulture))).ToList();
        var table = new Grid([0, 400], [90, 120], [new(0, 1, 0, 1)]);

        Assert.Equal(left, Text(RecognisedWords.Spotless(words, [])));
        Assert.Equal(words.Count, RecognisedWords.Spotless(words, [table]).Count);
    }

    [Fact]
    public void Slashes_are_slashes_and_what_remains_of_a_rule_is_none()
    {
        const string Table = "level\tpage\tblock\tpar\tline\tword\tleft\ttop\twidth\theight\tconf\ttext\n4\t1\t1\t1\t1\t0\t0\t0\t400\t40\t-1\t\n5\t1\t1\t1\t1\t1\t0\t0\t100\t30\t91\t09⁄4/⁄2007\n5\t1\t1\t1\t1\t2\t120\t0\t60\t30\t91\tHồ_\n";

        Assert.Equal("09/4/2007 Hồ", Text(RecognisedWords.Read(Table, 0.36)));
    }

    private static List<PageWord> Line(string text, int line = 1) =>
        [.. text.Split(' ').Aggregate((Words: new List<PageWord>(), X: 50.0), (sum, word) =>
        {
            sum.Words.Add(new PageWord(word, new Box(sum.X, line * 20, sum.X + (word.Length * 7), (line * 20) + 14), line, line));
            return (sum.Words, sum.X + (word.Length * 7) + 4);
        }).Words];

    private static string Text(IEnumerable<PageWord> words) => string.Join(' ', words.Select(word => word.Text));
}
