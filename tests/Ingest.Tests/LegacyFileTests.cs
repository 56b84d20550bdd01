using System.Text;

namespace Plans.Ingest.Tests;

/// <summary>Whole files in encodings from before Unicode.</summary>
public class LegacyFileTests
{
    private const string Plan = """
        Căn cứ chương trình công tác năm 2004, xã xây dựng kế hoạch như sau:
        Đến năm 2005, số hộ nghèo giảm còn dưới 7%.
        Mỗi thôn có một tổ dịch vụ nước sạch; đường liên thôn được cứng hoá.
        """;

    [Theory]
    [InlineData("tcvn3")]
    [InlineData("vni")]
    [InlineData("viscii")]
    [InlineData("vps")]
    [InlineData("windows-1258")]
    public void A_text_in_any_encoding_is_read(string encoding)
    {
        var document = Reading.Bytes(LegacyBytesOf.Text(Plan, encoding), "ke-hoach.txt");

        Assert.Equal(Plan.Split('\n'), document.Paragraphs());
        Soundness.Check(document);
    }

    [Fact]
    public void Lines_of_one_file_may_be_in_different_encodings()
    {
        var lines = Plan.Split('\n');
        byte[] bytes = [.. LegacyBytesOf.Text(lines[0] + "\n", "tcvn3"), .. LegacyBytesOf.Text(lines[1] + "\n", "vni"), .. LegacyBytesOf.Text(lines[2] + "\n", "tcvn3")];

        Assert.Equal(lines, Reading.Bytes(bytes, "ke-hoach.txt").Paragraphs());
    }

    [Theory]
    [InlineData("tcvn3")]
    [InlineData("vni")]
    [InlineData("windows-1258")]
    public void Legacy_codes_copied_into_a_unicode_file_are_read(string encoding)
    {
        var text = "Mục tiêu năm 2026: 100 % số xã đạt chuẩn.\n" + LegacyBytesOf.Shown(Plan, encoding);

        Assert.Equal(["Mục tiêu năm 2026: 100 % số xã đạt chuẩn.", .. Plan.Split('\n')], Reading.Text(text).Paragraphs());
    }

    [Theory]
    [InlineData("Nhiệt độ 25 °C ± 2; giá × 1,5; § 3; «dự án» của ông Müller và bà Peña")]
    [InlineData("Diện tích 120 m² – ½ số hộ; café São Paulo")]
    [InlineData("Ông Đỗ Văn Bê ký; công tác phòng, chống dịch ở thôn")]
    public void Unicode_text_with_odd_signs_is_left_alone(string text) => Assert.Equal([text], Reading.Text(text).Paragraphs());

    [Fact]
    public void Decomposed_letters_and_look_alikes_become_composed_ones() =>
        Assert.Equal(["Độc lập, Điều 5, đường"], Reading.Text("Ðô\u0323c lâ\u0323p, \u0189iê\u0300u 5, \u00F0\u01B0\u01A1\u0300ng").Paragraphs());

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Utf16_without_a_mark_is_read(bool isBigEndian)
    {
        var bytes = new UnicodeEncoding(isBigEndian, byteOrderMark: false).GetBytes(Plan);

        Assert.Equal(Plan.Split('\n'), Reading.Bytes(bytes, "ke-hoach.txt").Paragraphs());
    }

    [Fact]
    public void Bytes_that_no_encoding_makes_Vietnamese_are_refused()
    {
        var french = Encoding.Latin1.GetBytes("Les élèves français ont été reçus à la mairie; après la fête, ils sont allés au théâtre où ils ont dîné.");

        Assert.Equal(FailureReasons.UnsupportedFormat, Reading.Refused(french, "ke-hoach.txt").Reason);
    }

    [Theory]
    [InlineData("<html><body><p><font face='.VnTime'>{tcvn3}</font></p></body></html>", "iso-8859-1")]
    [InlineData("<html><body><p style='font-family:\"VNI-Times\"'>{vni}</p></body></html>", "utf-8")]
    [InlineData("<html><head><style>p.MsoNormal, li.MsoNormal {margin:0; font-family:\".VnTime\";}</style></head><body><p class=MsoNormal>{tcvn3}</p></body></html>", "utf-8")]
    [InlineData("<html><head><meta http-equiv='Content-Type' content='text/html; charset=windows-1258'></head><body><p>{windows-1258}</p></body></html>", "iso-8859-1")]
    [InlineData("<html><head><meta charset='x-user-defined'></head><body><p><font face='VNI-Times'>{vni}</font></p></body></html>", "iso-8859-1")]
    [InlineData("<html><head><meta charset='windows-1258'></head><body><p><font face='.VnTime'>{tcvn3}</font></p></body></html>", "iso-8859-1")]
    [InlineData("<html><head><meta charset='viscii'></head><body><p>{viscii}</p></body></html>", "iso-8859-1")]
    [InlineData("<html><head><meta charset='x-viet-vps'></head><body><p>{vps}</p></body></html>", "iso-8859-1")]
    [InlineData("<html><body><p>{tcvn3}</p></body></html>", "iso-8859-1")]
    public void Pages_are_read_by_charset_font_or_syllables(string page, string savedAs)
    {
        const string Words = "Căn cứ chương trình công tác, xã xây dựng kế hoạch đến năm 2005";
        var encoding = LegacyNames.Single(name => page.Contains($"{{{name}}}", StringComparison.Ordinal));
        var bytes = savedAs == "utf-8"
            ? Encoding.UTF8.GetBytes(page.Replace($"{{{encoding}}}", LegacyBytesOf.Shown(Words, encoding)))
            : [.. Encoding.ASCII.GetBytes(page.Split($"{{{encoding}}}")[0]), .. LegacyBytesOf.Text(Words, encoding), .. Encoding.ASCII.GetBytes(page.Split($"{{{encoding}}}")[1])];

        Assert.Equal([Words], Reading.Bytes(bytes, "ke-hoach.doc").Paragraphs());
    }

    private static readonly string[] LegacyNames = ["tcvn3", "vni", "viscii", "vps", "windows-1258"];
}
