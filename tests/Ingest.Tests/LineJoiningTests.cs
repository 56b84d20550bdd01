namespace Plans.Ingest.Tests;

public class LineJoiningTests
{
    /// <summary>"|" is a line break, "||" an empty line between; in the result, "|" parts paragraphs.</summary>
    [Theory]
    // Lines of a PDF, with empty lines sown between them.
    [InlineData(
        "Căn cứ Nghị quyết số 12/NQ-HĐND ngày 09/12/2022 của Hội đồng nhân dân tỉnh về ||kế hoạch phát triển kinh tế - xã hội năm 2023; căn cứ tình hình thực tế và nhu ||cầu của địa phương, Ủy ban nhân dân tỉnh ban hành kế hoạch với các nội dung |dưới đây.",
        "Căn cứ Nghị quyết số 12/NQ-HĐND ngày 09/12/2022 của Hội đồng nhân dân tỉnh về kế hoạch phát triển kinh tế - xã hội năm 2023; căn cứ tình hình thực tế và nhu cầu của địa phương, Ủy ban nhân dân tỉnh ban hành kế hoạch với các nội dung dưới đây.")]
    // A page break in the middle of a sentence.
    [InlineData("Các đơn vị triển khai đồng bộ các giải pháp để nâng||cao chất lượng đào tạo.", "Các đơn vị triển khai đồng bộ các giải pháp để nâng cao chất lượng đào tạo.")]
    [InlineData("- Đối tượng: trường cao đẳng được lựa chọn theo||Quyết định số 17/QĐ-BLĐ.", "- Đối tượng: trường cao đẳng được lựa chọn theo Quyết định số 17/QĐ-BLĐ.")]
    // Numbers that the line end cut.
    [InlineData("thực hiện Đề án số 06-|ĐA/TU của Tỉnh ủy", "thực hiện Đề án số 06-ĐA/TU của Tỉnh ủy")]
    [InlineData("theo Quyết định số 1181/QĐ-|UBND ngày 13/4/2021", "theo Quyết định số 1181/QĐ-UBND ngày 13/4/2021")]
    // Items begin paragraphs of their own.
    [InlineData("- Mở 12 lớp|- Mở 14 lớp|+ cho 300 người|* cho 200 người|• khác", "- Mở 12 lớp|- Mở 14 lớp|+ cho 300 người|* cho 200 người|• khác")]
    [InlineData("1. Mục đích|a) nâng cao nhận thức|b) tăng cường phối hợp|1.1 Yêu cầu|2) Nội dung", "1. Mục đích|a) nâng cao nhận thức|b) tăng cường phối hợp|1.1 Yêu cầu|2) Nội dung")]
    [InlineData("thực hiện nhiệm vụ được giao|II. NHIỆM VỤ, GIẢI PHÁP|Các sở phối hợp", "thực hiện nhiệm vụ được giao|II. NHIỆM VỤ, GIẢI PHÁP|Các sở phối hợp")]
    [InlineData("Kế hoạch gồm các phần|Căn cứ Luật Việc làm;|Căn cứ Luật Ngân sách;", "Kế hoạch gồm các phần|Căn cứ Luật Việc làm;|Căn cứ Luật Ngân sách;")]
    // The lines of a letterhead and of a title in capitals stay apart.
    [InlineData("ỦY BAN NHÂN DÂN|TỈNH HÀ NAM|-------|KẾ HOẠCH|về giảm nghèo năm 2024", "ỦY BAN NHÂN DÂN|TỈNH HÀ NAM|-------|KẾ HOẠCH|về giảm nghèo năm 2024")]
    [InlineData("III. Kinh phí||(Có biểu chi tiết kèm theo)", "III. Kinh phí|(Có biểu chi tiết kèm theo)")]
    // A number without a dot is no item, nor is one in groups of three.
    [InlineData("phấn đấu giải quyết việc làm cho|12.000 người trong năm", "phấn đấu giải quyết việc làm cho 12.000 người trong năm")]
    [InlineData("trong giai đoạn 2021|- 2025 của tỉnh", "trong giai đoạn 2021 - 2025 của tỉnh")]
    // Addressees wrap in a narrow column.
    [InlineData("Nơi nhận:|- Báo Hà Nam; Cổng|TTĐT tỉnh;|- Lưu: VT.|TM. ỦY BAN NHÂN DÂN", "Nơi nhận:|- Báo Hà Nam; Cổng TTĐT tỉnh;|- Lưu: VT.|TM. ỦY BAN NHÂN DÂN")]
    public void Lines_become_the_paragraphs_that_they_were(string lines, string paragraphs) =>
        Assert.Equal(paragraphs.Split('|'), Reading.Text(lines.Replace('|', '\n')).Paragraphs());

    [Fact]
    public void Page_numbers_are_taken_out_of_the_sentence_they_cut()
    {
        var page = string.Concat(Enumerable.Repeat("Các sở, ngành, địa phương triển khai đồng bộ.\n", 20));
        var document = Reading.Text(page + "Sở Nội vụ chủ trì, phối hợp với\n2\ncác sở, ngành.\n" + page + "1");

        Assert.Contains("Sở Nội vụ chủ trì, phối hợp với các sở, ngành.", document.Paragraphs());
        Assert.Equal("2", Assert.Single(document.Blocks, block => block.Role == BlockRole.PageNumber).Range.Of(document.Text));
    }
}
