using System.Text;
using Plans.Store.Search;

namespace Plans.Store.Tests.Search;

public class FoldingTests
{
    [Theory]
    [InlineData("mục tiêu đào tạo", "muc tieu dao tao")]
    [InlineData("ĐẮK LẮK", "dak lak")]
    [InlineData("Thừa Thiên Huế", "thua thien hue")]
    [InlineData("Quyết định", "quyet dinh")]
    [InlineData("Ðà Nẵng", "da nang")] // eth typed for đ
    [InlineData("kỹ thuật", "ky thuat")]
    [InlineData("kĩ thuật", "ki thuat")] // i and y are different letters
    [InlineData("68,8% m²", "68,8% m²")]
    [InlineData("日本 ελλάδα", "日本 ελλαδα")]
    [InlineData("", "")]
    public void Takes_the_marks_off(string text, string folded)
    {
        Assert.Equal(folded, Folding.Fold(text));
        Assert.Equal(folded, Folding.Fold(text.Normalize(NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("hoà", "hòa")]
    [InlineData("hòa", "hòa")]
    [InlineData("HOÀ", "HÒA")]
    [InlineData("Thuỷ", "Thủy")]
    [InlineData("uỷ", "ủy")]
    [InlineData("khoẻ", "khỏe")]
    [InlineData("qúy", "quý")]
    [InlineData("quý", "quý")]
    [InlineData("quỹ", "quỹ")]
    [InlineData("toán", "toán")] // not final: one spelling only
    [InlineData("nguyễn", "nguyễn")]
    [InlineData("huế", "huế")]
    [InlineData("hoa", "hoa")]
    [InlineData("a", "a")]
    public void Gives_the_tone_mark_one_place(string word, string placed)
    {
        Assert.Equal(placed, Folding.TonePlacement(word));
        Assert.Equal(placed, Folding.TonePlacement(word.Normalize(NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("hoà", "hoà hòa")]
    [InlineData("hòa", "hòa hoà")]
    [InlineData("quý", "quý")]
    [InlineData("đào", "đào")]
    public void Knows_each_accepted_placement(string word, string placements) =>
        Assert.Equal(placements.Split(' '), Folding.TonePlacements(word));

    [Theory]
    [InlineData("dao", false)]
    [InlineData("DAO", false)]
    [InlineData("đao", true)]
    [InlineData("dào", true)]
    [InlineData("190", false)]
    public void Knows_a_marked_word(string word, bool marked) => Assert.Equal(marked, Folding.IsMarked(word));

    [Theory]
    [InlineData("190/KH-UBND", "190 kh ubnd")]
    [InlineData("  Sở Giáo dục\tvà Đào tạo; ", "so giao duc va dao tao")]
    [InlineData("tăng 68,8%", "tang 68 8")]
    [InlineData("…–*\"", "")]
    [InlineData("tin \ud83d vui", "tin vui")] // half a surrogate
    [InlineData("vui😀vẻ", "vui ve")]
    public void A_key_is_the_folded_words(string text, string key) => Assert.Equal(key, Folding.Key(text));
}
