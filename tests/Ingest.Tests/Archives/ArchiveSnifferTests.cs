using System.Text;
using Plans.Ingest.Archives;
using static Plans.Ingest.Tests.DocxBuilder;

namespace Plans.Ingest.Tests.Archives;

/// <summary>What is an archive, whatever its name says.</summary>
public class ArchiveSnifferTests
{
    private static readonly byte[] Docx = new DocxBuilder(P("KẾ HOẠCH")).Bytes();
    private static readonly byte[] Zip = Zips.Of(("a.txt", "A"), ("b.txt", "B"));

    public static TheoryData<string, byte[], ArchiveKind?> Files => new()
    {
        { "a.zip", Zip, ArchiveKind.Zip },
        { "a.docx", Zip, ArchiveKind.Zip },
        { "a.rar", Zip, ArchiveKind.Zip },
        { "a.zip", Zip[..40], ArchiveKind.Zip },
        { "a.zip", Docx, null },
        { "a.docx", Docx[..(Docx.Length / 2)], null },
        { "a.bin", Docx[..(Docx.Length / 2)], null },
        { "a.odt", Zips.Of(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>")), null },
        { "a.zip", Zips.Of(("a/x.docx", "word/document.xml")), ArchiveKind.Zip },
        { "a.zip", Rars.Rar4(new RarFile("a", "A")), ArchiveKind.Rar4 },
        { "a.zip", Rars.Rar5(null, new RarFile("a", "A")), ArchiveKind.Rar5 },
        { "a.txt", Tars.Of(("a", "A"u8.ToArray())), ArchiveKind.Tar },
        { "a.txt", Encoding.UTF8.GetBytes("From: a@b.vn\r\nTo: c@d.vn\r\nMIME-Version: 1.0\r\n\r\nx"), ArchiveKind.Mail },
        { "a.eml", Encoding.UTF8.GetBytes("Kính gửi: Sở Tài chính\nSố: 12/KH-UBND\n"), null },
        { "a.txt", Encoding.UTF8.GetBytes("From: đầu năm\nTo: cuối năm\n"), null },
        { "a.txt", "Rar!"u8.ToArray(), null },
        { "a.pdf", "%PDF-1.4"u8.ToArray(), null },
        { "a.tar", new byte[2048], null },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void The_bytes_decide(string name, byte[] bytes, ArchiveKind? kind)
    {
        using var file = new MemoryStream(bytes);

        Assert.Equal(kind, ArchiveSniffer.KindOf(file, name));
    }
}
