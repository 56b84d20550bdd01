using System.Text;

namespace Plans.Ingest.Tests;

/// <summary>Words of a file in, what the reader made of it out.</summary>
internal static class Reading
{
    public static Document Text(string text, string name = "ke-hoach.txt") => Bytes(Encoding.UTF8.GetBytes(text), name);

    public static Document Bytes(byte[] bytes, string name) => new DocumentReader().Read(new FileContent(name, bytes));

    public static UnreadableFileException Refused(byte[] bytes, string name, ReadLimits? limits = null) =>
        Assert.Throws<UnreadableFileException>(() => new DocumentReader(limits).Read(new FileContent(name, bytes)));

    /// <summary>The paragraphs of the text flow, in order.</summary>
    public static IReadOnlyList<string> Paragraphs(this Document document) =>
        document.Blocks.OfType<Paragraph>().Where(p => p.Role == BlockRole.Body).Select(p => p.Range.Of(document.Text)).ToList();

    public static Table OnlyTable(this Document document) => Assert.Single(document.Blocks.OfType<Table>());

    /// <summary>Rows of cells; "¶" parts the paragraphs of a cell.</summary>
    public static IReadOnlyList<string[]> Cells(this Document document, Table table) =>
        table.Rows.Select(row => row.Cells.Select(cell => string.Join('¶', cell.Paragraphs.Select(p => p.Of(document.Text)))).ToArray()).ToList();
}
