using System.Diagnostics;
using static Plans.Ingest.Tests.DocxBuilder;

namespace Plans.Ingest.Tests;

/// <summary>Plans of the corpus and a page of our own, printed to PDF by LibreOffice. Made once for all tests.</summary>
public sealed class PrintedPlans : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("plans-tests-").FullName;

    public PrintedPlans()
    {
        File.WriteAllBytes(Path.Combine(_folder, "trang.docx"), Page());
        Convert(Path.Combine(_folder, "trang.docx"), Corpus("tan-thanh-pccc-2026.docx"), Corpus("long-thanh-cai-cach-hanh-chinh-2022.docx"));
    }

    public static string Corpus(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Pipeline.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "corpus", name);
    }

    /// <summary>trang, tan-thanh-pccc-2026, long-thanh-cai-cach-hanh-chinh-2022.</summary>
    public string PathOf(string name) => Path.Combine(_folder, name + ".pdf");

    public Document Read(string name) => Reading.Bytes(File.ReadAllBytes(PathOf(name)), name + ".pdf");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] Page()
    {
        const string Justified = """<w:jc w:val="both"/><w:ind w:firstLine="567"/>""";
        const string Lines = """<w:tblBorders><w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders>""";
        return new DocxBuilder(
            P("Các sở, ban, ngành tỉnh và Ủy ban nhân dân các huyện, thị xã, thành phố căn cứ chức năng, nhiệm vụ được giao tổ chức thực hiện Kế hoạch này.", properties: Justified),
            P("Hằng năm báo cáo kết quả về Sở Nội vụ trước ngày 15 tháng 12.", properties: Justified),
            "<w:tbl><w:tblPr>" + Lines + """</w:tblPr><w:tblGrid><w:gridCol w:w="900"/><w:gridCol w:w="3000"/><w:gridCol w:w="1400"/><w:gridCol w:w="1400"/></w:tblGrid>""" +
                Row(Cell("TT", Width(900) + """<w:vMerge w:val="restart"/>"""), Cell("Chỉ tiêu", Width(3000) + """<w:vMerge w:val="restart"/>"""), Cell("Mục tiêu", Width(2800) + """<w:gridSpan w:val="2"/>""")) +
                Row(Cell("", Width(900) + "<w:vMerge/>"), Cell("", Width(3000) + "<w:vMerge/>"), Cell("Năm 2024", Width(1400)), Cell("Năm 2025", Width(1400))) +
                Row(Cell("1", Width(900)), Cell("Tỷ lệ hộ nghèo theo chuẩn đa chiều của toàn tỉnh, tính cả các xã đặc biệt khó khăn", Width(3000)), Cell("7,5%", Width(1400)), Cell("6%", Width(1400))) +
                Row(Cell("2", Width(900)), Cell("Không giao chỉ tiêu", Width(5800) + """<w:gridSpan w:val="3"/>""")) + "</w:tbl>",
            P("Kế hoạch này có hiệu lực từ ngày ký.", properties: Justified)).Bytes();
    }

    private static string Width(int twips) => $"""<w:tcW w:w="{twips}" w:type="dxa"/>""";

    private void Convert(params string[] sources)
    {
        using var office = Process.Start(new ProcessStartInfo("soffice",
            [$"-env:UserInstallation={new Uri(Path.Combine(_folder, "profile")).AbsoluteUri}", "--headless", "--convert-to", "pdf", "--outdir", _folder, .. sources])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        office.WaitForExit();
    }
}
