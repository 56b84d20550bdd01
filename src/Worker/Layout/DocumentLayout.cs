using Plans.Ingest;

namespace Plans.Worker.Layout;

/// <summary>Shows what was read of a document: its blocks in order with page and source, its tables drawn, and the page ledger.</summary>
internal sealed class DocumentLayout(Document document, TextWriter output, int width)
{
    private const string Margin = "    ";

    private readonly PageSources _sources = new(document);

    /// <param name="name">The file, as it is to be called.</param>
    /// <param name="width">Columns of the screen.</param>
    public static void Write(string name, Document document, TextWriter output, int width)
    {
        output.WriteLine($"{name}: {document.MediaType}, {document.Pages.Count} page{(document.Pages.Count == 1 ? "" : "s")}");
        var layout = new DocumentLayout(document, output, width);
        layout.WriteBlocks();
        layout.WriteLedger();
    }

    private void WriteBlocks()
    {
        var page = 0;
        foreach (var block in document.Blocks)
        {
            if (block.Page != page)
            {
                page = block.Page;
                output.WriteLine();
                Title($"page {page}: {_sources.Of(document.Pages[page - 1])}");
            }

            output.WriteLine(block.Role == BlockRole.Body
                ? $"[{BlockLabel.Of(block, document.Text)}]"
                : $"[out of the flow: {BlockLabel.OfRole(block.Role)}]");
            foreach (var line in Lines(block))
            {
                output.WriteLine(Margin + line);
            }
        }
    }

    private IEnumerable<string> Lines(Block block) => block is Table table
        ? TableDrawing.Lines(table, document.Text, width - Margin.Length)
        : DisplayText.Wrapped(block.Range.Of(document.Text), width - Margin.Length);

    private void WriteLedger()
    {
        output.WriteLine();
        Title($"page ledger: {PageLedgerText.Sum(document.Pages)}");
        foreach (var page in document.Pages)
        {
            var words = _sources.WordsOn(page.Number) is > 0 and var count ? $" ({count} words)" : "";
            output.WriteLine($"{page.Number,4}  {_sources.Of(page)}{words}");
        }

        var apart = document.Blocks.Where(block => block.Role != BlockRole.Body).GroupBy(block => block.Role).OrderBy(group => group.Key).ToList();
        if (apart.Count > 0)
        {
            output.WriteLine($"Out of the flow: {string.Join("; ", apart.Select(group => $"{BlockLabel.OfRole(group.Key)} {group.Count()}"))}");
        }

        foreach (var warning in document.Warnings)
        {
            output.WriteLine($"Warning{(warning.Page is { } at ? $", page {at}" : "")}: {warning.Message} [{warning.Code}]");
        }

        if (document.Pages.Any(page => page.Source == PageSource.Failed))
        {
            output.WriteLine("Read in part: what stands on the failed pages is missing above.");
        }
    }

    private void Title(string title) => output.WriteLine(DisplayText.Width(title) + 6 < width ? $"── {title} {new string('─', width - DisplayText.Width(title) - 4)}" : $"── {title}");
}
