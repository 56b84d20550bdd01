using System.Diagnostics;
using static Plans.Ingest.Tests.DocxBuilder;

namespace Plans.Ingest.Tests;

/// <summary>One plan with legacy fonts, saved by LibreOffice in each of its formats; one workbook likewise. Made once for all tests.</summary>
public sealed class OfficeFiles : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("plans-tests-").FullName;

    public OfficeFiles()
    {
        var docx = new DocxBuilder(
            Runs(Run(".VnTimeH", LegacyBytesOf.Shown("kế hoạch", "tcvn3"))),
            Runs(Run(".VnTime", LegacyBytesOf.Shown("Thủ tướng giao các tỉnh giảm nghèo", "tcvn3"))),
            Runs(Run("VNI-Times", LegacyBytesOf.Shown("Ủy ban nhân dân huyện, thị trấn", "vni"))),
            P("Văn bản bằng chữ Unicode"),
            Item(1, 0, "Mục tiêu"),
            Table("""<w:tblBorders><w:top w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/></w:tblBorders>""",
                Row(Cell("TT", Width(1)), Cell("Chỉ tiêu", Width(2) + """<w:gridSpan w:val="2"/>""")), Row(Cell("1", Width(1)), Cell("Hộ nghèo", Width(1)), Cell("7%", Width(1)))),
            P("Nơi nhận"))
            .Numbering("""<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>""")
            .Bytes();
        File.WriteAllBytes(Path.Combine(_folder, "plan.docx"), docx);
        File.WriteAllBytes(Path.Combine(_folder, "annex.xlsx"), XlsxBuilder.Annex());
        foreach (var (source, ending) in (IEnumerable<(string, string)>)[("plan.docx", "doc"), ("plan.docx", "rtf"), ("plan.docx", "odt"), ("annex.xlsx", "xls"), ("annex.xlsx", "ods")])
        {
            Convert(source, ending);
        }
    }

    /// <param name="ending">doc, rtf, odt; xls, ods.</param>
    public byte[] Bytes(string ending) => File.ReadAllBytes(Path.Combine(_folder, $"{(ending is "xls" or "ods" or "xlsx" ? "annex" : "plan")}.{ending}"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Width(int columns) => $"""<w:tcW w:w="{columns * 2000}" w:type="dxa"/>""";

    private static string Run(string font, string words) => $"""<w:r><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr><w:t>{words}</w:t></w:r>""";

    private void Convert(string source, string ending)
    {
        using var office = Process.Start(new ProcessStartInfo("soffice",
            [$"-env:UserInstallation={new Uri(Path.Combine(_folder, "profile")).AbsoluteUri}", "--headless", "--convert-to", ending, "--outdir", _folder, Path.Combine(_folder, source)])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        office.WaitForExit();
    }
}
