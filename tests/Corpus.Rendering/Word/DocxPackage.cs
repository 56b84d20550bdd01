using System.IO.Compression;
using System.Text;

namespace Plans.Corpus.Rendering.Word;

/// <summary>Packs the parts of a DOCX; the same parts give the same bytes.</summary>
internal static class DocxPackage
{
    private const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Namespaces = $"""xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{Relations}" """;

    private static readonly DateTimeOffset Always = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="parts">Name of the part (document, styles …), its root element, its content. The document refers to the n-th part as "rN".</param>
    public static byte[] Of(params IReadOnlyList<(string Name, string Root, string Content)> parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"""
                + """<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>"""
                + string.Concat(parts.Select(part => $"""<Override PartName="/word/{part.Name}.xml" ContentType="{Main}{(part.Name == "document" ? "document.main" : part.Name)}+xml"/>""")) + "</Types>");
            Write(zip, "_rels/.rels", Relationships([("r0", "officeDocument", "word/document.xml")]));
            Write(zip, "word/_rels/document.xml.rels", Relationships(parts.Select((part, i) => ($"r{i}", part.Name, part.Name + ".xml")).Where(part => part.Name != "document")));
            foreach (var (name, root, content) in parts)
            {
                Write(zip, $"word/{name}.xml", $"<w:{root} {Namespaces}>{content}</w:{root}>");
            }
        }

        return file.ToArray();
    }

    private static string Relationships(IEnumerable<(string Id, string Type, string Target)> relations) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(relations.Select(one =>
            $"""<Relationship Id="{one.Id}" Type="{Relations}/{one.Type}" Target="{one.Target}"/>"""))}</Relationships>""";

    private static void Write(ZipArchive zip, string name, string content)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = Always;
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(Declaration + content));
    }
}
