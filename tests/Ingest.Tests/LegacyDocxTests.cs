using static Plans.Ingest.Tests.DocxBuilder;

namespace Plans.Ingest.Tests;

/// <summary>DOCX files whose runs are typed in fonts from before Unicode.</summary>
public class LegacyDocxTests
{
    private static string Run(string font, string words) =>
        $"""<w:r><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>""";

    private static string Tcvn3(string words, string font = ".VnTime") => Run(font, LegacyBytesOf.Shown(words, "tcvn3"));

    private static string Vni(string words) => Run("VNI-Times", LegacyBytesOf.Shown(words, "vni"));

    [Fact]
    public void Each_run_is_read_by_its_font()
    {
        var document = new DocxBuilder(
            Runs(Tcvn3("Thủ trưởng các "), Vni("sở, ngành "), Run("Times New Roman", "và Ủy ban nhân dân huyện")),
            Runs(Run("Times New Roman", "Điều 1. "), Tcvn3("Giao cho xã."))).Read();

        Assert.Equal(["Thủ trưởng các sở, ngành và Ủy ban nhân dân huyện", "Điều 1. Giao cho xã."], document.Paragraphs());
    }

    [Fact]
    public void A_paragraph_in_a_capitals_only_font_stays_as_typed_and_its_style_tells_so()
    {
        var document = new DocxBuilder(Runs(Tcvn3("kế hoạch phát triển", ".VnTimeH")), Runs(Tcvn3("Về việc "), Tcvn3("thi đua", ".VnTimeH"))).Read();

        Assert.Equal(["kế hoạch phát triển", "Về việc THI ĐUA"], document.Paragraphs());
        Assert.Equal([true, false], document.Blocks.OfType<Paragraph>().Select(p => p.Style.Capitals));
    }

    [Fact]
    public void A_capital_that_the_encoding_lacks_is_typed_in_the_capitals_only_font() =>
        Assert.Equal(["Ủy ban nhân dân tỉnh"], new DocxBuilder(Runs(Tcvn3("ủ", ".VnTimeH"), Tcvn3("y ban nhân dân tỉnh"))).Read().Paragraphs());

    [Fact]
    public void A_cell_has_no_style_and_holds_the_capitals_that_it_shows()
    {
        static string TypedCell(string run) => $"<w:tc><w:tcPr/><w:p>{run}</w:p></w:tc>";
        var document = new DocxBuilder(Table("", Row(TypedCell(Tcvn3("tỉnh yên bái", ".VnTimeH")), TypedCell(Tcvn3("Độc lập"))))).Read();

        Assert.Equal([["TỈNH YÊN BÁI", "Độc lập"]], document.Cells(document.OnlyTable()));
    }

    [Fact]
    public void Formatting_as_capitals_is_told_too()
    {
        var document = new DocxBuilder(P("Kế hoạch", run: "<w:caps/>"), P("Kế hoạch", run: """<w:caps w:val="0"/>""")).Read();

        Assert.Equal([true, false], document.Blocks.OfType<Paragraph>().Select(p => p.Style.Capitals));
    }

    [Fact]
    public void The_soft_hyphen_is_a_letter_in_these_fonts_alone()
    {
        const string SoftHyphen = """<w:r><w:rPr><w:rFonts w:ascii="{0}"/></w:rPr><w:t>n</w:t><w:softHyphen/><w:t>{1}</w:t></w:r>""";
        var document = new DocxBuilder(Runs(string.Format(SoftHyphen, ".VnTime", "íc s¹ch")), Runs(string.Format(SoftHyphen, "Arial", "ăm 2025"))).Read();

        Assert.Equal(["nước sạch", "năm 2025"], document.Paragraphs());
    }

    [Fact]
    public void A_letter_and_its_mark_may_stand_in_two_runs() =>
        Assert.Equal(["hoà bình"], new DocxBuilder(Runs(Run("VNI-Times", "hoa"), Run("VNI-Helve", "ø bình"))).Read().Paragraphs());

    [Fact]
    public void Styles_name_fonts_too_and_a_theme_goes_before_them()
    {
        var shown = LegacyBytesOf.Shown("Quyết định này có hiệu lực", "tcvn3");
        var document = new DocxBuilder(P(shown, """<w:pStyle w:val="A"/>"""), P("Quyết định về công tác", """<w:pStyle w:val="A"/>""", """<w:rFonts w:asciiTheme="minorHAnsi" w:ascii=".VnTime"/>"""))
            .Styles("""<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:style>""").Read();

        Assert.Equal(["Quyết định này có hiệu lực", "Quyết định về công tác"], document.Paragraphs());
    }

    [Fact]
    public void Automatic_numbers_may_be_in_such_a_font_too()
    {
        var level = $"""<w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="{LegacyBytesOf.Shown("Điều", "tcvn3")} %1."/><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr></w:lvl>""";
        var document = new DocxBuilder(Item(1, 0, "Phạm vi"), Item(1, 0, "Hiệu lực"))
            .Numbering($"""<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>""").Read();

        Assert.Equal(["Điều 1. Phạm vi", "Điều 2. Hiệu lực"], document.Paragraphs());
    }

    [Theory]
    [InlineData("Kế hoạch công tác quý I")]
    [InlineData("ở thôn, có bà con")]
    public void Unicode_typed_under_a_legacy_font_stays(string words) => Assert.Equal([words], new DocxBuilder(Runs(Run(".VnTime", words))).Read().Paragraphs());

    [Fact]
    public void Without_a_telling_font_the_syllables_decide()
    {
        var document = new DocxBuilder(
            Runs(Run("Arial", LegacyBytesOf.Shown("Tăng cường công tác quản lý đất đai trên địa bàn", "tcvn3"))),
            Runs(Run("Arial", LegacyBytesOf.Shown("Điều tra, khảo sát nhu cầu", "vni"))),
            Runs(Run("Arial", "Giữ vững 25 °C ± 1"))).Read();

        Assert.Equal(["Tăng cường công tác quản lý đất đai trên địa bàn", "Điều tra, khảo sát nhu cầu", "Giữ vững 25 °C ± 1"], document.Paragraphs());
    }
}
