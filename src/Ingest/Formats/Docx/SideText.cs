using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Plans.Ingest.Building;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Plans.Ingest.Formats.Docx;

/// <summary>What stands outside the text flow: notes, then headers and footers.</summary>
internal static class SideText
{
    public static IEnumerable<RawBlock> Of(MainDocumentPart main, BlockReader reader)
    {
        var notes = Notes(main.FootnotesPart?.Footnotes).Concat(Notes(main.EndnotesPart?.Endnotes));
        foreach (var block in notes.SelectMany(note => reader.ReadPart(note.ChildElements)))
        {
            yield return WithRole(block, BlockRole.Footnote);
        }

        var running = main.HeaderParts.Select(part => (OpenXmlElement?)part.Header).Concat(main.FooterParts.Select(part => part.Footer));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in running.OfType<OpenXmlElement>().SelectMany(part => reader.ReadPart(part.ChildElements)))
        {
            // The same header stands in a document once for each section; a page number says nothing.
            var text = TextOf(block);
            if (text.Any(char.IsLetter) && seen.Add(text))
            {
                yield return WithRole(block, BlockRole.RunningHeader);
            }
        }
    }

    /// <summary>Without the separator lines, which are kept as notes of another type.</summary>
    private static IEnumerable<W.FootnoteEndnoteType> Notes(OpenXmlElement? notes) =>
        notes?.Elements<W.FootnoteEndnoteType>().Where(note => Values.Of(note.Type) is null or W.FootnoteEndnoteValues.Normal) ?? [];

    private static RawBlock WithRole(RawBlock block, BlockRole role) => block switch
    {
        RawParagraph paragraph => paragraph with { Role = role },
        RawTable table => table with { Role = role },
        _ => block,
    };

    private static string TextOf(RawBlock block) => block switch
    {
        RawParagraph paragraph => paragraph.Text,
        RawTable table => string.Join('\n', table.Rows.SelectMany(row => row.Cells).Select(cell => cell.Text)),
        _ => "",
    };
}
