using Plans.Ingest.Sandbox;

namespace Plans.Ingest.Formats.Pdf;

/// <summary>The foreign programs that read PDF, and their limits.</summary>
internal sealed class PdfTools(ReadLimits limits)
{
    private const string Poppler = "poppler-utils";

    public ChildCommand Words(string path) => Command("pdftotext", Poppler, ["-q", "-bbox-layout", "-enc", "UTF-8", path, "-"]);

    public ChildCommand Words(string path, int page) => Command("pdftotext", Poppler, ["-q", "-bbox-layout", "-enc", "UTF-8", "-f", $"{page}", "-l", $"{page}", path, "-"]) with { Time = limits.PageTime };

    /// <summary>Lines of text with the names of their fonts.</summary>
    public ChildCommand Fonts(string path) => Command("pdftohtml", Poppler, ["-q", "-xml", "-i", "-fontfullname", "-stdout", path]);

    /// <summary>All objects without the contents of streams.</summary>
    public ChildCommand Objects(string path) =>
        Command("qpdf", "qpdf", ["--json=2", "--json-key=pages", "--json-key=qpdf", "--json-stream-data=none", path]);

    /// <summary>Some streams, decoded.</summary>
    public ChildCommand Streams(string path, IEnumerable<PdfReference> objects) =>
        Command("qpdf", "qpdf", ["--json=2", "--json-key=qpdf", "--json-stream-data=inline", "--decode-level=generalized", .. objects.Select(o => $"--json-object={o.Argument}"), path]);

    /// <summary>The pixels of a picture as they are kept in the file: a third of what drawing the page costs, and less for colours.</summary>
    public ChildCommand Pixels(string path, PdfReference picture) =>
        Command("qpdf", "qpdf", [$"--show-object={picture.Argument}", "--filtered-stream-data", "--decode-level=all", path]) with { Time = limits.PageTime };

    /// <summary>A page as image, without the stamps that signatures print over it, in a format without compression: packing it would take longer than drawing it.</summary>
    public ChildCommand Image(string path, int page, int dotsPerInch, bool isGrey) =>
        Command("pdftoppm", Poppler, ["-q", .. (IReadOnlyList<string>)(isGrey ? ["-gray"] : []), "-hide-annotations", "-r", $"{dotsPerInch}", "-f", $"{page}", "-l", $"{page}", path]) with { Time = limits.PageTime };

    /// <summary>A part of a page as image; place and size in pixels.</summary>
    public ChildCommand Part(string path, int page, int dotsPerInch, string left, string top, string width, string height) =>
        Command("pdftoppm", Poppler, ["-q", "-gray", "-hide-annotations", "-r", $"{dotsPerInch}", "-f", $"{page}", "-l", $"{page}", "-x", left, "-y", top, "-W", width, "-H", height, path]) with { Time = limits.PageTime };

    private ChildCommand Command(string program, string package, IReadOnlyList<string> arguments) => new(program, package, arguments)
    {
        Time = limits.FileTime,
        MemoryBytes = limits.ChildMemoryBytes,
        OutputBytes = limits.ChildOutputBytes,
    };
}
