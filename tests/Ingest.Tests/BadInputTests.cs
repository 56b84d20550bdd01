using System.IO.Compression;
using System.Text;
using static Plans.Ingest.Tests.DocxBuilder;

namespace Plans.Ingest.Tests;

public class BadInputTests
{
    private static readonly byte[] Docx = new DocxBuilder(P("KẾ HOẠCH"), P("Phát triển kinh tế")).Bytes();

    public static TheoryData<string, byte[], string> Unreadable => new()
    {
        { "trong.txt", [], FailureReasons.Empty },
        { "trang.txt", "  \r\n\t\n"u8.ToArray(), FailureReasons.Empty },
        { "mot-byte.pdf", [1], FailureReasons.UnsupportedFormat },
        { "ba-byte.docx", "abc"u8.ToArray(), FailureReasons.Damaged },
        { "~$ke-hoach.docx", Docx, FailureReasons.LockFile },
        { "nua.docx", Docx[..(Docx.Length / 2)], FailureReasons.Damaged },
        { "nua.bin", Docx[..(Docx.Length / 2)], FailureReasons.Damaged },
        { "dtd.docx", new DocxBuilder(P("x")).Prolog("""<!DOCTYPE x [<!ENTITY a "b">]>""").Bytes(), FailureReasons.DtdProhibited },
        { "hong.docx", new DocxBuilder("<w:p><w:r>").Bytes(), FailureReasons.Damaged },
        { "rong.docx", new DocxBuilder("<w:p/>").Bytes(), FailureReasons.Empty },
        { "sau.docx", new DocxBuilder(Nested(400)).Bytes(), FailureReasons.LimitExceeded },
        { "khoa.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")], FailureReasons.Encrypted },
        { "cu.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], FailureReasons.Damaged },
        { "anh.docx", Zip("anh.png", "x"u8.ToArray()), FailureReasons.UnsupportedFormat },
        { "ke-hoach.pdf", "%PDF-1.4\n%âãÏÓ\n1 0 obj"u8.ToArray(), FailureReasons.Damaged },
        { "so.bin", [1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18, 19, 20, 0], FailureReasons.UnsupportedFormat },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void It_is_refused_with_the_reason_the_name_and_what_to_do(string name, byte[] bytes, string reason)
    {
        var refusal = Reading.Refused(bytes, name);

        Assert.Equal(reason, refusal.Reason);
        Assert.Contains(name, refusal.Message, StringComparison.Ordinal);
        Assert.NotEmpty(refusal.Advice);
    }

    [Fact]
    public void A_part_that_unzips_to_more_than_the_limit_is_refused()
    {
        var bytes = new DocxBuilder(P(new string('a', 3 << 20))).Bytes();

        Assert.Equal(FailureReasons.LimitExceeded, Reading.Refused(bytes, "bom.docx").Reason);
        Assert.Equal(FailureReasons.LimitExceeded, Reading.Refused(bytes, "bom.docx", new ReadLimits { Ratio = 100_000, PartBytes = 2 << 20 }).Reason);
    }

    [Fact]
    public void A_high_ratio_below_the_floor_is_no_bomb() =>
        Assert.Equal(900_000, new DocxBuilder(P(new string('a', 900_000))).Read().Text.Length - 1);

    [Fact]
    public void A_text_of_200_MB_is_refused()
    {
        var bytes = new byte[200 << 20];
        Array.Fill(bytes, (byte)'a');

        Assert.Equal(FailureReasons.LimitExceeded, Reading.Refused(bytes, "lon.txt").Reason);
    }

    [Theory]
    [InlineData(11, 11)]
    [InlineData(10, 11)]
    public void A_file_above_its_limit_is_refused(int limit, int length)
    {
        var read = Record.Exception(() => new DocumentReader(new ReadLimits { FileBytes = limit }).Read(new FileContent("a.txt", new byte[length].Select(_ => (byte)'a').ToArray())));

        Assert.Equal(length > limit, read is UnreadableFileException { Reason: FailureReasons.LimitExceeded });
    }

    [Fact]
    public void A_table_above_its_limit_is_refused()
    {
        var table = Table("", Row(Cell("a"), Cell("b")), Row(Cell("c"), Cell("d")));

        var refusal = Reading.Refused(new DocxBuilder(table).Bytes(), "bang.docx", new ReadLimits { TableCells = 3 });
        Assert.Equal(FailureReasons.LimitExceeded, refusal.Reason);
        Assert.StartsWith("bang.docx", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_named_docx_is_read_as_text()
    {
        var document = Reading.Text("KẾ HOẠCH\nPhát triển kinh tế - xã hội", "ke-hoach.docx");

        Assert.Equal("text/plain", document.MediaType);
        Assert.Equal("ending-misleads", Assert.Single(document.Warnings).Code);
    }

    [Fact]
    public void Control_characters_are_left_out_with_a_warning()
    {
        var document = Reading.Text("Kế\0 hoạch\u0007 năm 2024");

        Assert.Equal("Kế hoạch năm 2024\n", document.Text);
        Assert.Equal("control-characters-removed", Assert.Single(document.Warnings).Code);
    }

    public static TheoryData<byte[]> Encodings => new()
    {
        Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes("Kế hoạch\r\nđào tạo nghề")).ToArray(),
        Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("Kế hoạch\r\nđào tạo nghề")).ToArray(),
        Encoding.BigEndianUnicode.GetPreamble().Concat(Encoding.BigEndianUnicode.GetBytes("Kế hoạch\r\nđào tạo nghề")).ToArray(),
        Encoding.Unicode.GetBytes("Kế hoạch\r\nđào tạo nghề"),
        Encoding.UTF8.GetBytes("Kế hoạch\nđào tạo nghề".Normalize(NormalizationForm.FormD)),
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Unicode_is_read_however_it_is_written(byte[] bytes) =>
        Assert.Equal("Kế hoạch đào tạo nghề\n", Reading.Bytes(bytes, "ke-hoach.txt").Text);

    [Fact]
    public void A_damaged_byte_costs_one_letter_and_is_told()
    {
        var bytes = Encoding.UTF8.GetBytes("Kế hoạch đào tạo nghề cho lao động nông thôn năm 2024 của tỉnh");
        bytes[Array.IndexOf(bytes, (byte)'4')] = 0xB4;
        var document = Reading.Bytes(bytes, "ke-hoach.txt");

        Assert.Equal("Kế hoạch đào tạo nghề cho lao động nông thôn năm 202\uFFFD của tỉnh\n", document.Text);
        Assert.Equal("bytes-unreadable", Assert.Single(document.Warnings).Code);
    }

    [Fact]
    public void A_text_in_utf16_may_be_cut_inside_a_letter() =>
        Assert.Equal("Kế hoạch\n", Reading.Bytes([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("Kế hoạch"), 0x41], "ke-hoach.txt").Text);

    [Fact]
    public void Form_feeds_count_pages()
    {
        var document = Reading.Text("Trang một.\n\fTrang hai.\n\fTrang ba.");

        Assert.Equal([1, 2, 3], document.Blocks.Select(block => block.Page));
        Assert.Equal(3, document.Pages.Count);
    }

    private static string Nested(int depth) =>
        string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", depth)) + P("x") + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", depth));

    private static byte[] Zip(string name, byte[] content)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry(name).Open())
        {
            entry.Write(content);
        }

        return file.ToArray();
    }
}
