using System.IO.Compression;
using System.Net;
using System.Text;
using Plans.Extraction;

namespace Plans.Web.Tests.Browsers;

/// <summary>The pages of a Word document, as LibreOffice sets them.</summary>
public sealed class OfficePageTests(OfficePageTests.OfficeSite site) : IClassFixture<OfficePageTests.OfficeSite>
{
    [Fact]
    public async Task A_word_document_is_looked_at_page_by_page()
    {
        var plan = await site.Page("/plans/1");
        var page = await site.Page(plan.Link("Ảnh trang"));
        Assert.Equal("Trang 1 / 2", page.One(".pager [aria-current]").Seen());
        Assert.StartsWith("Ảnh do LibreOffice dựng lại", page.One("main .notice").Seen());
        var image = await site.Get("/plans/1/pages/2/image");
        Assert.Equal("image/jpeg", image.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get("/plans/1/pages/3")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get("/plans/1/pages/3/image")).StatusCode);

        // Set once, then kept.
        Assert.Equal(["jpg", "pdf"], Directory.GetFiles(Path.Combine(site.Folder, "page-images")).Select(file => Path.GetExtension(file)[1..]).Order());
    }

    [Fact]
    public async Task What_cannot_be_set_leads_to_the_text()
    {
        var page = await site.Page("/plans/2/pages/1");
        Assert.StartsWith("Không dựng được ảnh", page.One("main .notice").Seen());
        Assert.Equal("/plans/2/text", page.Link("Đọc nguyên văn"));
    }

    public sealed class OfficeSite : Site
    {
        private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

        public override async Task InitializeAsync()
        {
            Save("hai-trang.docx", Plan("1/KH-UBND"), Docx());
            Save("hong.docx", Plan("2/KH-UBND"), "PK but no document"u8.ToArray());
            await base.InitializeAsync();
        }

        private static SamplePlan Plan(string number) => new(new DocumentFields { Type = "Kế hoạch", Number = number, Title = "Đường làng" }, $"I. MỤC TIÊU {number}")
        {
            MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        };

        private static byte[] Docx()
        {
            using var file = new MemoryStream();
            using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
            {
                Part(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""");
                Part(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""");
                Part(zip, "word/document.xml", $"""<w:document xmlns:w="{Main}"><w:body><w:p><w:r><w:t>Trang một</w:t></w:r></w:p><w:p><w:r><w:br w:type="page"/><w:t>Trang hai</w:t></w:r></w:p></w:body></w:document>""");
            }

            return file.ToArray();
        }

        private static void Part(ZipArchive zip, string name, string content)
        {
            using var part = zip.CreateEntry(name).Open();
            part.Write(Encoding.UTF8.GetBytes($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{content}"""));
        }
    }
}
