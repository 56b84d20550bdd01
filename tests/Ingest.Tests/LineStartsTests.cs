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

    [Fact]
    public void A_numeral_read_twice_has_lost_a_stroke()
    {
        var numerals = new HeadingNumerals();

        Assert.Equal(["I. MỤC ĐÍCH", "II. CHỈ TIÊU", "III. NỘI DUNG", "IV. KINH PHÍ"],
            ((string[])["I. MỤC ĐÍCH", "I. CHỈ TIÊU", "II. NỘI DUNG", "IV. KINH PHÍ"]).Select(line => Text(numerals.Repaired(Line(line)))));
    }

    [Fact]
    public void Where_there_is_a_1_1_a_1_is_a_1()
    {
        var page = Line("1. MỤC TIÊU").Concat(Line("1.1. Mục tiêu chung", line: 2)).ToList();

        Assert.Equal("1. MỤC TIÊU 1.1. Mục tiêu chung", Text(new HeadingNumerals().Repaired(page)));
    }

    private static List<PageWord> Line(string words, int line = 1) => [.. words.Split(' ').Select((word, i) => new PageWord(word, new Box(i * 50, line * 20, (i * 50) + 40, (line * 20) + 12), line, 1))];

    private static string Text(IEnumerable<PageWord> words) => string.Join(' ', words.Select(word => word.Text));
}
