using System.Diagnostics;
using static Plans.Ingest.Tests.DocxBuilder;

namespace Plans.Ingest.Tests;

/// <summary>Pages of our own that are hard to read, printed to PDF by LibreOffice. Made once for all tests.</summary>
public sealed class PrintedVariants : IDisposable
{
    private const string Justified = """<w:jc w:val="both"/><w:ind w:firstLine="567"/>""";
    private const string Lines = """<w:tblBorders><w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders>""";

    private const string Half = """<w:tcW w:w="4500" w:type="dxa"/>""";

    private readonly string _folder = Directory.CreateTempSubdirectory("plans-tests-").FullName;

    public PrintedVariants()
    {
        // A font without Vietnamese letters: each of them is set in another font, in a piece of its own.
        Write("phong-chu", string.Concat(Sentences.Select(sentence => P(sentence, Justified, """<w:rFonts w:ascii="Noto Sans Armenian" w:hAnsi="Noto Sans Armenian"/><w:sz w:val="28"/>"""))));
        Write("bang-dai", LongTable());
        Write("bang-ngang", WideTable() + """<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134"/></w:sectPr>""");
        Write("chu-dung", Upright());
        Write("khong-ke", Unruled());
        Convert();
    }

    private static readonly string[] Clauses =
    [
        "các sở, ban, ngành căn cứ chức năng được giao", "Ủy ban nhân dân các huyện, thị xã, thành phố chủ động bố trí kinh phí", "kiểm tra, đôn đốc việc thực hiện ở cơ sở",
        "kịp thời phát hiện vướng mắc để báo cáo", "đẩy mạnh tuyên truyền bằng nhiều hình thức", "lồng ghép với những chương trình mục tiêu quốc gia", "huy động nguồn lực xã hội hóa",
    ];

    /// <summary>Sixty sentences with all tones and marks, in which the same clauses stand in ever other orders.</summary>
    public static IReadOnlyList<string> Sentences { get; } = Enumerable.Range(1, 60).Select(i =>
        $"Nhiệm vụ thứ {i}: {string.Join("; ", Enumerable.Range(0, 5).Select(part => Clauses[(i + (part * ((i % 6) + 1))) % Clauses.Length]))}.").ToList();

    public Document Read(string name) => Reading.Bytes(File.ReadAllBytes(Path.Combine(_folder, name + ".pdf")), name + ".pdf");

    public Document Typed(string name) => Reading.Bytes(File.ReadAllBytes(Path.Combine(_folder, name + ".docx")), name + ".docx");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Sixty rows with headings that are repeated on each page, and cells of several lines that page breaks cut.</summary>
    private static string LongTable() => Grid([900, 5600, 2600],
        Heading("TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì"),
        Enumerable.Range(1, 60).Select(i => Row(
            Cell($"{i}"), Cell($"Rà soát, hoàn thiện quy hoạch và bố trí kinh phí cho công trình thứ {i}, bảo đảm tiến độ; gắn trách nhiệm của người đứng đầu với kết quả thực hiện hằng năm"), Cell(i % 2 == 0 ? "Sở Xây dựng" : "Sở Tài chính"))));

    private static string WideTable() => Grid(Enumerable.Repeat(1400, 10).ToArray(),
        Row([.. Enumerable.Range(1, 10).Select(column => Cell($"Cột số {column}"))]),
        Enumerable.Range(1, 6).Select(row => row == 3
            ? Row(Cell("Tổng cộng toàn tỉnh", """<w:gridSpan w:val="4"/>"""), Cell("chưa giao", """<w:gridSpan w:val="6"/>"""))
            : Row([.. Enumerable.Range(1, 10).Select(column => Cell($"{row}.{column}00"))])));

    /// <summary>A heading cell whose text runs upwards, as wide tables have it.</summary>
    private static string Upright() => Grid([900, 4000, 2000],
        Row(Cell("Số thứ tự", """<w:textDirection w:val="btLr"/>"""), Cell("Chỉ tiêu"), Cell("Năm 2025"))
            .Replace("<w:tr>", """<w:tr><w:trPr><w:trHeight w:val="1800"/></w:trPr>""", StringComparison.Ordinal),
        [Row(Cell("1"), Cell("Tỷ lệ hộ nghèo"), Cell("2,5%"))]);

    private static string Unruled() => P("Phân công thực hiện như sau:", Justified)
        + """<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="4500"/><w:gridCol w:w="4500"/></w:tblGrid>"""
        + Row(Cell("Sở Y tế", Half), Cell("Chủ trì", Half)) + Row(Cell("Sở Tài chính", Half), Cell("Phối hợp", Half))
        + Row(Cell("Công an tỉnh", Half), Cell("Phối hợp", Half)) + Row(Cell("Sở Nội vụ", Half), Cell("Theo dõi", Half)) + "</w:tbl>" + P("Hết.");

    private static string Grid(int[] widths, string first, IEnumerable<string> rows) =>
        $"<w:tbl><w:tblPr>{Lines}<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>{string.Concat(widths.Select(width => $"<w:gridCol w:w=\"{width}\"/>"))}</w:tblGrid>{first}{string.Concat(rows)}</w:tbl>" + P("Hết.");

    private static string Heading(params string[] cells) => Row(cells.Select(cell => Cell(cell)).ToArray()).Replace("<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>", StringComparison.Ordinal);

    private void Write(string name, string body) => File.WriteAllBytes(Path.Combine(_folder, name + ".docx"), new DocxBuilder(body).Bytes());

    private void Convert()
    {
        using var office = Process.Start(new ProcessStartInfo("soffice",
            [$"-env:UserInstallation={new Uri(Path.Combine(_folder, "profile")).AbsoluteUri}", "--headless", "--convert-to", "pdf", "--outdir", _folder, .. Directory.GetFiles(_folder, "*.docx")])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        office.WaitForExit();
    }
}
