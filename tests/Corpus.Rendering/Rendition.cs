using Plans.Corpus.Rendering.Legacy;
using Plans.Corpus.Rendering.Scans;
using Plans.Corpus.Rendering.Typesetting;
using Plans.Corpus.Rendering.Web;
using Plans.Corpus.Rendering.Word;

namespace Plans.Corpus.Rendering;

/// <summary>A form in which every plan of the corpus is rendered.</summary>
/// <param name="Name">The folder of its files.</param>
/// <param name="Ending">Of the file names, without the dot.</param>
public abstract record Rendition(string Name, string Ending)
{
    public static readonly Rendition Docx = new Written("docx", "docx", Typing.Unicode, DocxWriter.Write);
    public static readonly Rendition Text = new Written("txt", "txt", Typing.Unicode, PlainText.Write);
    public static readonly Rendition Pdf = new Saved("pdf", "pdf", Docx);

    private static readonly Rendition Tcvn3Docx = new Written("tcvn3-docx", "docx", Typing.Tcvn3, DocxWriter.Write);
    private static readonly Rendition VniDocx = new Written("vni-docx", "docx", Typing.Vni, DocxWriter.Write);

    /// <summary>Each stands after the one from which it is made.</summary>
    public static readonly IReadOnlyList<Rendition> All =
    [
        Docx, Text, Pdf,
        new Written("html", "html", Typing.Unicode, HtmlWriter.Write),
        Tcvn3Docx, VniDocx,
        new Written("tcvn3-html", "html", Typing.Tcvn3, HtmlWriter.Write),
        new Written("vni-html", "html", Typing.Vni, HtmlWriter.Write),
        new Written("tcvn3-txt", "txt", Typing.Tcvn3, PlainText.Write),
        new Written("vni-txt", "txt", Typing.Vni, PlainText.Write),
        new Saved("doc", "doc", Docx),
        new Saved("rtf", "rtf", Docx),
        new Saved("odt", "odt", Docx),
        new Saved("tcvn3-doc", "doc", Tcvn3Docx),
        new Saved("tcvn3-rtf", "rtf", Tcvn3Docx),
        new Saved("vni-rtf", "rtf", VniDocx),
        new Scanned("scan-clean", Pdf, ScanQuality.Clean),
        new Scanned("scan-bad", Pdf, ScanQuality.Bad),
    ];

    public static Rendition Named(string name) => All.Single(rendition => rendition.Name == name);
}

/// <summary>Written by us: the same bytes each time.</summary>
public sealed record Written(string Name, string Ending, Typing Typing, Func<TypesetPlan, Typing, byte[]> Write) : Rendition(Name, Ending);

/// <summary>Saved by LibreOffice from another rendition: the same content each time.</summary>
public sealed record Saved(string Name, string Ending, Rendition From) : Rendition(Name, Ending);

/// <summary>Printed and scanned: the same bytes each time, as far as Poppler draws the same.</summary>
public sealed record Scanned(string Name, Rendition From, ScanQuality Quality) : Rendition(Name, "pdf");
