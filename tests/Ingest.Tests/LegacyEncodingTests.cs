using Plans.Ingest.Encodings;

namespace Plans.Ingest.Tests;

public class LegacyEncodingTests
{
    private const string Tcvn3Letters = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđĂÂÊÔƠƯĐ";

    public static TheoryData<string, string> Letters
    {
        get
        {
            var letters = new TheoryData<string, string>();
            foreach (var encoding in LegacyEncoding.All.Select(encoding => encoding.Name))
            {
                foreach (var letter in encoding == "tcvn3" ? Tcvn3Letters : LegacyBytesOf.AllLetters)
                {
                    letters.Add(encoding, letter.ToString());
                }
            }

            return letters;
        }
    }

    [Theory]
    [MemberData(nameof(Letters))]
    public void Every_letter_comes_back(string encoding, string letter)
    {
        var written = LegacyBytesOf.Text($"n{letter}m {letter}", encoding);

        Assert.Equal($"n{letter}m {letter}", CleanText.Of(LegacyBytesOf.Named(encoding).Decode(LegacyEncoding.Characters(written))));
    }

    /// <summary>Words as they look in a program that knows no Vietnamese; they were checked by eye against old files.</summary>
    [Theory]
    [InlineData("tcvn3", "Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam")]
    [InlineData("tcvn3", "Thñ t\u00ADíng, \u00ADu ®·i, n\u00ADíc", "Thủ tướng, ưu đãi, nước")]
    [InlineData("vni", "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM, Ñoäc laäp", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM, Độc lập")]
    [InlineData("vni", "Uûy ban nhaân daân, öu tieân, kyø hoïp, tyû leä, thò traán", "Ủy ban nhân dân, ưu tiên, kỳ họp, tỷ lệ, thị trấn")]
    [InlineData("windows-1258", "Kêì hoaòch phaìt triêÒn", "Kế hoạch phát triển")]
    [InlineData("viscii", "Kª hoÕch ðào tÕo", "Kế hoạch đào tạo")]
    [InlineData("vps", "Thành phÓ, ViŒt Nam", "Thành phố, Việt Nam")]
    public void Words_are_read(string encoding, string shown, string words) =>
        Assert.Equal(words, CleanText.Of(LegacyBytesOf.Named(encoding).Decode(shown)));

    [Theory]
    [InlineData(".VnTime", "tcvn3", false)]
    [InlineData(".VnTimeH", "tcvn3", true)]
    [InlineData(".VnArial NarrowH", "tcvn3", true)]
    [InlineData(".VnTime ", "tcvn3", false)]
    [InlineData(".vntimeh", "tcvn3", true)]
    [InlineData("ABCDEF+.VnTimeH,Bold", "tcvn3", true)]
    [InlineData("ABCDEF+VnTimeH-BoldItalic", "tcvn3", true)]
    [InlineData(".VnTime, Times New Roman, serif", "tcvn3", false)]
    [InlineData("VNI-Times", "vni", false)]
    [InlineData("\"VNI-Helve-Condense\"", "vni", false)]
    [InlineData("GHIJKL+VNI-Times-Bold", "vni", false)]
    [InlineData("VPS Times", "vps", false)]
    [InlineData("VI Times", "viscii", false)]
    [InlineData("Times New Roman", null, false)]
    [InlineData("Vivaldi", null, false)]
    [InlineData(" ", null, false)]
    [InlineData(null, null, false)]
    public void The_name_of_a_font_tells_the_encoding(string? font, string? encoding, bool isCapitals)
    {
        var found = LegacyFonts.Of(font);

        Assert.Equal(encoding, found?.Encoding.Name);
        Assert.Equal(isCapitals, found?.IsCapitals ?? false);
    }

    [Theory]
    [InlineData(".VnTime", "kÕ ho¹ch", "kế hoạch")]
    [InlineData("Arial", "kÕ ho¹ch", "kÕ ho¹ch")]
    [InlineData(".VnTime", "kế hoạch công tác", "kế hoạch công tác")]
    [InlineData(null, "kÕ", "kÕ")]
    public void A_run_is_decoded_by_its_font(string? font, string typed, string words) => Assert.Equal(words, LegacyFonts.Decode(font, typed));

    [Theory]
    [InlineData("nghiêng khuỷu quốc quỳnh giếng gìn giữa hòa hoà thủy thuỷ uỷ Ủy QUYẾT đường ướt huỳnh xoong nguyệt khoắng ngoằn quýt yểu", true)]
    [InlineData("kông cế gé ngế tếk bàc sách̀ hoat zô fải wơ uýỵ đđ nghà qua̓ x B×nh aâ", false)]
    public void Syllables_are_known_by_their_spelling(string words, bool areLegal) =>
        Assert.All(words.Split(' '), word => Assert.True(VietnameseSyllables.IsSyllable(word) == areLegal, word));

    [Fact]
    public void Text_is_measured_by_its_syllables()
    {
        Assert.Equal(new SyllableMeasure(5, 5, 5, 5), VietnameseSyllables.Measure("Kế hoạch số 12/KH-UBND ngày 5, năm 2021 – THCS"));
        Assert.True(VietnameseSyllables.Measure("KÕ ho¹ch sè 12/KH-UBND ngµy 5").MarkedShare < 0.3);
        Assert.True(VietnameseSyllables.Measure("K ế ho ạ ch s ố").Share < 0.7);
        Assert.Equal(0, VietnameseSyllables.Measure("12.000 % – ...").Share);
    }

    [Theory]
    [InlineData("Kế HOạCH", "KẾ HOẠCH")]
    [InlineData("III. NHIệM Vụ Và GIảI PHáP", "III. NHIỆM VỤ VÀ GIẢI PHÁP")]
    [InlineData("TM. ủY BAN NHÂN DÂN tỉnh Hà Nam", "TM. ỦY BAN NHÂN DÂN tỉnh Hà Nam")]
    [InlineData("Hà Nội, ngày 5 tháng 3", "Hà Nội, ngày 5 tháng 3")]
    [InlineData("yêu cầu ủy ban nhân dân các huyện", "yêu cầu Ủy ban nhân dân các huyện")]
    [InlineData("- ổn định sản xuất. ở các xã", "- Ổn định sản xuất. Ở các xã")]
    [InlineData("1.2. ý kiến của các ngành", "1.2. Ý kiến của các ngành")]
    [InlineData("ấy và ở các xã", "ấy và ở các xã")]
    public void Capitals_that_tcvn3_lacks_come_back_where_a_word_shows_them(string decoded, string words) => Assert.Equal(words, Tcvn3Capitals.Restore(decoded));
}
