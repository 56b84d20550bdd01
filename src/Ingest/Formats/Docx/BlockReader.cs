using DocumentFormat.OpenXml;
using Plans.Ingest.Building;
using Plans.Ingest.Encodings;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Plans.Ingest.Formats.Docx;

/// <summary>Reads paragraphs and tables in order, wherever they stand: in the body, in cells, text boxes, notes, headers.</summary>
internal sealed class BlockReader
{
    private readonly StyleSheet _styles;
    private readonly ListNumbering _lists;
    private readonly PageCounter _pages;
    private readonly InlineReader _inline;
    private readonly TableReader _tables;
    private string _carried = "";

    public BlockReader(StyleSheet styles, ListNumbering lists, PageCounter pages, ReadLimits limits, string fileName)
    {
        _styles = styles;
        _lists = lists;
        _pages = pages;
        _inline = new InlineReader(styles, pages, new LegacyText());
        _tables = new TableReader(this, styles, pages, limits, fileName);
    }

    /// <summary>Whether some content was of a kind that is not read (w:altChunk).</summary>
    public bool MetForeignContent { get; private set; }

    /// <param name="inCell">In a cell a paragraph may consist of its automatic number alone.</param>
    public IEnumerable<RawBlock> Read(IEnumerable<OpenXmlElement> elements, bool inCell = false, bool inContents = false) =>
        elements.SelectMany(element => Read(element, inCell, inContents));

    /// <summary>Reads a part of its own (a note, a header), in which no field of another part is open.</summary>
    public IEnumerable<RawBlock> ReadPart(IEnumerable<OpenXmlElement> elements)
    {
        _inline.Reset();
        return Read(elements);
    }

    private IEnumerable<RawBlock> Read(OpenXmlElement element, bool inCell, bool inContents)
    {
        switch (element)
        {
            case W.Paragraph paragraph:
                return ReadParagraph(paragraph, inCell, inContents);
            case W.Table table:
                return _tables.Read(table);
            case W.SdtBlock control:
                return Read(control.SdtContentBlock?.ChildElements ?? Enumerable.Empty<OpenXmlElement>(), inCell, inContents || IsContents(control));
            case AlternateContent alternatives:
                return Read(InlineReader.Chosen(alternatives)?.ChildElements ?? Enumerable.Empty<OpenXmlElement>(), inCell, inContents);
            case W.CustomXmlBlock or W.InsertedRun or W.MoveToRun:
                return Read(element.ChildElements, inCell, inContents);
            case W.AltChunk:
                MetForeignContent = true;
                return [];
            default:
                return [];
        }
    }

    private List<RawBlock> ReadParagraph(W.Paragraph paragraph, bool inCell, bool inContents)
    {
        var properties = paragraph.ParagraphProperties;
        var styleId = properties?.ParagraphStyleId?.Val?.Value;
        var style = StyleReading.OverParagraph(_styles.Paragraph(styleId), properties);
        if (Values.IsOnOrNull(properties?.PageBreakBefore) == true)
        {
            _pages.AuthorsBreak();
        }

        var text = _inline.Read(paragraph, style);
        var boxes = _inline.TextBoxes;
        var blocks = new List<RawBlock>();
        var words = CleanText.Of(_carried + text.Decoded());
        if (IsMarkDeleted(properties))
        {
            // With its mark deleted the paragraph runs on into the next one.
            _carried = words;
        }
        else
        {
            _carried = "";
            AddLines(words, text, style, Number(style, styleId, inCell, words), inContents, blocks);
        }

        blocks.AddRange(boxes.SelectMany(box => Read(box.ChildElements)));
        if (properties?.SectionProperties is { } section && Values.Of(section.GetFirstChild<W.SectionType>()?.Val) is not W.SectionMarkValues.Continuous)
        {
            _pages.AuthorsBreak();
        }

        return blocks;
    }

    private string? Number(StyleFacts style, string? styleId, bool inCell, string words)
    {
        if (style.List is not > 0 || (string.IsNullOrWhiteSpace(words) && !inCell))
        {
            return null;
        }

        return _lists.Next(style.List.Value, style.ListLevel ?? _lists.LevelOfStyle(style.List.Value, styleId));
    }

    private void AddLines(string words, InlineText text, StyleFacts style, string? number, bool inContents, List<RawBlock> blocks)
    {
        var look = new ParagraphStyle
        {
            Bold = text.Bold,
            Italic = text.Italic,
            Capitals = text.Capitals,
            FontSize = text.FontSize,
            Indent = style.Indent ?? (style.List is { } list ? _lists.Indent(list, style.ListLevel ?? 0) : null),
            Alignment = style.Alignment,
            HeadingLevel = style.HeadingLevel,
            ListNumber = number,
        };
        var role = inContents || style.IsContents ? BlockRole.Contents : BlockRole.Body;
        var page = text.Page ?? _pages.Page;
        var gapped = InlineText.Gapped(words);
        blocks.AddRange(InlineText.Lines(words, number).Select((line, i) => new RawParagraph(line, page, i == 0 ? look : look with { ListNumber = null }, role, gapped)));
    }

    private static bool IsMarkDeleted(W.ParagraphProperties? properties) =>
        properties?.ParagraphMarkRunProperties is { } mark && (mark.GetFirstChild<W.Deleted>() is not null || mark.GetFirstChild<W.MoveFrom>() is not null);

    private static bool IsContents(W.SdtBlock control) =>
        control.SdtProperties?.Descendants<W.DocPartGallery>().Any(gallery => gallery.Val?.Value == "Table of Contents") == true;
}
