using Plans.Ingest.Layout.Pages;
using Plans.Ingest.Ocr;

namespace Plans.Ingest.Tests;

/// <summary>Numbers at the beginning of recognised lines.</summary>
public class LineStartsTests
{
    [Theory]
    [InlineData("__4. Phòng Văn hóa", "4. Phòng Văn hóa")]
    [InlineData("_--6, Đề nghị", "6. Đề nghị")]
    [InlineData("5, Trạm Y tế", "5. Trạm Y tế")]
    [InlineData("4.5, Trung tâm", "4.5. Trung tâm")]
    [InlineData("I.MỤC ĐÍCH", "I. MỤC ĐÍCH")]
    [InlineData("12, trong đó", "12, trong đó")]
    [InlineData("5, 6 và 7", "5, 6 và 7")]
    [InlineData("2.500, Trong đó", "2.500, Trong đó")]
    [InlineData("TT.Huế và", "TT.Huế và")]
    public void Dirt_commas_and_lost_blanks_are_set_right(string read, string words) => Assert.Equal(words, Text(LineStarts.Repaired(Line(read))));

    /// <summary>Lines of a document, parted by bars.</summary>
    [Theory]
    [InlineData("a stroke lost", "I. MỤC ĐÍCH|I. CHỈ TIÊU|II. NỘI DUNG|IV. KINH PHÍ", "I. MỤC ĐÍCH|II. CHỈ TIÊU|III. NỘI DUNG|IV. KINH PHÍ")]
    [InlineData("other upright letters", "L MỤC ĐÍCH|IL CHỈ TIÊU|HIL NỘI DUNG|TV. KINH PHÍ", "I. MỤC ĐÍCH|II. CHỈ TIÊU|III. NỘI DUNG|IV. KINH PHÍ")]
    [InlineData("a blank lost", "IL.MỤC TIÊU|I. NỘI DUNG", "I. MỤC TIÊU|II. NỘI DUNG")]
    [InlineData("a blank lost behind another letter", "L.MỤC TIÊU|I. NỘI DUNG|III. KINH PHÍ", "I. MỤC TIÊU|II. NỘI DUNG|III. KINH PHÍ")]
    [InlineData("a stroke and a slash read as one letter", "U KẾT QUẢ|I/ MỤC TIÊU|II/ NHIỆM VỤ|IV/ KINH PHÍ", "I. KẾT QUẢ|II/ MỤC TIÊU|III/ NHIỆM VỤ|IV/ KINH PHÍ")]
    [InlineData("words that begin like a title", "I. KINH PHÍ|chương trình mục tiêu và|I. TỔ CHỨC THỰC HIỆN", "I. KINH PHÍ|chương trình mục tiêu và|II. TỔ CHỨC THỰC HIỆN")]
    [InlineData("a mention of an annex where a line begins", "I. KINH PHÍ|Phụ lục 3 kèm theo).|I. TỔ CHỨC THỰC HIỆN", "I. KINH PHÍ|Phụ lục 3 kèm theo).|II. TỔ CHỨC THỰC HIỆN")]
    [InlineData("an H before small letters", "I. Đánh giá chung|H. Mục tiêu|II. Nhiệm vụ|IV. Kinh phí", "I. Đánh giá chung|II. Mục tiêu|III. Nhiệm vụ|IV. Kinh phí")]
    [InlineData("the first heading of a part lost", "PHẦN I|II. Tồn tại, hạn chế|PHẦN II|I. MỤC TIÊU", "PHẦN I|II. Tồn tại, hạn chế|PHẦN II|I. MỤC TIÊU")]
    [InlineData("dashes", "I- TÌNH HÌNH|I- MỤC TIÊU|II- NHIỆM VỤ|IV- TỔ CHỨC THỰC HIỆN", "I- TÌNH HÌNH|II- MỤC TIÊU|III- NHIỆM VỤ|IV- TỔ CHỨC THỰC HIỆN")]
    [InlineData("a new part begins anew", "Phần thứ nhất|I. KẾT QUẢ|II. HẠN CHẾ|Phần thứ hai|IL MỤC TIÊU|II. NHIỆM VỤ|III. KINH PHÍ", "Phần thứ nhất|I. KẾT QUẢ|II. HẠN CHẾ|Phần thứ hai|I. MỤC TIÊU|II. NHIỆM VỤ|III. KINH PHÍ")]
    [InlineData("and so in small letters", "PHẦN I|I. Quan điểm|II. Mục tiêu|III. Nội dung|PHẦN II|L. Quan điểm|II. Mục tiêu|II. Nội dung", "PHẦN I|I. Quan điểm|II. Mục tiêu|III. Nội dung|PHẦN II|I. Quan điểm|II. Mục tiêu|III. Nội dung")]
    [InlineData("a part that lost a stroke", "PHẦN I|PHẦN II|PHẦN II", "PHẦN I|PHẦN II|PHẦN III")]
    [InlineData("a mention of a part is none", "PHẦN I|Phần II của Kế hoạch này|PHẦN II", "PHẦN I|Phần II của Kế hoạch này|PHẦN II")]
    [InlineData("a heading that is not there stays so", "I. MỤC ĐÍCH|II. YÊU CẦU|IV. KINH PHÍ|V. TỔ CHỨC THỰC HIỆN", "I. MỤC ĐÍCH|II. YÊU CẦU|IV. KINH PHÍ|V. TỔ CHỨC THỰC HIỆN")]
    [InlineData("a 1 before a 2", "I. THỰC TRẠNG|2. MỤC TIÊU|2.1. Mục tiêu chung", "1. THỰC TRẠNG|2. MỤC TIÊU|2.1. Mục tiêu chung")]
    [InlineData("a 1 before a 1.1", "1. MỤC TIÊU|1.1. Mục tiêu chung", "1. MỤC TIÊU|1.1. Mục tiêu chung")]
    [InlineData("an initial letter of a sentence", "I. MỤC ĐÍCH|Ủy ban nhân dân tỉnh", "I. MỤC ĐÍCH|Ủy ban nhân dân tỉnh")]
    public void All_headings_together_tell_each_numeral(string why, string read, string right)
    {
        _ = why;
        var words = read.Split('|').SelectMany((line, i) => Line(line, i + 1)).ToList();

        var repaired = HeadingNumerals.Repaired([(LineStarts.Repaired(words), [])])[0];

        Assert.Equal(right, string.Join('|', repaired.GroupBy(word => word.Line).Select(Text)));
    }

