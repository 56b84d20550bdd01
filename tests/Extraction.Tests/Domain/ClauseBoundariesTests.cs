using Plans.Extraction.Language;
using Plans.Extraction.Targets;

namespace Plans.Extraction.Tests.Domain;

/// <summary>Where a line parts into clauses: each boundary is shown between strokes.</summary>
public sealed class ClauseBoundariesTests
{
    [Theory]
    [InlineData("Trồng 500 ha rừng; chăm sóc 200 ha.", "Trồng 500 ha rừng|;| chăm sóc 200 ha|.|")]
    [InlineData("Mở 40 lớp, trong đó: 15 lớp ở xã", "Mở 40 lớp|, trong đó:| 15 lớp ở xã")]
    [InlineData("Mở 40 lớp (trong đó 15 lớp ở xã) trong năm", "Mở 40 lớp| (trong đó| 15 lớp ở xã|)| trong năm")]
    [InlineData("Mở 40 lớp; trong đó 15 lớp ở xã", "Mở 40 lớp|;|| trong đó| 15 lớp ở xã")]
    [InlineData("Đào tạo 900 người, chia theo trình độ: sơ cấp 700", "Đào tạo 900 người|, chia theo trình độ:| sơ cấp 700")]
    [InlineData("Đào tạo nghề chia theo trình độ: sơ cấp 700", "Đào tạo nghề chia theo trình độ: sơ cấp 700")]
    [InlineData("Giao 12 chỉ tiêu cụ thể như sau: một là", "Giao 12 chỉ tiêu| cụ thể như sau:| một là")]
    [InlineData("Có 30 hộ gồm có 12 hộ nghèo", "Có 30 hộ| gồm có| 12 hộ nghèo")]
    [InlineData("Đoàn kiểm tra gồm có 12 người", "Đoàn kiểm tra gồm có 12 người")]
    [InlineData("Tại TP. Vinh đạt 1.200 hộ, ThS. Nam phụ trách", "Tại TP. Vinh đạt 1.200 hộ, ThS. Nam phụ trách")]
    [InlineData("Khai trương 3 điểm... Sau đó mở thêm 2 điểm", "Khai trương 3 điểm|...| Sau đó mở thêm 2 điểm")]
    [InlineData("Phấn đấu trong đóng góp 5%", "Phấn đấu trong đóng góp 5%")]
    public void A_line_parts_by_its_signs_and_by_words_that_lead_in_parts(string line, string expected)
    {
        var shown = line;
        foreach (var boundary in ClauseBoundaries.In(Canon.Form(line)).Reverse())
        {
            shown = shown.Insert(boundary.End, "|").Insert(boundary.Start, "|");
        }

        Assert.Equal(expected, shown);
    }
}
