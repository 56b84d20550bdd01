using System.IO.Compression;
using System.Text;

namespace Plans.Ingest.Tests;

/// <summary>Writes small DOCX files from pieces of WordprocessingML, so that a test shows exactly what Word would have written.</summary>
internal sealed class DocxBuilder
{
    private const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Namespaces = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
        xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
        """;

    private readonly Dictionary<string, (string Root, string Content)> _parts = new(StringComparer.Ordinal);
    private string _prolog = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    public DocxBuilder(params string[] body) => _parts["document"] = ("document", $"<w:body>{string.Concat(body)}</w:body>");

    /// <summary>Whether the namespaces of ISO 29500 strict are written.</summary>
    public bool Strict { get; init; }

    public DocxBuilder Styles(string styles) => With("styles", "styles", styles);

    public DocxBuilder Numbering(string numbering) => With("numbering", "numbering", numbering);

    public DocxBuilder Footnotes(string notes) => With("footnotes", "footnotes", notes);

    public DocxBuilder Header(string content) => With("header", "hdr", content);

    public DocxBuilder Footer(string content) => With("footer", "ftr", content);

    public DocxBuilder Prolog(string prolog)
    {
        _prolog = prolog;
        return this;
    }

    public Document Read() => Reading.Bytes(Bytes(), "ke-hoach.docx");

    public byte[] Bytes()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"""
                + """<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>"""
                + string.Concat(_parts.Keys.Select(part => $"""<Override PartName="/word/{part}.xml" ContentType="{Main}{(part == "document" ? "document.main" : part)}+xml"/>"""))
                + "</Types>");
            Write(zip, "_rels/.rels", Relationships([$"""<Relationship Id="r0" Type="{Relations}officeDocument" Target="word/document.xml"/>"""]));
            Write(zip, "word/_rels/document.xml.rels", Relationships(_parts.Keys.Where(part => part != "document")
                .Select((part, i) => $"""<Relationship Id="r{i + 1}" Type="{Relations}{part}" Target="{part}.xml"/>""")));
            foreach (var (part, (root, content)) in _parts)
            {
                Write(zip, $"word/{part}.xml", $"{_prolog}<w:{root} {Namespaces}>{content}</w:{root}>");
            }
        }

        return file.ToArray();
    }

    /// <summary>A paragraph of one run.</summary>
    public static string P(string text, string properties = "", string run = "") =>
        $"""<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>""";

    /// <summary>A paragraph of an automatic list.</summary>
    public static string Item(int list, int level, string text) =>
        P(text, $"""<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>""");

    /// <summary>A paragraph whose runs are given.</summary>
    public static string Runs(params string[] runs) => $"<w:p>{string.Concat(runs)}</w:p>";

    public static string R(string text) => $"""<w:r><w:t xml:space="preserve">{text}</w:t></w:r>""";

    public static string Table(string properties, params string[] rows) => $"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid/>{string.Concat(rows)}</w:tbl>";

    public static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    public static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{string.Concat(text.Split('|').Select(line => P(line)))}</w:tc>";

    private static string Relationships(IEnumerable<string> relations) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(relations)}</Relationships>""";

    private DocxBuilder With(string part, string root, string content)
    {
        _parts[part] = (root, content);
        return this;
    }

    private void Write(ZipArchive zip, string name, string content)
    {
        content = Strict
            ? content.Replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
                .Replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships")
            : content;
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(content));
    }
}
