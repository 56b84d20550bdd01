using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Plans.Bench.Loads;

/// <summary>
/// Plans made for the benchmark of loads, a third each as text, DOCX and PDF, every one of a content of its own. LibreOffice prints a
/// few dozen; each is used again and again with a comment behind its end, so that its bytes differ, since printing thousands takes hours.
/// </summary>
internal sealed class LoadFiles : IDisposable
{
    private const int Printed = 24;

    private static readonly string[] Provinces = ["Lạng Sơn", "Lào Cai", "Hòa Bình", "Huế", "Cà Mau", "Đắk Lắk", "Nghệ An", "Tây Ninh"];

    private static readonly string[] Words =
        ("công tác quản lý nhà nước nâng cao chất lượng dạy nghề việc làm nông thôn hộ nghèo trẻ em phụ nữ thanh niên rừng biển du lịch hạ tầng "
        + "giao thông thủy lợi chuyển đổi số doanh nghiệp hợp tác xã vốn đầu tư ngân sách địa phương giám sát đánh giá kiểm tra báo cáo").Split(' ');

    private readonly Random _random = new(7);

    public LoadFiles(int count)
    {
        var originals = Enumerable.Range(0, Math.Min(Printed, count)).Select(number => Write($"source/{number}.docx", Docx(Plan(100_000 + number)))).ToList();
        BenchFiles.Run("soffice", [$"-env:UserInstallation={new Uri(Path.Combine(Root, "profile")).AbsoluteUri}", "--headless", "--convert-to", "pdf", "--outdir", Path.Combine(Root, "source"), .. originals]);
        var printed = originals.Select(path => File.ReadAllBytes(Path.ChangeExtension(path, ".pdf"))).ToList();
        for (var number = 0; number < count; number++)
        {
            var folder = $"plans/{number / 500}";
            _ = (number % 3) switch
            {
                0 => Write($"{folder}/{number}.txt", Encoding.UTF8.GetBytes(Plan(number))),
                1 => Write($"{folder}/{number}.docx", Docx(Plan(number))),
                _ => Write($"{folder}/{number}.pdf", [.. printed[number % printed.Count], .. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"% {number}\n"))]),
            };
        }
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("plans-loads-").FullName;

    public string Plans => Path.Combine(Root, "plans");

    public IReadOnlyList<string> All => [.. Directory.GetFiles(Plans, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private string Plan(int number)
    {
        var province = Provinces[number % Provinces.Length];
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"ỦY BAN NHÂN DÂN\nTỈNH {province.ToUpperInvariant()}\nSố: {number}/KH-UBND\n{province}, ngày {1 + (number % 28)} tháng 3 năm {2010 + (number % 15)}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"KẾ HOẠCH\n{Some(12)}\n\nCăn cứ Luật Giáo dục nghề nghiệp ngày 27 tháng 11 năm 2014;\n\nI. MỤC TIÊU\n\n");
        for (var target = 1; target <= 12; target++)
        {
            text.Append(CultureInfo.InvariantCulture, $"- Tỷ lệ {Some(5)} đạt {_random.Next(10, 99)}%; {Some(25)}.\n\n");
        }

        text.Append("II. NHIỆM VỤ\n\n");
        for (var task = 1; task <= 12; task++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{task}. {Some(40)}. {Some(40)}.\n\nSở Tài chính chủ trì, phối hợp với Sở Y tế {Some(12)}; hoàn thành trước ngày 15/12/2024.\n\n");
        }

        return text.ToString();
    }

    private string Some(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[_random.Next(Words.Length)]));

    private static byte[] Docx(string text)
    {
        var body = string.Concat(text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => $"<w:p><w:r><w:t xml:space=\"preserve\">{SecurityElement.Escape(line)}</w:t></w:r></w:p>"));
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""");
            Part(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""");
            Part(zip, "word/document.xml", $"""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>""");
        }

        return bytes.ToArray();
    }

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using var part = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
        part.Write(Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8"?>"""));
        part.Write(Encoding.UTF8.GetBytes(xml));
    }
}