    [Fact]
    public void Numbers_go_on_over_pages_and_rows_of_tables_have_their_own()
    {
        var table = new Grid([0, 100, 400], [0, 30, 60], [new(0, 1, 0, 1), new(0, 1, 1, 2), new(1, 2, 0, 1), new(1, 2, 1, 2)]);

        var repaired = HeadingNumerals.Repaired([(Line("I. MỤC ĐÍCH"), []), (Line("I CHĂN NUÔI"), [table]), (Line("I. NỘI DUNG"), [])]);

        Assert.Equal(["I. MỤC ĐÍCH", "I CHĂN NUÔI", "II. NỘI DUNG"], repaired.Select(Text));
    }

    [Fact]
    public void A_numeral_that_was_taken_for_a_line_by_itself_is_a_heading_s()
    {
        List<PageWord> words = [.. Line("I. KINH PHÍ"), .. Line("x TỔ CHỨC THỰC HIỆN", 2)];
        words[3] = words[3] with { Text = "I.", Line = 9 };

        Assert.Equal("I. KINH PHÍ II. TỔ CHỨC THỰC HIỆN", Text(HeadingNumerals.Repaired([(words, [])])[0]));
    }

    private static List<PageWord> Line(string words, int line = 1) => [.. words.Split(' ').Select((word, i) => new PageWord(word, new Box(i * 50, line * 20, (i * 50) + 40, (line * 20) + 12), line, 1))];

    private static string Text(IEnumerable<PageWord> words) => string.Join(' ', words.Select(word => word.Text));
}
