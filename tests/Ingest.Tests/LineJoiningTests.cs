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
    [InlineData("2. Chỉ tiêu đến năm 2010|- 100% thư viện", "2. Chỉ tiêu đến năm 2010|- 100% thư viện")]
    // A remark stands for itself, other brackets go on.
    [InlineData("2. Nhiệm vụ cụ thể|(có phụ lục đính kèm)", "2. Nhiệm vụ cụ thể|(có phụ lục đính kèm)")]
    [InlineData("- Bồi dưỡng 450 lượt cán bộ|(gồm: 150 bác sĩ, 300 điều dưỡng).", "- Bồi dưỡng 450 lượt cán bộ (gồm: 150 bác sĩ, 300 điều dưỡng).")]
    // Words that cannot stand last, and words that look like them.
    [InlineData("theo quy định tại||Quyết định số 12/QĐ-TTg.", "theo quy định tại Quyết định số 12/QĐ-TTg.")]
    [InlineData("II. Tồn tại||Công tác điều tra còn chậm.", "II. Tồn tại|Công tác điều tra còn chậm.")]
    [InlineData("4. Chuyển đổi số||Xây dựng nền tảng dùng chung.", "4. Chuyển đổi số|Xây dựng nền tảng dùng chung.")]
    [InlineData("I. Kết quả đạt được||Năm 2011 toàn tỉnh dạy nghề.", "I. Kết quả đạt được|Năm 2011 toàn tỉnh dạy nghề.")]
    [InlineData("báo cáo trước ngày||05 hằng tháng", "báo cáo trước ngày 05 hằng tháng")]
    // Addressees wrap in a narrow column.
    [InlineData("Nơi nhận:|- Báo Hà Nam; Cổng|TTĐT tỉnh;|- Lưu: VT.|TM. ỦY BAN NHÂN DÂN", "Nơi nhận:|- Báo Hà Nam; Cổng TTĐT tỉnh;|- Lưu: VT.|TM. ỦY BAN NHÂN DÂN")]
    public void Lines_become_the_paragraphs_that_they_were(string lines, string paragraphs) =>
        Assert.Equal(paragraphs.Split('|'), Reading.Text(lines.Replace('|', '\n')).Paragraphs());

    [Fact]
    public void Where_first_lines_are_indented_the_indent_begins_paragraphs()
    {
        var document = Reading.Text("""
            1. Tuyên truyền về dạy nghề cho lao động nông thôn trên các kênh
                Phổ biến rộng rãi chủ trương, chính sách về dạy nghề đến từng thôn,
            bản bằng nhiều hình thức; in tờ gấp tuyên truyền phát đến hộ gia đình.
            Tổ chức hội nghị tư vấn học nghề.
                Rà soát, bổ sung danh mục nghề phù hợp với quy hoạch vùng nguyên
            liệu của địa phương, báo cáo kết quả về Sở Lao động - Thương binh và
            Xã hội theo quy định hiện hành; thời gian đào tạo mỗi khoá không quá
            ba tháng.
            """);

        Assert.Equal(3, document.Blocks.Count);
        Assert.Equal("1. Tuyên truyền về dạy nghề cho lao động nông thôn trên các kênh", document.Paragraphs()[0]);
        Assert.StartsWith("Rà soát", document.Paragraphs()[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Page_numbers_are_taken_out_of_the_sentence_they_cut()
    {
        var page = string.Concat(Enumerable.Repeat("Các sở, ngành, địa phương triển khai đồng bộ.\n", 20));
        var document = Reading.Text(page + "Sở Nội vụ chủ trì, phối hợp với\n2\ncác sở, ngành.\n" + page + "1");

        Assert.Contains("Sở Nội vụ chủ trì, phối hợp với các sở, ngành.", document.Paragraphs());
        Assert.Equal("2", Assert.Single(document.Blocks, block => block.Role == BlockRole.PageNumber).Range.Of(document.Text));
    }
}
