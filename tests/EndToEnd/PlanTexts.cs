using System.IO.Compression;
using System.Security;
using System.Text;

namespace Plans.EndToEnd;

/// <summary>Short plans in the genre, made up by us; number and province make each one different.</summary>
public static class PlanTexts
{
    public static string Training(int number, string province = "Hòa Bình", string share = "72,5%") => $"""
        ỦY BAN NHÂN DÂN
        TỈNH {province.ToUpperInvariant()}
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        Số: {number}/KH-UBND
        {province}, ngày 14 tháng 3 năm 2024

        KẾ HOẠCH
        Phát triển giáo dục nghề nghiệp tỉnh {province} năm 2024

        Căn cứ Luật Giáo dục nghề nghiệp ngày 27 tháng 11 năm 2014;

        Ủy ban nhân dân tỉnh ban hành Kế hoạch với các nội dung sau:

        I. MỤC ĐÍCH, YÊU CẦU

        Nâng cao chất lượng nguồn nhân lực, gắn đào tạo với việc làm trên địa bàn tỉnh.

        II. CHỈ TIÊU

        - Tỷ lệ lao động qua đào tạo đạt {share}.

        - Tuyển sinh, đào tạo nghề cho {1000 + number} người.

        III. TỔ CHỨC THỰC HIỆN

        1. Sở Lao động - Thương binh và Xã hội

        Chủ trì, phối hợp với Sở Tài chính và các đơn vị liên quan triển khai thực hiện Kế hoạch này; báo cáo kết quả trước ngày 15/12/2024.

        2. Sở Tài chính

        Tham mưu bố trí kinh phí thực hiện Kế hoạch theo quy định.

        """;

    /// <summary>The same as a Word document, one paragraph a line.</summary>
    public static byte[] Docx(string text, string prolog = "")
    {
        var body = new StringBuilder();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            body.Append("<w:p><w:r><w:t xml:space=\"preserve\">").Append(SecurityElement.Escape(line)).Append("</w:t></w:r></w:p>");
        }

        return Zip(
            ("[Content_Types].xml", """
                <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
                """),
            ("_rels/.rels", """
                <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>
                """),
            ("word/document.xml", $"""
                <?xml version="1.0" encoding="UTF-8"?>{prolog}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>
                """));
    }

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                part.Write(Encoding.UTF8.GetBytes(text.Trim()));
            }
        }

        return bytes.ToArray();
    }
}
