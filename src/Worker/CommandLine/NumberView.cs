using Plans.Extraction.Targets;

namespace Plans.Worker.CommandLine;

/// <summary>The ledger of a document's numbers as a table, with how many there are of each kind.</summary>
internal static class NumberView
{
    public static void Print(IReadOnlyList<LedgerEntry> ledger, TextWriter output)
    {
        var table = new ResultTable("number", "what it is", "fact", "page", "words");
        foreach (var entry in ledger)
        {
            table.Add(entry.Printed, $"{entry.Use}", entry.Fact ?? "", $"{entry.Page}", entry.Context.ReplaceLineEndings(" "));
        }

        table.WriteTo(output);
        output.WriteLine($"{ledger.Count} numbers: {string.Join(", ", ledger.GroupBy(e => e.Use).OrderByDescending(g => g.Count()).Select(g => $"{g.Count()} {g.Key}"))}");
    }
}
