using Plans.Ingest;

namespace Plans.Worker.Layout;

/// <summary>The page ledger in one line: every page that went in is accounted for.</summary>
internal static class PageLedgerText
{
    /// <summary>"9 = 7 text + 1 OCR + 1 failed"; what there is none of is left out.</summary>
    public static string Sum(IReadOnlyList<PageRecord> pages)
    {
        (PageSource Source, string Name)[] sources =
            [(PageSource.Text, "text"), (PageSource.Ocr, "OCR"), (PageSource.Blank, "blank"), (PageSource.Failed, "failed")];
        var counts = sources.Select(source => (source.Name, Count: pages.Count(page => page.Source == source.Source))).Where(source => source.Count > 0);
        return $"{pages.Count} = {string.Join(" + ", counts.Select(source => $"{source.Count} {source.Name}"))}";
    }

    /// <summary>Each page that could not be read, with the reason.</summary>
    public static IEnumerable<string> Failures(IEnumerable<PageRecord> pages) =>
        pages.Where(page => page.Source == PageSource.Failed).Select(page => $"page {page.Number}: {page.Reason}");
}
