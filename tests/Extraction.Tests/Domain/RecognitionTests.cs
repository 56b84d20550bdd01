using Plans.Extraction.Reading;
using Plans.Ingest;

namespace Plans.Extraction.Tests.Domain;

/// <summary>What a recogniser made of a scan in, what the extraction reads out. A word marked ?N was recognised with N % of confidence.</summary>
public class RecognitionTests
{
    [Theory]
    [InlineData("TĨNH?37 QUẢNG NGÁI?0", "TỈNH QUẢNG NGÃI")]
    [InlineData("QUYÉT?91 ĐỊNH:", "QUYẾT ĐỊNH:")]
    [InlineData("CỌNG?82 HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]
    [InlineData("(Sờ?60 Nộí?70 vụ,", "(Sở Nội vụ,")]
    [InlineData("Sở Lao động?70 - Thương bỉnh?50 và Xã hội", "Sở Lao động - Thương binh và Xã hội")]
    [InlineData("trên địa bàn tỉnh Lạng Sờn?80.", "trên địa bàn tỉnh Lạng Sơn.")]
    [InlineData("PHO?97 CHỦ TỊCH", "PHÓ CHỦ TỊCH")]
    [InlineData("Ủy ban Mặt trận Tố?96 quốc", "Ủy ban Mặt trận Tổ quốc")]
    [InlineData("Sở Thông tin và Truyền thônq?71", "Sở Thông tin và Truyền thông")]
    [InlineData("Sò?40 Lao động - Thương hinh?55 và Xã hội", "Sở Lao động - Thương binh và Xã hội")]
    [InlineData("đạt 76 lao đông?60", "đạt 76 lao động")]
    [InlineData("trồng 500 hà?40 rừng", "trồng 500 ha rừng")]
    [InlineData("4.500 ngưới?55", "4.500 người")]
    public void Names_and_units_get_their_marks_back(string recognised, string read) => Assert.Equal(read, RecognitionRepair.Of(Scan(recognised)).Text);

    [Theory]
    [InlineData("TĨNH?99 QUẢNG NGÁI?99", "what was recognised surely stays")]
    [InlineData("hà?40 nội thất", "a name must be whole")]
    [InlineData("đi hà?40 rừng", "a unit of one syllable follows a number")]
    [InlineData("uỷ?50 ban nhân dân", "where the tone stands is no error")]
    [InlineData("Sở Thông tin và Truyền thônq?95", "a letter that was recognised surely stays")]
    [InlineData("Sở Thônh?50 tin và Truyền thônq?50", "two wrong letters may be another name")]
    [InlineData("tông?60 hợp", "no catalogue knows it")]
    public void Anything_else_stays_as_recognised(string recognised, string why)
    {
        var document = Scan(recognised);

        Assert.True(document.Text == RecognitionRepair.Of(document).Text, why);
    }

    [Fact]
    public void Words_of_a_text_layer_are_never_touched()
    {
        var document = Scan("TĨNH QUẢNG NGÁI", sure: 1);

        Assert.Same(document, RecognitionRepair.Of(document));
    }

    [Fact]
    public void A_number_written_by_hand_is_no_number_and_the_document_keeps_what_was_recognised()
    {
        var document = Scan("ỦY BAN NHÂN DÂN", "TĨNH?60 QUẢNG NGÁI?50", "Số: 44?0 /CT-UBND", "CHÍ?80 THỊ", "Về việc phòng, chống bão", "1. Sở Y tế chủ trì thực hiện.");

        var plan = PlanExtractor.Extract(document);

        Assert.Null(plan.Document.Number);
        Assert.Equal("Chỉ thị", plan.Document.Type);
        Assert.Equal("Quảng Ngãi", plan.Document.Province);
        Assert.Equal("Ủy ban nhân dân tỉnh Quảng Ngãi", plan.Document.Issuer);
        Assert.Contains("Số: 44 /CT-UBND", document.Text);
    }

    [Fact]
    public void A_number_recognised_surely_is_read() => Assert.Equal("44/CT-UBND", PlanExtractor.Extract(Scan("Số: 44?93 /CT-UBND", "CHỈ THỊ", "Về việc phòng, chống bão")).Document.Number);

    private static Document Scan(string line, double sure = 0.96) => Scan([line], sure);

    private static Document Scan(params string[] lines) => Scan(lines, 0.96);

    private static Document Scan(string[] lines, double sure)
    {
        var text = "";
        var words = new List<Word>();
        var blocks = new List<Block>();
        foreach (var line in lines)
        {
            var start = text.Length;
            foreach (var marked in line.Split(' '))
            {
                // The confidence stands behind the letters, before a mark that belongs to the word.
                var at = marked.IndexOf('?', StringComparison.Ordinal);
                var digits = at < 0 ? "" : string.Concat(marked[(at + 1)..].TakeWhile(char.IsDigit));
                var word = at < 0 ? marked : marked[..at] + marked[(at + 1 + digits.Length)..];
                text += text.Length > start ? " " : "";
                words.Add(new Word(new TextRange(text.Length, text.Length + word.Length), 1, default, at < 0 ? sure : int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) / 100.0));
                text += word;
            }

            blocks.Add(new Paragraph(new TextRange(start, text.Length), 1));
            text += lines.Length > 1 ? "\n" : "";
        }

        return new Document { MediaType = "application/pdf", Text = text, Blocks = blocks, Pages = [new PageRecord(1, PageSource.Ocr)], Words = words };
    }
}
