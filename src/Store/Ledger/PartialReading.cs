using System.Globalization;
using Plans.Ingest;

namespace Plans.Store.Ledger;

/// <summary>What the ledger says of a document of which some pages could not be read.</summary>
internal static class PartialReading
{
    private const int PagesNamed = 10;

    /// <summary>Null where every page was read or is blank.</summary>
    public static FileFailure? Of(string name, IReadOnlyList<PageRecord> pages)
    {
        var failed = pages.Where(page => page.Source == PageSource.Failed).ToList();
        if (failed.Count == 0)
        {
            return null;
        }

        var numbers = string.Join(", ", failed.Take(PagesNamed).Select(page => page.Number.ToString(CultureInfo.InvariantCulture)));
        var more = failed.Count > PagesNamed ? $" and {failed.Count - PagesNamed} more" : "";
        return new FileFailure(
            LedgerReasons.PagesFailed,
            $"{name}: {failed.Count} of {pages.Count} pages could not be read (page {numbers}{more}): {failed[0].Reason ?? "no reason is known"}",
            "Look at these pages in a viewer; get or scan them again and load the file anew, or try once more: plans retry");
    }
}
