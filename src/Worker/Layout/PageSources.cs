using System.Globalization;
using Plans.Ingest;

namespace Plans.Worker.Layout;

/// <summary>How each page of a document was read, in words: its text layer, recognition with its mean confidence, or the format itself.</summary>
internal sealed class PageSources
{
    private static readonly Dictionary<string, string> Formats = new(StringComparer.Ordinal)
    {
        ["application/pdf"] = "text layer",
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = "DOCX",
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = "XLSX",
        ["application/msword"] = "DOC",
        ["application/rtf"] = "RTF",
        ["application/vnd.oasis.opendocument.text"] = "ODT",
        ["application/vnd.ms-excel"] = "XLS",
        ["application/vnd.oasis.opendocument.spreadsheet"] = "ODS",
        ["text/html"] = "HTML",
        ["text/markdown"] = "Markdown",
        ["text/plain"] = "plain text",
    };

    private readonly Document _document;
    private readonly ILookup<int, Word> _words;

    public PageSources(Document document)
    {
        _document = document;
        _words = document.Words.ToLookup(word => word.Page);
    }

    public int WordsOn(int page) => _words[page].Count();

    public string Of(PageRecord page) => page.Source switch
    {
        PageSource.Text => Formats.GetValueOrDefault(_document.MediaType, _document.MediaType),
        PageSource.Ocr => _words[page.Number].Any()
            ? string.Create(CultureInfo.InvariantCulture, $"OCR, mean confidence {_words[page.Number].Average(word => word.Confidence):0.00}")
            : "OCR",
        PageSource.Blank => "blank",
        _ => $"failed: {page.Reason ?? "no reason is known"}",
    };
}
