using Plans.Ingest.Layout;

namespace Plans.Ingest.Tests;

/// <summary>Two lines of a letterhead: two bodies, or one name that had no room in a line.</summary>
public class LetterheadTests
{
    [Theory]
    [InlineData("UBND HUYỆN PHÚ LÂM", "ỦY BAN NHÂN DÂN XÃ", true)]
    [InlineData("ỦY BAN NHÂN DÂN TỈNH PHÚ LÂM", "SỞ CÔNG THƯƠNG", true)]
    [InlineData("UBND TỈNH PHÚ LÂM", "SỞ VĂN HÓA, THỂ THAO", true)]
    [InlineData("BỘ Y TẾ", "CỤC Y TẾ DỰ PHÒNG", true)]
    [InlineData("ỦY BAN NHÂN DÂN TỈNH", "PHÚ LÂM", false)]
    [InlineData("ỦY BAN NHÂN DÂN", "XÃ PHÚ LÂM", false)]
    [InlineData("VĂN PHÒNG", "ỦY BAN NHÂN DÂN TỈNH", false)]
    [InlineData("THƯỜNG TRỰC", "HỘI ĐỒNG NHÂN DÂN", false)]
    [InlineData("SỞ VĂN HÓA", "PHÒNG, CHỐNG", false)]
    [InlineData("UBND tỉnh Phú Lâm", "SỞ CÔNG THƯƠNG", false)]
    public void A_superior_body_ends_where_the_one_below_it_begins(string line, string next, bool areTwo) => Assert.Equal(areTwo, LineKinds.IsSuperiorBefore(line, next));
}
